using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace ChatBot.Simulator;

/// <summary>The right answer after a while, or never.</summary>
internal sealed record Late(TimeSpan? Delay) : Failure
{
    internal override async Task PlayAsync(Stage stage)
    {
        if (Delay is { } delay) await stage.UntilAsync(stage.When + delay);
        else await Task.Delay(Timeout.InfiniteTimeSpan, stage.Time, stage.Stop);
        await stage.SendAsync(stage.Answer());
    }
}

internal sealed record Reset : Failure
{
    internal override Task PlayAsync(Stage stage)
    {
        // Without lingering, closing sends a reset in place of a farewell.
        if (stage.Context.Features.Get<IConnectionSocketFeature>() is { } connection) connection.Socket.LingerState = new LingerOption(true, 0);
        stage.Context.Abort();
        return Task.CompletedTask;
    }
}

internal sealed record Cut : Failure
{
    internal override async Task PlayAsync(Stage stage)
    {
        var reply = stage.Answer();
        var response = stage.Context.Response;
        (response.StatusCode, response.ContentType, response.ContentLength) = (reply.Status, reply.ContentType, reply.Body.Length);

        // The server closes the connection by itself when less was written than promised; an abort might lose the half.
        await response.Body.WriteAsync(reply.Body.AsMemory(0, reply.Body.Length / 2), stage.Stop);
    }
}

/// <summary>The right answer, a byte at a time.</summary>
internal sealed record Drip(TimeSpan Pause) : Failure
{
    internal override async Task PlayAsync(Stage stage)
    {
        var reply = stage.Answer();
        var response = stage.Context.Response;
        (response.StatusCode, response.ContentType, response.ContentLength) = (reply.Status, reply.ContentType, reply.Body.Length);
        for (var sent = 0; sent < reply.Body.Length; sent++)
        {
            await stage.UntilAsync(stage.When + Pause * sent);
            await response.Body.WriteAsync(reply.Body.AsMemory(sent, 1), stage.Stop);
            await response.Body.FlushAsync(stage.Stop);
        }
    }
}

internal sealed record Changed(Func<byte[], byte[]> Change) : Failure
{
    internal override Task PlayAsync(Stage stage)
    {
        var right = stage.Answer();
        return stage.SendAsync(right with { Body = Change(right.Body) });
    }
}

/// <summary>Far more than anybody asked for.</summary>
internal sealed record Flood(long Bytes) : Failure
{
    internal override async Task PlayAsync(Stage stage)
    {
        var response = stage.Context.Response;
        (response.StatusCode, response.ContentType) = (200, Reply.Json);
        stage.Log(new(200, Reply.Json, []));
        await response.Body.WriteAsync("""{"result":"0","resultCode":"0100000","resultDatas":["""u8.ToArray(), stage.Stop);
        var piece = new byte[64 * 1024];
        for (var at = 0; at < piece.Length; at++) piece[at] = (byte)(at % 2 == 0 ? '7' : ',');
        for (var sent = 0L; sent < Bytes; sent += piece.Length) await response.Body.WriteAsync(piece, stage.Stop);
        await response.Body.WriteAsync("7]}"u8.ToArray(), stage.Stop);
    }
}

namespace ChatBot.Simulator;

/// <summary>What goes back: always with a length, so that a cut is seen as a cut.</summary>
internal sealed record Reply(int Status, string ContentType, byte[] Body)
{
    public const string Json = "application/json;charset=UTF-8";

    /// <summary>Told in the call log, never on the wire.</summary>
    public string? Reason { get; init; }

    public static Reply Empty(int status, string reason) => new(status, "", []) { Reason = reason };

    public Task SendAsync(HttpResponse response, CancellationToken stop)
    {
        response.StatusCode = Status;
        if (ContentType.Length > 0) response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        return Body.Length == 0 ? Task.CompletedTask : response.Body.WriteAsync(Body, stop).AsTask();
    }
}

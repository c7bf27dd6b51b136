using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.Benchmarks.Soak;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatBot.Benchmarks.Turns;

/// <summary>The least that a bot in C# can do: a minimal API that reads the activity as a type and replies with a small card.</summary>
internal static class TurnFloor
{
    private static readonly JsonElement Card = JsonElement.Parse("""
        {"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[
        {"type":"TextBlock","text":"4 resting","size":"Large","weight":"Bolder","wrap":true},
        {"type":"TextBlock","text":"Li Na 12 min","wrap":true},{"type":"TextBlock","text":"Emma Davis 7 min","wrap":true}],
        "actions":[{"type":"Action.Execute","title":"Refresh","verb":"refresh","data":{"say":"resting skill 3"}}]}}
        """);

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        using var http = new HttpClient();
        app.MapPost("/api/messages", async (HttpContext context) =>
        {
            var asked = (await context.Request.ReadFromJsonAsync(FloorJson.Default.FloorActivity, context.RequestAborted))!;
            var reply = new FloorActivity("message", null, null, asked.Recipient, asked.From, asked.Conversation, asked.Id, [Card]);
            var address = new Uri($"{asked.ServiceUrl}v3/conversations/{Uri.EscapeDataString(asked.Conversation!.Id)}/activities/{asked.Id}");
            using var sent = await http.PostAsJsonAsync(address, reply, FloorJson.Default.FloorActivity, context.RequestAborted);
            sent.EnsureSuccessStatusCode();
        });
        await Cost.TellAsync(app);
    }
}

internal sealed record FloorAccount(string Id, string? Name);

internal sealed record FloorActivity(
    string Type, string? Id, string? ServiceUrl, FloorAccount? From, FloorAccount? Recipient, FloorAccount? Conversation, string? ReplyToId, JsonElement[]? Attachments);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FloorActivity))]
internal sealed partial class FloorJson : JsonSerializerContext;

using System.Net.Http.Json;

namespace ChatBot.Tests.Alerts;

/// <summary>What people say to the bot on the wire.</summary>
public static class Asked
{
    /// <summary>Makes rules, and waits until each is answered.</summary>
    /// <exception cref="InvalidOperationException">An answer made no rule.</exception>
    public static async Task MakeRulesAsync(
        Uri bot, RecordingConnector connector, IReadOnlyList<(string Chat, string Kind, string Sentence)> rules, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = bot };
        foreach (var (number, (chat, kind, sentence)) in rules.Index())
        {
            using var response = await http.PostAsJsonAsync("api/messages", To(chat, kind, sentence, $"{sentence} in {chat}", connector.Address), stop);
            response.EnsureSuccessStatusCode();
        }

        var answers = new Dictionary<string, string>();
        await connector.UntilAsync(calls =>
        {
            foreach (var call in calls.Where(c => c.Activity.TryGetProperty("replyToId", out _)))
                answers[call.Activity.GetProperty("replyToId").GetString()!] = call.Activity.GetRawText();
            return answers.Count >= rules.Count;
        }, stop);
        if (answers.Values.FirstOrDefault(a => !a.Contains("\"edit alert", StringComparison.Ordinal)) is { } wrong)
            throw new InvalidOperationException($"No rule was made: {wrong}");
    }

    /// <param name="kind">"personal", "groupChat" or "channel".</param>
    /// <param name="id">Of the activity; the bot hears each once.</param>
    private static object To(string chat, string kind, string sentence, string id, Uri connector) => new
    {
        type = "message",
        text = sentence,
        id,
        channelId = "msteams",
        serviceUrl = connector,
        from = new { id = "29:li-na", name = "Li Na" },
        recipient = new { id = "28:bot", name = "ChatBot" },
        conversation = new { id = chat, conversationType = kind, isGroup = kind != "personal", tenantId = "T" },
        channelData = new { tenant = new { id = "T" }, team = new { id = "team" }, channel = new { id = chat } },
        locale = "en-US",
    };
}

namespace ChatBot.Tests.Alerts;

/// <summary>What people say to the bot on the wire.</summary>
public static class Asked
{
    /// <param name="kind">"personal", "groupChat" or "channel".</param>
    /// <param name="id">Of the activity; the bot hears each once.</param>
    public static object To(string chat, string kind, string sentence, string id, Uri connector) => new
    {
        type = "message",
        text = sentence,
        id,
        deliveryMode = "expectReplies",
        channelId = "msteams",
        serviceUrl = connector,
        from = new { id = "29:li-na", name = "Li Na" },
        recipient = new { id = "28:bot", name = "ChatBot" },
        conversation = new { id = chat, conversationType = kind, isGroup = kind != "personal", tenantId = "T" },
        channelData = new { tenant = new { id = "T" }, team = new { id = "team" }, channel = new { id = chat } },
        locale = "en-US",
    };

    public static bool MadeARule(string answer) => answer.Contains("\"delete alert", StringComparison.Ordinal);
}

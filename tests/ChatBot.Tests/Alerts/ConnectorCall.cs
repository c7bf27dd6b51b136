using System.Text.Json;

namespace ChatBot.Tests.Alerts;

/// <summary>One call that reached the connector, answered or not.</summary>
/// <param name="Order">1 and up, in the order of arrival.</param>
/// <param name="Chat">The conversation without the thread.</param>
/// <param name="Thread">The message whose thread a new message went to; null for a message of its own.</param>
/// <param name="Edits">The id of the message that an edit replaces; null for a new message.</param>
/// <param name="Connection">Of the caller: calls of two processes never share one.</param>
public sealed record ConnectorCall(
    int Order, DateTimeOffset At, string Chat, string? Thread, string? Edits, JsonElement Activity, string Connection)
{
    /// <summary>The id the message has or got; null where the connector took nothing.</summary>
    public string? MessageId { get; set; }

    /// <summary>What was answered; null where nothing was.</summary>
    public int? Status { get; set; }

    /// <summary>What it says of incidents.</summary>
    public Told Told { get; } = Told.Of(Activity);

    /// <summary>It was the connector that died over it, while the caller lived.</summary>
    public bool BrokenOff { get; set; }

    /// <summary>The message stands in the chat, whatever the caller was told.</summary>
    public bool Arrived => MessageId is not null;

    /// <summary>The caller was told so.</summary>
    public bool Confirmed => Arrived && Status is >= 200 and < 300;
}

/// <summary>How the connector treats a call.</summary>
/// <param name="Status">What it answers; null for what is right.</param>
/// <param name="RetryAfter">In whole seconds.</param>
/// <param name="Takes">Whether the message stands in the chat afterwards.</param>
/// <param name="Answers">False breaks the connection in place of an answer.</param>
public sealed record Treatment(int? Status = null, int? RetryAfter = null, bool Takes = true, bool Answers = true)
{
    public static readonly Treatment Right = new();
}

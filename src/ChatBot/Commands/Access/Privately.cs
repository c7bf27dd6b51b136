using ChatBot.Alerts;

namespace ChatBot.Commands.Access;

/// <summary>Answers one person in their personal chat with the bot, whoever else reads along where they asked.</summary>
public sealed class Privately(IEnumerable<IPosting> ways)
{
    /// <summary>What those who read along see: that it was sent, or why not. Of a button only the presser is told.</summary>
    /// <param name="find">The answer, told openly.</param>
    internal async Task<Answer> AnswerAsync(Turn turn, Func<Turn, Task<Answer>> find, CancellationToken stop)
    {
        if (turn.Asked.By is not { Id.Length: > 0 } person) return Say(turn, "private.unknown", Outcome.Failed);
        var answer = await find(turn with { Voice = turn.Voice.Openly(), IsPrivate = true });
        // What was refused or failed is no secret, and needs no message of its own.
        if (answer.Outcome == Outcome.Failed && turn.Asked.Pressed) return answer with { Card = ReadOnlyMemory<byte>.Empty, IsWhisper = true };
        return await SendAsync(turn.Conversation.Id, person, answer, stop)
            ? Say(turn, "private.sent", Outcome.Answered)
            : Say(turn, "private.closed", Outcome.Failed);
    }

    private async Task<bool> SendAsync(string near, Person person, Answer answer, CancellationToken stop)
    {
        foreach (var way in ways)
        {
            if (await way.MeetAsync(near, person, stop) is { } chat)
                return (await way.PostAsync(chat, new(answer.Card, answer.Summary, []), null, stop)).Arrival == Arrival.Done;
        }

        return false;
    }

    // Nothing of what was understood stands on it: that may name somebody.
    private static Answer Say(Turn turn, string key, Outcome outcome)
    {
        var view = new View { Lang = turn.Voice.Language, Title = turn.Voice[key], Lines = [turn.Voice[$"{key}.meaning"]] };
        return turn.Show("notice", view, turn.Voice.Say("summary.plain", view.Title, view.Lines[0]), outcome) with { IsWhisper = turn.Asked.Pressed };
    }
}

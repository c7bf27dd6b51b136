using ChatBot.Cards;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>Everything a command needs for its answer.</summary>
/// <param name="Said">The command's canonical form, shown as what was understood.</param>
/// <param name="Names">Of the conversation's VDN.</param>
public sealed record Turn(
    string Said, Conversation Conversation, Voice Voice, FloorReader Floor, Names Names, CardLibrary Cards,
    IConversations Conversations, TimeProvider Time)
{
    /// <summary>The conversation's default fills what was not said. A VDN that was said leaves the default skill aside.</summary>
    public Scope Scope(Place place) => new(
        place.Vdn ?? Conversation.Vdn ?? Names.Vdn,
        place.Skill ?? (place.Vdn is null ? Conversation.Skill : null));

    public Answer Show(string template, View view, string summary, Outcome outcome = Outcome.Answered) =>
        new(Cards.Render(template, view, ViewJson.Default.View), summary, outcome);

    public Button Button(string key, string say) => new(Voice[key], say, Voice.Language);

    /// <summary>"understood as resting skill 3 · as of 14:03:20 (2 s old)".</summary>
    public string Foot(DateTimeOffset readAt) => Time.GetUtcNow() - readAt is var age && age < TimeSpan.FromSeconds(1)
        ? Voice.Say("foot.fresh", Said, Voice.ClockSeconds(readAt))
        : Voice.Say("foot.read", Said, Voice.ClockSeconds(readAt), Voice.Duration(age));

    public string Foot() => Voice.Say("foot.said", Said);

    /// <summary>What to say above old figures; empty when they are fresh.</summary>
    public string Warning<T>(Reading<T> reading) => reading.Failure is not { } failure
        ? ""
        : Voice.Say("warning.old", Voice.Clock(reading.ReadAt), Voice.Duration(Time.GetUtcNow() - reading.ReadAt),
            Voice[$"fault.{failure.Fault}"], Voice.Clock(failure.Since));
}

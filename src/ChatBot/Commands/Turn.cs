using ChatBot.Alerts;
using ChatBot.Cards;
using ChatBot.Commands.Access;
using ChatBot.Commands.Buttons;
using ChatBot.Commands.Language;
using ChatBot.Commands.Telling;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>Everything a command needs for its answer.</summary>
/// <param name="Said">The command's canonical form, shown as what was understood.</param>
/// <param name="Asked">Who asks, and what was entered.</param>
/// <param name="Names">Of the conversation's VDN.</param>
/// <param name="Alerts">Rules and incidents, and what people do with them.</param>
/// <param name="Incidents">Draws an incident as its conversation sees it.</param>
/// <param name="Usual">What a new rule gets.</param>
public sealed record Turn(
    string Said, Question Asked, Conversation Conversation, Voice Voice, VisibleFloor Floor, Names Names, CardLibrary Cards,
    IConversations Conversations, AlertDesk Alerts, IAlertCards Incidents, AlertSettings Usual, Parser Parser, TimeProvider Time,
    Privately Privately)
{
    /// <summary>The answer goes to the asking person's personal chat, away from the conversation it is about.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Who asks, as far as the door tells.</summary>
    public Person By => Asked.By ?? new("", Voice["somebody"]);

    /// <summary>For the audit: that whoever asks does this, here and now.</summary>
    /// <param name="what">In canonical form.</param>
    public Deed Deed(string what) => new(Time.GetUtcNow(), Conversation.Id, By, what);

    /// <summary>The conversation's default fills what was not said. A VDN that was said leaves the default skill aside.</summary>
    public Scope Scope(Place place) => new(
        place.Vdn ?? Conversation.Vdn ?? Names.Vdn,
        place.Skill ?? (place.Vdn is null ? Conversation.Skill : null));

    public Answer Show(string template, View view, string summary, Outcome outcome = Outcome.Answered) =>
        new(Cards.Render(template, Pressable(IsPrivate ? Elsewhere(view) : view), ViewJson.Default.View), summary, outcome);

    /// <summary>Most buttons would ask about the conversation the card stands in; the ones about an agent name all they are about.</summary>
    internal static View Elsewhere(View view) => view with { Buttons = [.. view.Buttons.Where(b => b.Say.StartsWith("agent ", StringComparison.Ordinal))] };

    /// <summary>In a personal chat only who asks can press: what they may not do is not offered. Elsewhere others may.</summary>
    private View Pressable(View view) =>
        Floor.Rights.Rules || !Asked.From.IsPersonal ? view : view with { Buttons = [.. view.Buttons.Where(b => MayPress(b.Say))] };

    /// <summary>False only for what changes rules, where nobody is who may.</summary>
    internal bool MayPress(string say) => Floor.Rights.Rules || !Asked.From.IsPersonal
        || (Pressed.Read(say) ?? (Parser.Parse(say, Names, Names.Vdn) as Understanding.Understood)?.Command) is not { ChangesRules: true };

    public Button Button(string key, string say) => new(Voice[key], say, Voice.Language);

    /// <summary>A press sets the rule at once, so its figure stands on the button.</summary>
    public Button AlertButton(AlertWhen rule) => new(Voice.Say($"button.alert.{rule.Metric}", Voice.Value(rule.Metric, rule.Value)), $"{rule}", Voice.Language);

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

    /// <summary>The living card of an incident.</summary>
    public async Task<Answer> CardAsync(Incident incident, CancellationToken stop)
    {
        var message = await Incidents.CardAsync(incident, stop, IsPrivate);
        return new(message.Card, message.Summary);
    }

    /// <summary>A few words and buttons.</summary>
    /// <param name="where">May hold text from outside; <paramref name="lines"/> may not.</param>
    public Answer Notice(string title, string where, IReadOnlyList<string> lines, IReadOnlyList<Button> buttons, string color = "Default") =>
        Show("notice", new View
        {
            Lang = Voice.Language,
            Title = title,
            Color = color,
            Where = where,
            Lines = lines,
            // What only a button can say is not shown as a sentence to type.
            Foot = Asked.Pressed ? "" : Foot(),
            Buttons = buttons,
        }, where.Length == 0 ? title : $"{title} · {where}");
}

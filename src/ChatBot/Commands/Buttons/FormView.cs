namespace ChatBot.Commands.Buttons;

/// <summary>A card with something to fill in, small enough for a phone.</summary>
internal sealed record FormView
{
    public required string Lang { get; init; }

    public required string Title { get; init; }

    public string Where { get; init; } = "";

    public required IReadOnlyList<Field> Fields { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public required IReadOnlyList<Button> Buttons { get; init; }

    // As the fields themselves.
    private const int LongestValue = 100;

    /// <summary>What makes no sense is shown again as it was entered, to all who see the card: one harmless line.</summary>
    public static Answer Show(Turn turn, FormView form)
    {
        form = form with { Fields = [.. form.Fields.Select(f => f with { Value = Outside.Text(f.Value, LongestValue) })] };
        var card = turn.Cards.Render("form", form, ViewJson.Default.FormView);
        var wrong = string.Join(' ', form.Fields.Select(f => f.Wrong).Where(w => w.Length > 0));
        return wrong.Length == 0
            ? new(card, form.Title)
            : new(card, turn.Voice.Say("summary.plain", form.Title, wrong), Outcome.NotUnderstood);
    }
}

/// <param name="Kind">"text", "number", "choice" or "toggle".</param>
/// <param name="Value">What stands in it, as it was entered.</param>
/// <param name="Wrong">What is wrong with that and how to mend it; empty for nothing.</param>
internal sealed record Field(string Id, string Kind, string Label, string Value, string Placeholder = "", string Wrong = "")
{
    public IReadOnlyList<Choice> Choices { get; init; } = [];
}

internal sealed record Choice(string Title, string Value);

using System.Text.Json.Serialization;

namespace ChatBot.Commands;

/// <summary>What a card shows. Each template in <c>cards/</c> draws the parts it knows; all strings are ready to be read.</summary>
public sealed record View
{
    public required string Lang { get; init; }

    /// <summary>The answer, in a few words: "3 resting".</summary>
    public required string Title { get; init; }

    /// <summary>An Adaptive Card colour.</summary>
    public string Color { get; init; } = "Default";

    /// <summary>"Billing · skill 3 · VDN 1".</summary>
    public string Where { get; init; } = "";

    /// <summary>One line below: "longest 12 min · 1 overdue".</summary>
    public string Lead { get; init; } = "";

    /// <summary>Set when the data is old: what failed, since when, and from when the figures are.</summary>
    public string Warning { get; init; } = "";

    public IReadOnlyList<string> Lines { get; init; } = [];

    public IReadOnlyList<Group> Groups { get; init; } = [];

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>"15 of 42 shown".</summary>
    public string Cut { get; init; } = "";

    /// <summary>What one must know to trust the figures.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>"understood as resting skill 3 · as of 14:03:20 (2 s old)".</summary>
    public string Foot { get; init; } = "";

    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>Of an incident: the style of its head ("attention", "good", …).</summary>
    public string Style { get; init; } = "default";

    /// <summary>The last figures as bars, "▁▂▅▇"; empty for none.</summary>
    public string Spark { get; init; } = "";

    /// <summary>What the bars say.</summary>
    public string SparkText { get; init; } = "";
}

/// <param name="Title">May be empty.</param>
public sealed record Group(string Title, IReadOnlyList<Row> Rows);

/// <summary>A line of a list: a coloured dot, a name, a number behind it, a value at the right, details below.</summary>
/// <param name="Say">The command a tap on the row says; empty for none.</param>
public sealed record Row(string Name, string Number, string Color, string Detail, string Value, string ValueColor, string Say)
{
    /// <summary>Somebody of the contact centre.</summary>
    [JsonIgnore]
    public bool IsPerson { get; init; }
}

public sealed record Fact(string Title, string Value);

/// <param name="Say">The sentence the button says, a canonical form wherever there is one.</param>
/// <param name="Lang">Language of the answer it leads to.</param>
/// <param name="Mode">"secondary" for one that stands behind "…" where there is little room.</param>
public sealed record Button(string Title, string Say, string Lang, string Mode = "primary");

[JsonSerializable(typeof(View))]
[JsonSerializable(typeof(Buttons.FormView))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ViewJson : JsonSerializerContext;

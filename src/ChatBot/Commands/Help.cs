namespace ChatBot.Commands;

/// <summary>What one can say, made from <see cref="Catalogue"/>; with a topic, the ways to say that one command.</summary>
public sealed record Help(string? Topic = null) : Command
{
    /// <summary>The one topic that is no command: what is kept, and for how long.</summary>
    public const string Privacy = "privacy";

    protected override string Canonical => Topic is null ? "help" : $"help {Topic}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var voice = turn.Voice;
        var view = new View
        {
            Lang = voice.Language,
            Title = voice[Topic is null ? "help.title" : $"topic.{Topic}"],
            Lead = Topic is null ? voice["help.lead"] : "",
            Groups = Topic is null
                ? [
                    new(voice["help.questions"], Examples(Kind.Question)),
                    new(voice["help.alerts"], [Line(Catalogue.All.First(entry => entry.Kind == Kind.Alert), "help alerts")]),
                    new(voice["help.settings"], Examples(Kind.Setting)),
                ]
                : [new("", Topic == Privacy ? [.. Kept(turn).Select(line => Example(line, ""))] : TopicRows(voice))],
            Notes = Topic is null ? [voice["help.privacy"]] : [],
            Foot = turn.Foot(),
            Buttons = Topic is null ? Start(turn)
                : Topic == Privacy ? [turn.Button("button.forgetMe", "forget me"), turn.Button("button.help", "help")]
                : OnAlerts ? [turn.Button("button.newAlert", "new alert"), turn.Button("button.alerts", "alerts"), turn.Button("button.help", "help")]
                : [turn.Button("button.help", "help")],
        };
        return Task.FromResult(turn.Show("help", view, view.Title));

        List<Row> Examples(Kind kind) => [.. Catalogue.All.Where(entry => entry.Kind == kind).Select(entry => Line(entry, $"help {entry.Word}"))];

        Row Line(Entry entry, string say) => Example(Sentences(voice, entry)[0], say);
    }

    /// <summary>By the settings in force.</summary>
    private static IEnumerable<string> Kept(Turn turn) =>
    [
        turn.Voice.Say("privacy.incidents", turn.Alerts.Kept.Incidents.Days),
        turn.Voice.Say("privacy.audit", turn.Alerts.Kept.Deeds.Days),
        turn.Voice["privacy.conversation"], turn.Voice["privacy.floor"], turn.Voice["privacy.forget"],
    ];

    private bool OnAlerts => Catalogue.All.Any(entry => entry.Word == Topic && entry.Kind == Kind.Alert);

    /// <summary>What a conversation is told once, when the bot joins it.</summary>
    internal static Answer Welcome(Turn turn)
    {
        var view = new View
        {
            Lang = turn.Voice.Language,
            Title = turn.Voice["welcome.title"],
            Lines = [turn.Voice["welcome.text"]],
            Buttons = [.. Start(turn).Take(4), turn.Button("button.help", "help")],
        };
        return turn.Show("notice", view, view.Title);
    }

    private static List<Button> Start(Turn turn) =>
    [
        turn.Button("button.resting", "resting"), turn.Button("button.waiting", "waiting"), turn.Button("button.summary", "summary"),
        turn.Button("button.queue", "queue"), turn.Button("button.privacy", "help privacy"), new(turn.Voice["button.otherLanguage"], "help", turn.Voice.Language == "en" ? "zh" : "en"),
    ];

    // The page "alerts" is about all that has to do with them.
    private List<Row> TopicRows(Voice voice) => [.. Catalogue.All
        .Where(entry => entry.Word == Topic || (Topic == "alerts" && entry.Kind == Kind.Alert))
        .SelectMany(entry => Sentences(voice, entry).Append(entry.Example).Distinct()
            .Select(sentence => Example(sentence, entry.Kind == Kind.Question ? sentence : "")))];

    private static Row Example(string sentence, string say) => new(sentence, "", "Default", "", "", "Default", say);

    private static IReadOnlyList<string> Sentences(Voice voice, Entry entry) => voice.Language == "zh" ? entry.Chinese : entry.English;
}

namespace ChatBot.Commands;

/// <summary>What one can say, made from <see cref="Catalogue"/>; with a topic, the ways to say that one command.</summary>
public sealed record Help(string? Topic = null) : Command
{
    // Shown apart, and never run by a tap on an example.
    private static readonly string[] Changes = ["alert", "alerts", "delete", "pause", "resume", "ack", "snooze", "why", "quiet", "use", "language"];

    protected override string Canonical => Topic is null ? "help" : $"help {Topic}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var voice = turn.Voice;
        var title = Topic is null ? voice["help.title"] : voice[$"topic.{Topic}"];
        var view = new View
        {
            Lang = voice.Language,
            Title = title,
            Lead = Topic is null ? voice["help.lead"] : "",
            Groups = Topic is null
                ? [new(voice["help.reads"], Rows(e => !Changes.Contains(e.Word))), new(voice["help.changes"], Rows(e => Changes.Contains(e.Word)))]
                : [new("", TopicRows(turn))],
            Notes = Topic is null ? [voice["help.privacy"]] : [],
            Foot = turn.Foot(),
            Buttons = Topic is null ? Start(turn) : [turn.Button("button.help", "help")],
        };
        return Task.FromResult(turn.Show("help", view, title));

        List<Row> Rows(Func<Entry, bool> wanted) => [.. Catalogue.All.Where(wanted).Select(entry =>
            new Row(Sentences(voice, entry)[0], "", "Default", voice[$"topic.{entry.Word}"], "", "Default", $"help {TopicOf(entry)}"))];
    }

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

    /// <summary><c>alert</c> has no page of its own: rules are explained with <c>alerts</c>.</summary>
    private static string TopicOf(Entry entry) => entry.Word == "alert" ? "alerts" : entry.Word;

    private static List<Button> Start(Turn turn) =>
    [
        turn.Button("button.resting", "resting"), turn.Button("button.waiting", "waiting"), turn.Button("button.summary", "summary"),
        turn.Button("button.queue", "queue"), new(turn.Voice["button.otherLanguage"], "help", turn.Voice.Language == "en" ? "zh" : "en"),
    ];

    private List<Row> TopicRows(Turn turn) => [.. Catalogue.All
        .Where(entry => TopicOf(entry) == Topic)
        .SelectMany(entry => Sentences(turn.Voice, entry).Append(entry.Example)
            .Select(sentence => new Row(sentence, "", "Default", "", "", "Default", Changes.Contains(entry.Word) ? "" : sentence)))];

    private static IReadOnlyList<string> Sentences(Voice voice, Entry entry) => voice.Language == "zh" ? entry.Chinese : entry.English;
}

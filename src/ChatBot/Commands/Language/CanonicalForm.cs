using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Commands.Language;

/// <summary>
/// Reads what <see cref="Command.ToString"/> prints, to the letter: buttons carry it, and there <c>waiting</c> is no riddle.
/// </summary>
internal static class CanonicalForm
{
    public static Command? Read(ReadOnlySpan<char> text, AgentNumbers agents)
    {
        var words = new Words(text);
        var command = words.Next() switch
        {
            "resting" => new Resting(words.Place(), words.Over()),
            "waiting" => new Waiting(words.Place(), words.Over()),
            "approved" => new Approved(words.Place()),
            "overdue" => new Overdue(words.Place()),
            "rest" => new RestBoard(words.Place()),
            "busy" => new InState(AgentState.Busy, words.Place(), words.Over()),
            "idle" => new InState(AgentState.Idle, words.Place(), words.Over()),
            "talking" => new InState(AgentState.Talking, words.Place(), words.Over()),
            "wrapup" => new InState(AgentState.WrapUp, words.Place(), words.Over()),
            "learning" => new InState(AgentState.Learning, words.Place(), words.Over()),
            "agents" => new Agents(words.Place()),
            "agent" => words.Number(int.MaxValue) is { } number && agents.Contain(number) ? new OneAgent(number) : null,
            "summary" => new Summary(words.Place()),
            "queue" => new Queue(words.Place()),
            "skills" => words.Place() is { Skill: null } place ? new Skills(place.Vdn) : null,
            "status" => new Status(),
            "help" => Help(ref words),
            "alert" => words.Take("when") ? When(ref words) : null,
            "alerts" => words.Take("history") ? new AlertHistory() : new AlertList(),
            "delete" => words.Take("alert") && words.Number(Words.Largest) is { } n ? new DeleteAlert(n) : null,
            "pause" => words.Take("alert") && words.Number(Words.Largest) is { } n ? new PauseAlert(n) : null,
            "resume" => words.Take("alert") && words.Number(Words.Largest) is { } n ? new ResumeAlert(n) : null,
            "ack" => words.Number(Words.Largest) is { } n ? new Acknowledge(n) : null,
            "why" => words.Number(Words.Largest) is { } n ? new Why(n) : null,
            "snooze" => words.Number(Words.Largest) is { } n && words.Duration() is { } d ? new Snooze(n, d) : null,
            "quiet" => words.Take("off") ? new Quiet(null) : words.Duration() is { } d ? new Quiet(d) : null,
            "use" => words.Place() is var place && place.Skill.HasValue != place.Vdn.HasValue ? new Use(place) : null,
            "forget" => words.Take("me") ? new ForgetMe() : null,
            "language" => words.Next() is var to && to is "en" or "zh" or "auto" ? new SetLanguage(to.ToString()) : null,
            _ => (Command?)null,
        };
        return words.IsRead ? command : null;
    }

    private static Help? Help(ref Words words)
    {
        if (words.IsRead) return new Help();
        var topic = words.Next();
        if (topic is "alert") return new Help("alerts");
        if (topic is Commands.Help.Privacy) return new Help(Commands.Help.Privacy);
        foreach (var entry in Catalogue.All)
        {
            if (topic.SequenceEqual(entry.Word)) return new Help(entry.Word);
        }

        return null;
    }

    private static AlertWhen? When(ref Words words)
    {
        if (Metric(words.Next()) is not { } metric) return null;
        var place = words.Place();
        Comparison? comparison = words.Take("above") ? Comparison.Above : words.Take("below") ? Comparison.Below
            : !words.Take("at") ? null : words.Take("least") ? Comparison.AtLeast : words.Take("most") ? Comparison.AtMost : null;
        if (comparison is not { } compare) return null;
        int? value = metric.IsTime() ? (int?)words.Duration()?.TotalSeconds : words.Number(Words.Largest, 0);
        if (value is not { } v || (v == 0 && compare is Comparison.AtLeast or Comparison.Below)) return null;
        var hold = words.Take("for") ? words.Duration() : null;
        return new AlertWhen(metric, place, compare, v, hold);
    }

    private static Metric? Metric(ReadOnlySpan<char> word)
    {
        foreach (var metric in Metrics)
        {
            if (word.SequenceEqual(AlertWhen.Word(metric))) return metric;
        }

        return null;
    }

    private static readonly Metric[] Metrics = Enum.GetValues<Metric>();

    private ref struct Words(ReadOnlySpan<char> text)
    {
        public const int Largest = 1_000_000;

        private ReadOnlySpan<char> _rest = text;

        public readonly bool IsRead => _rest.IsEmpty;

        public ReadOnlySpan<char> Next()
        {
            var end = _rest.IndexOf(' ');
            var word = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[end..].TrimStart(' ');
            return word;
        }

        public bool Take(string word)
        {
            if (!_rest.StartsWith(word) || (_rest.Length > word.Length && _rest[word.Length] != ' ')) return false;
            _rest = _rest[word.Length..].TrimStart(' ');
            return true;
        }

        public Place Place()
        {
            var skill = Take("skill") ? Number(10000) : null;
            return new(skill, Take("vdn") ? Number(5000) : null);
        }

        public TimeSpan? Over() => Take("over") ? Duration() : null;

        /// <summary>A number that does not fit leaves a mark that the sentence was not read to its end.</summary>
        public int? Number(int largest, int smallest = 1)
        {
            var word = Next();
            if (word.Length is > 0 and < 10 && word.IndexOfAnyExceptInRange('0', '9') < 0 && int.Parse(word, provider: null) is var number
                && number >= smallest && number <= largest) return number;
            _rest = "?";
            return null;
        }

        public TimeSpan? Duration()
        {
            var word = Next();
            long seconds = 0, number = -1, last = long.MaxValue;
            foreach (var c in word)
            {
                long unit = c switch { 'h' => 3600, 'm' => 60, 's' => 1, _ => 0 };
                if (char.IsAsciiDigit(c)) number = Math.Min((Math.Max(number, 0) * 10) + c - '0', 10_000_000);
                else if (unit == 0 || unit >= last || number < 0) { seconds = 0; break; }
                else (seconds, number, last) = (seconds + (number * unit), -1, unit);
            }

            if (number < 0 && seconds is > 0 and <= 3_600_000) return TimeSpan.FromSeconds(seconds);
            _rest = "?";
            return null;
        }
    }
}

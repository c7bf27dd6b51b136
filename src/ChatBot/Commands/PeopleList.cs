using ChatBot.Commands.Access;
using ChatBot.Commands.Buttons;

namespace ChatBot.Commands;

/// <summary>Lists of people as a card can hold them: at most 15 rows, every group heard, nothing left out unsaid.</summary>
internal static class PeopleList
{
    public const int Most = 15;

    /// <summary>Cuts groups to <see cref="Most"/> rows in all: three of each first, so that a long group hides no short one,
    /// then what is left of the room in the groups' order. Empty groups go.</summary>
    public static IReadOnlyList<Group> Fit(IReadOnlyList<Group> groups)
    {
        var full = groups.Where(g => g.Rows.Count > 0).ToList();
        var taken = full.Select(g => Math.Min(g.Rows.Count, 3)).ToArray();
        for (var (i, room) = (0, Most - taken.Sum()); i < full.Count && room > 0; i++)
        {
            var more = Math.Min(room, full[i].Rows.Count - taken[i]);
            taken[i] += more;
            room -= more;
        }

        return [.. full.Select((g, i) => g with { Rows = [.. g.Rows.Take(taken[i])] })];
    }

    /// <summary>"15 of 42 shown", or nothing where all are.</summary>
    public static string Cut(Turn turn, IReadOnlyList<Group> all, IReadOnlyList<Group> shown)
    {
        var (total, rows) = (all.Sum(g => g.Rows.Count), shown.Sum(g => g.Rows.Count));
        return rows < total ? turn.Voice.Say("cut", rows, total) : "";
    }

    /// <summary>One person; a tap asks for all about them. The number is left out where the name is only the number.</summary>
    public static Row Person(Voice voice, int workNo, string name, string color, string detail, TimeSpan? time, string timeColor = "Default")
    {
        var isNamed = voice.Discretion == Discretion.Show;
        return new(voice.Person(name), !isNamed || name == $"{workNo}" ? "" : $"{workNo}", color, detail,
            time is { } known ? voice.Duration(known) : voice["time.unknown"], timeColor, isNamed ? $"agent {workNo}" : "")
        { IsPerson = true };
    }

    /// <summary>"longest 12 min (Eve)"; empty when nobody is there or the time is not known.</summary>
    /// <param name="who">Who has been there longest, as they may be spoken of here.</param>
    public static string Longest(Voice voice, TimeSpan? longest, string who) => longest is not { } time ? ""
        : who.Length > 0 ? voice.Say("lead.longest", voice.Duration(time), who)
        : voice.Say("lead.longestTime", voice.Duration(time));

    /// <summary>Where nobody is named a group of people is one line: its title with its count, and its first and longest time.</summary>
    private static IReadOnlyList<Group> Fold(Voice voice, IReadOnlyList<Group> groups) =>
        [new("", [.. groups.Where(g => g.Title.Length > 0 && g.Rows.Count > 0).Select(g => new Row(g.Title, "", g.Rows[0].Color,
            g.Rows[0].Value == voice["time.unknown"] ? "" : voice.Say("lead.longestTime", g.Rows[0].Value), "", "Default", ""))])];

    /// <summary>The usual card of a list.</summary>
    /// <param name="lead">Also goes to the lock screen, behind place and title.</param>
    /// <param name="timeless">How many were left out of "over 10 min" because their time is not known.</param>
    public static async Task<Answer> ShowAsync<T>(
        Turn turn, Monitoring.Scope scope, Monitoring.Reading<T> reading, IReadOnlyList<Monitoring.FloorNote> notes,
        string title, string lead, IReadOnlyList<Group> groups, IReadOnlyList<Button> buttons, CancellationToken stop,
        int timeless = 0)
    {
        var names = await turn.Floor.NamesAsync(scope.Vdn, stop);
        List<Button> more = [];
        if (groups.Any(g => g.Rows.Any(r => r.IsPerson)))
        {
            more = [.. NamesToMe.Of(turn.Voice, turn.Said)];
            if (turn.Voice.Discretion == Discretion.Hide) groups = Fold(turn.Voice, groups);
        }

        var shown = Fit(groups);
        var where = turn.Voice.Where(names, scope);
        var view = new View
        {
            Lang = turn.Voice.Language,
            Title = title,
            Where = where,
            Lead = lead,
            Warning = turn.Warning(reading),
            Groups = shown,
            Cut = Cut(turn, groups, shown),
            Notes =
            [
                .. FloorNotes.Say(turn.Voice, names, scope.Vdn, notes),
                .. timeless > 0 ? [turn.Voice.Say("note.timeless", timeless)] : Array.Empty<string>(),
            ],
            Foot = turn.Foot(reading.ReadAt),
            Buttons = [.. buttons, .. more],
        };
        return turn.Show("people", view, turn.Voice.Summary(where, title, lead));
    }
}

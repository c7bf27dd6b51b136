using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using ChatBot.Monitoring;

namespace ChatBot.Commands.Language;

/// <summary>What a name can stand for: a skill queue of a VDN, or an agent.</summary>
internal readonly record struct Named(int Vdn, int? Skill, int? Agent);

/// <summary>All names of one <see cref="Names"/>, folded as sentences are; made once for each and dropped with it.</summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<Names, NameIndex> Made = [];

    private readonly FrozenDictionary<string, Named[]> _byName;
    private readonly FrozenDictionary<string, Named[]>.AlternateLookup<ReadOnlySpan<char>> _find;
    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _lengths;
    private readonly (string Folded, string Shown, int Vdn)[] _skills;

    private NameIndex(Names names)
    {
        var skills =
            from skill in names.Skills
            from name in new[] { skill.English, skill.Chinese, skill.Platform }.Concat(skill.Others)
            where !string.IsNullOrWhiteSpace(name)
            select (Folded: Normaliser.Normalise(name), Shown: name, Named: new Named(skill.Vdn, skill.Id, null));
        var agents =
            from agent in names.Agents
            where !string.IsNullOrWhiteSpace(agent.Name)
            select (Folded: Normaliser.Normalise(agent.Name), Shown: agent.Name, Named: new Named(agent.Vdn, null, agent.WorkNo));
        var all = skills.Concat(agents).Where(n => FirstUnit(n.Folded) > 0).ToList();
        _byName = all.GroupBy(n => n.Folded, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(n => n.Named).Distinct().ToArray(), StringComparer.Ordinal);
        _find = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = _byName.Keys.GroupBy(n => n[..FirstUnit(n)], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(n => n.Length).Distinct().OrderDescending().ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _skills = [.. all.Where(n => n.Named.Skill is not null).Select(n => (n.Folded, n.Shown, n.Named.Vdn)).Distinct()];
    }

    public static NameIndex Of(Names names) => Made.GetValue(names, n => new(n));

    /// <summary>The longest name that starts at a unit and ends with one.</summary>
    /// <returns>Its length in units, 0 for none.</returns>
    public int Match(ReadOnlySpan<char> text, ReadOnlySpan<Unit> units, int at, out Named[] named)
    {
        named = [];
        var start = units[at].Start;
        if (!_lengths.TryGetValue(text[start..units[at].End], out var lengths)) return 0;
        foreach (var length in lengths)
        {
            if (start + length > text.Length || !_find.TryGetValue(text.Slice(start, length), out named!)) continue;
            for (var i = at; i < units.Length && units[i].Start < start + length; i++)
            {
                if (units[i].End == start + length) return i - at + 1;
            }
        }

        named = [];
        return 0;
    }

    /// <summary>The three queue names of a VDN most like an unknown one.</summary>
    public IReadOnlyList<string> Nearest(string unknown, int vdn) =>
        [.. _skills.Where(s => s.Vdn == vdn)
            .Select(s => (s.Shown, Distance: EditDistance.Full(unknown, s.Folded)))
            .OrderBy(s => s.Distance).ThenBy(s => s.Shown, StringComparer.Ordinal)
            .Select(s => s.Shown).Distinct().Take(3)];

    /// <summary>Whether it is a letter or two away from a queue's name that is long enough to be known by the rest.</summary>
    public bool IsLike(string unknown, int vdn) =>
        _skills.Any(s => s.Vdn == vdn && s.Folded.Length >= 5 && EditDistance.Full(unknown, s.Folded) <= (s.Folded.Length < 8 ? 1 : 2));

    /// <summary>The part of a name that <see cref="Units.Split"/> makes its first unit of; 0 when the name has none at its start.</summary>
    private static int FirstUnit(string name)
    {
        var units = new Unit[name.Length];
        var count = Units.Split(name, units, Lexicon.Built.Vocabulary);
        return count > 0 && units[0].Start == 0 ? units[0].End : 0;
    }
}

namespace ChatBot.Commands.Language;

/// <summary>Pieces → slots: scopes and agents first, then values with their comparisons; what is left chooses the command.</summary>
internal sealed class Slots(AgentNumbers agentNumbers)
{
    public void Fill(Said said, ReadOnlySpan<char> text, NameIndex names, int defaultVdn)
    {
        for (var i = 0; i < said.Pieces.Count; i++) said.Used.Add(false);
        NumberedScopes(said);
        NamedScopes(said, defaultVdn);
        UnknownWords(said, text, names, defaultVdn);
        Amounts.Fill(said);
        Since(said, text);
        BareAgents(said);
        Leftovers(said);
    }

    // "skill 3", "3号技能", "vdn #2", 工号20011
    private void NumberedScopes(Said said)
    {
        for (var i = 0; i < said.Pieces.Count; i++)
        {
            var piece = said.Pieces[i];
            if (piece.Kind != PieceKind.Word || said.Used[i]) continue;
            if (piece.Has(Concept.VdnNoun) && NumberOf(said, i) is { } vdn) Vdn(said, vdn);
            else if (piece.Has(Concept.SkillNoun) && NumberOf(said, i) is { } skill)
            {
                Skill(said, skill);
                said.IsQueueNoun |= piece.Has(Concept.Line);
            }
            else if (piece.Has(Concept.AgentNoun) || (piece.Has(Concept.Person) && IsAgentAfter(said, i)))
            {
                if (NumberOf(said, i) is { } agent) Agent(said, agent);
            }
        }
    }

    /// <summary>"agent 20011" is somebody, "idle agents 3 or more" is a count.</summary>
    private bool IsAgentAfter(Said said, int noun)
    {
        var next = said.Pieces.Count > noun + 1 ? said.Pieces[noun + 1] : default;
        if (next.Has(Concept.Sign) && said.Pieces.Count > noun + 2) next = said.Pieces[noun + 2];
        return next.Kind == PieceKind.Number && agentNumbers.Contain(next.Value);
    }

    private static readonly Concepts Setting = Concepts.Of(Concept.Create, Concept.Use, Concept.Default, Concept.Filler, Concept.One);

    private static long? NumberOf(Said said, int noun)
    {
        // 1. Before: 3号技能, 第3技能组
        if (noun >= 2 && said.Pieces[noun - 1].Has(Concept.Ordinal) && IsFreeNumber(said, noun - 2))
        {
            return Use(said, noun >= 3 && said.Pieces[noun - 3].Has(Concept.Ordinal) ? noun - 3 : noun - 2, noun, noun - 2);
        }

        if (noun >= 2 && said.Pieces[noun - 2].Has(Concept.Ordinal) && !said.Used[noun - 2] && IsFreeNumber(said, noun - 1))
        {
            return Use(said, noun - 2, noun, noun - 1);
        }

        // 2. Behind: skill 3, skill no. 3, 技能3号
        var i = noun + 1;
        while (i < said.Pieces.Count && !said.Used[i] && (said.Pieces[i].Has(Concept.Sign) || said.Pieces[i].Has(Concept.Ordinal))) i++;
        // "set default skill to 3", 默认技能设为3, 技能切换到3
        if (IsSet(said, noun - 1) || IsSet(said, noun + 1))
        {
            while (i < said.Pieces.Count && said.Pieces[i].Kind == PieceKind.Word && said.Pieces[i].Means.IsWithin(Setting)) i++;
        }

        if (!IsFreeNumber(said, i)) return null;
        var next = i + 1 < said.Pieces.Count ? said.Pieces[i + 1] : default;
        if (next.Has(Concept.Measure) || (next.Has(Concept.OrMore) && said.Pieces[noun].Has(Concept.AgentNoun))) return null;
        // 技能3 2号VDN: the second number's 号 is not ours.
        return Use(said, noun, next.Has(Concept.Ordinal) ? i + 1 : i, i);
    }

    private static bool IsSet(Said said, int at) =>
        at >= 0 && at < said.Pieces.Count && (said.Pieces[at].Has(Concept.Default) || said.Pieces[at].Has(Concept.Use));

    private static bool IsFreeNumber(Said said, int at) =>
        at >= 0 && at < said.Pieces.Count && said.Pieces[at].Kind == PieceKind.Number && !said.Used[at];

    private static long Use(Said said, int from, int to, int number = -1)
    {
        for (var i = from; i <= to; i++) said.Used[i] = !IsSet(said, i);
        return said.Pieces[number < 0 ? from : number].Value;
    }

    private static void Vdn(Said said, long number)
    {
        if (number is < 1 or > 5000) said.MissBecause(MissKind.VdnOutOfRange, Text(number));
        else if (said.Vdn is { } other && other != number) said.MissBecause(MissKind.TwoScopes, "vdn");
        else said.Vdn = (int)number;
    }

    private static void Skill(Said said, long number)
    {
        if (number is < 1 or > 10000) said.MissBecause(MissKind.SkillOutOfRange, Text(number));
        else if (said.Skills.Count > 0 && said.Skills[0] != number) said.MissBecause(MissKind.TwoScopes, "skill");
        else if (said.Skills.Count == 0) said.Skills.Add((int)number);
    }

    private void Agent(Said said, long number)
    {
        if (!agentNumbers.Contain(number)) said.MissBecause(MissKind.AgentOutOfRange, Text(number));
        else if (said.Agents.Count > 0 && said.Agents[0] != number) said.MissBecause(MissKind.TwoScopes, "agent");
        else if (said.Agents.Count == 0) said.Agents.Add((int)number);
    }

    private static string? Text(long number) => number < 0 ? null : number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // "billing", 账单队列, "agent Anna Smith"
    private static void NamedScopes(Said said, int defaultVdn)
    {
        var vdn = said.Vdn ?? defaultVdn;
        for (var i = 0; i < said.Pieces.Count; i++)
        {
            var piece = said.Pieces[i];
            if (piece.Kind != PieceKind.Name) continue;
            said.Used[i] = true;
            var before = i > 0 && !said.Used[i - 1] ? said.Pieces[i - 1] : default;
            var after = i + 1 < said.Pieces.Count && !said.Used[i + 1] ? said.Pieces[i + 1] : default;
            var here = Array.FindAll(piece.Named!, n => n.Vdn == vdn);
            if (before.Has(Concept.SkillNoun) || after.Has(Concept.SkillNoun)) here = Array.FindAll(here, n => n.Skill is not null);
            else if ((before.Has(Concept.AgentNoun) || after.Has(Concept.AgentNoun)) && Array.Exists(here, n => n.Agent is not null))
            {
                here = Array.FindAll(here, n => n.Agent is not null);
            }

            if (here.Length == 0) said.MissBecause(MissKind.UnknownName, null);
            if (here.Length > 0 && here[0].Skill is not null)
            {
                said.IsQueueNoun |= before.Has(Concept.Line) || after.Has(Concept.Line);
                if (before.Has(Concept.SkillNoun) && !after.Has(Concept.SkillNoun)) said.Used[i - 1] = true;
                else if (after.Has(Concept.SkillNoun)) said.Used[i + 1] = true;
            }
            else if (before.Has(Concept.AgentNoun)) said.Used[i - 1] = true;

            if (here.Length > 1 && said.Skills.Count + said.Agents.Count > 0) said.MissBecause(MissKind.TwoScopes);
            said.Ambiguous |= here.Length > 1;
            foreach (var named in here)
            {
                Named(said, said.Skills, named.Skill);
                Named(said, said.Agents, named.Agent);
            }
        }
    }

    private static void Named(Said said, List<int> slot, int? number)
    {
        if (number is not { } id || slot.Contains(id)) return;
        if (slot.Count > 0 && !said.Ambiguous) said.MissBecause(MissKind.TwoScopes);
        slot.Add(id);
    }

    // A word nobody knows: a queue's name when the noun stands beside it, else the end of understanding.
    private static void UnknownWords(Said said, ReadOnlySpan<char> text, NameIndex names, int defaultVdn)
    {
        for (var i = 0; i < said.Pieces.Count; i++)
        {
            if (said.Pieces[i].Kind != PieceKind.Unknown) continue;
            var first = i;
            while (i + 1 < said.Pieces.Count && said.Pieces[i + 1].Kind == PieceKind.Unknown) i++;
            var subject = text[said.Pieces[first].Start..said.Pieces[i].End].ToString();
            var beside = (first > 0 && IsOpenNoun(said, first - 1)) || (i + 1 < said.Pieces.Count && IsOpenNoun(said, i + 1));
            said.MissBecause(beside ? MissKind.UnknownName : MissKind.Unknown, subject);
        }
    }

    private static bool IsOpenNoun(Said said, int at) => !said.Used[at] && said.Pieces[at].Has(Concept.SkillNoun);

    // "busy since 10 minutes" is "for"; "since 9:30" and "since 9h" may be times of day.
    private static void Since(Said said, ReadOnlySpan<char> text)
    {
        foreach (var time in said.Durations)
        {
            var piece = said.Pieces[time.Piece];
            var unit = text[piece.Start..piece.End];
            if (unit.IndexOf("min", StringComparison.Ordinal) < 0 && unit.IndexOf("hour", StringComparison.Ordinal) < 0) continue;
            var i = time.Piece - 1;
            while (i >= 0 && (said.Used[i] || said.Pieces[i].Has(Concept.Filler))) i--;
            if (i >= 0 && text[said.Pieces[i].Start..said.Pieces[i].End] is "since") said.Used[i] = true;
        }
    }

    // 20011 alone is somebody, unless a comparison or a measure word makes it a count, or a command wants it.
    private void BareAgents(Said said)
    {
        var numbered = Concepts.Of(Concept.Delete, Concept.Stop, Concept.Pause, Concept.Resume, Concept.Ack, Concept.Snooze, Concept.Why,
            Concept.Mute, Concept.Unmute, Concept.Later, Concept.Quiet, Concept.QuietOff, Concept.NoAlerts);
        Concepts all = default;
        foreach (var piece in said.Pieces)
        {
            if (piece.Kind == PieceKind.Word) all |= piece.Means;
        }

        // "alert 231" is an alert, "alert me when 20011 is back" is about somebody.
        if (all.HasAny(numbered) || (all.HasAny(Concepts.Of(Concept.Alerts, Concept.Notify)) && !all.Has(Concept.If))) return;

        for (var i = said.Counts.Count - 1; i >= 0; i--)
        {
            var count = said.Counts[i];
            if (count.Comparison is not null || !agentNumbers.Contain(count.Value)) continue;
            if (count.Piece + 1 < said.Pieces.Count && said.Pieces[count.Piece + 1].Has(Concept.Measure)) continue;
            said.Counts.RemoveAt(i);
            Agent(said, count.Value);
        }
    }

    private static void Leftovers(Said said)
    {
        Concepts means = default;
        for (var i = 0; i < said.Pieces.Count; i++)
        {
            if (!said.Used[i] && said.Pieces[i].Kind == PieceKind.Word) means |= said.Pieces[i].Means;
        }

        said.Means = means.Without(Concepts.Of(Concept.Filler, Concept.One, Concept.Measure, Concept.Sign, Concept.In, Concept.At));
    }
}

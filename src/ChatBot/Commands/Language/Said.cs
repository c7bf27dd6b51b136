using ChatBot.Alerts;

namespace ChatBot.Commands.Language;

/// <summary>A value with what was said about it.</summary>
/// <param name="Hold">"for 2 minutes", 持续两分钟.</param>
internal readonly record struct Amount(long Value, Comparison? Comparison, bool Hold, int Piece);

/// <summary>A sentence with its slots filled: what is left are the concepts that choose the command.</summary>
internal sealed class Said
{
    public List<Piece> Pieces { get; } = [];

    /// <summary>The pieces that a slot has used up.</summary>
    public List<bool> Used { get; } = [];

    /// <summary>All concepts of the words that no slot used up.</summary>
    public Concepts Means { get; set; }

    public List<int> Skills { get; } = [];

    public List<int> Agents { get; } = [];

    public int? Vdn { get; set; }

    public List<Amount> Counts { get; } = [];

    public List<Amount> Durations { get; } = [];

    public bool Mended { get; set; }

    /// <summary>A comparison that has no value.</summary>
    public bool LooseComparison { get; set; }

    /// <summary>"in 10 minutes": another time than now.</summary>
    public bool InDuration { get; set; }

    /// <summary>One name has several bearers: each scope or agent is a possible meaning.</summary>
    public bool Ambiguous { get; set; }

    /// <summary>The sentence was a canonical form already.</summary>
    public Command? Canonical { get; set; }

    public Understanding? Result { get; set; }

    /// <summary>Why it cannot be any command.</summary>
    public (MissKind Kind, string? Subject)? Miss { get; set; }

    /// <summary>The scope was said as "queue 3": calls may well be in it.</summary>
    public bool IsQueueNoun { get; set; }

    /// <summary>What punctuation and "and" make of it; fewer than two when they do not divide it.</summary>
    public List<string> Parts { get; set; } = [];

    public Place Place => new(Skills.Count > 0 ? Skills[0] : null, Vdn);

    public bool HasScope => Skills.Count > 0 || Vdn is not null;

    public bool Has(Concept concept) => Means.Has(concept);

    /// <summary>Settles on one bearer of an ambiguous name.</summary>
    public void Only(int? skill, int? agent)
    {
        Skills.Clear();
        Agents.Clear();
        if (skill is { } s) Skills.Add(s);
        if (agent is { } a) Agents.Add(a);
    }

    public void MissBecause(MissKind kind, string? subject = null) => Miss ??= (kind, subject);

    public void Clear()
    {
        Pieces.Clear();
        Used.Clear();
        Skills.Clear();
        Agents.Clear();
        Counts.Clear();
        Durations.Clear();
        Means = default;
        Vdn = null;
        Mended = LooseComparison = InDuration = Ambiguous = IsQueueNoun = false;
        Miss = null;
        Canonical = null;
        Result = null;
    }
}

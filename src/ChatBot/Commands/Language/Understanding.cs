namespace ChatBot.Commands.Language;

/// <summary>What a sentence means. A closed set.</summary>
public abstract record Understanding
{
    private Understanding() { }

    public sealed record Understood(Command Command) : Understanding;

    /// <summary>Two or more commands fit equally well: a question back, one button each, in a fixed order.</summary>
    public sealed record Choice(IReadOnlyList<Command> Commands) : Understanding;

    /// <summary>Nothing fits, or a slot is missing or wrong. A wrong reading is far worse than this.</summary>
    /// <param name="Subject">What it is about: the unknown name, the number, the command's word; untrusted text; may be null.</param>
    /// <param name="Nearest">At most three: the nearest names for <see cref="MissKind.UnknownName"/>, else example sentences
    /// in the language of the question, nearest first.</param>
    public sealed record Missed(MissKind Kind, string? Subject, IReadOnlyList<string> Nearest) : Understanding;

    /// <summary>What <c>chatbot parse</c> prints.</summary>
    public sealed override string ToString() => this switch
    {
        Understood u => u.Command.ToString(),
        Choice c => "? " + string.Join(" | ", c.Commands),
        _ => "?",
    };
}

/// <summary>Why a sentence was not understood; the wording is made per language by the answer.</summary>
public enum MissKind
{
    /// <summary>No command fits.</summary>
    Unknown,
    /// <summary>Nothing was asked, or nothing but courtesies were said.</summary>
    Empty,
    TooLong,
    /// <summary>A negation that has no form.</summary>
    Negated,
    /// <summary>A name after "skill", "queue" … that nothing is called.</summary>
    UnknownName,
    /// <summary>A skill out of 1–10000; Subject is the number. The next two alike.</summary>
    SkillOutOfRange,
    VdnOutOfRange,
    AgentOutOfRange,
    /// <summary>The command needs a number (of an alert or an incident); Subject is the command's word.</summary>
    NumberMissing,
    /// <summary>The command needs a duration; Subject is the command's word.</summary>
    DurationMissing,
    /// <summary>A rule without a value, or with a value of the wrong kind for its metric.</summary>
    ValueMissing,
    /// <summary>"less than 5 minutes" in a question: only longer-than can be asked.</summary>
    UpperBound,
    /// <summary>Two skills, two VDNs or two agents.</summary>
    TwoScopes,
    /// <summary>Another time than now: "yesterday", "until 5 pm".</summary>
    OtherTime,
    /// <summary>Each word is known but together they have no form.</summary>
    NoForm,
}

namespace ChatBot.Commands.Language;

/// <summary>A thing that a word of the dictionaries can stand for. An entry may stand for several at once.</summary>
internal enum Concept : byte
{
    /// <summary>Says nothing that changes the command.</summary>
    Filler,

    // What people do
    Rest, Now, Wait, Ask, Grant, NotGone, Late, Overdue, NotBack, Back, Busy, Idle, Talk, Wrapup, Learning, SignedIn,

    // Things
    Person, Call, Caller, Line, Skills, Floor, Bot, Alerts,

    // Asking
    Who, Anyone, HowMany, HowLong, List, Doing, How, Board, State, ByState, Longest, Time, Alive,

    /// <summary>Could be an order as well as a question: "take a break", 批准休息. Needs a question word beside it.</summary>
    Act,

    // Rules. Notify is a word that cannot be a plain "answer me"; Tell can.
    Notify, Tell, If, Create, Hold, Nobody, No, Only, Above, AtLeast, Below, AtMost, OrMore, OrLess,

    // Changes
    Help, Delete, Stop, Pause, Resume, Ack, Snooze, Later, Next, About, Why, Fired, Quiet, Mute, Unmute, NoAlerts, QuietOff,
    AnyMore, Use, Default, Speak, English, Chinese, Auto, History, Forget, Privacy,

    // What has no form
    Not, Except, OtherTime, Past, Foreign, And,

    // Parts of slots
    SkillNoun, VdnNoun, AgentNoun, Sign, Ordinal, Measure, Half, Quarter, Second, Minute, Hour, Day, One, In, At,
}

/// <summary>A set of concepts.</summary>
internal readonly record struct Concepts(UInt128 Bits)
{
    public static Concepts None => default;

    public static implicit operator Concepts(Concept concept) => new(UInt128.One << (int)concept);

    public static Concepts Of(params ReadOnlySpan<Concept> concepts)
    {
        UInt128 bits = 0;
        foreach (var concept in concepts) bits |= UInt128.One << (int)concept;
        return new(bits);
    }

    public static Concepts operator |(Concepts a, Concepts b) => new(a.Bits | b.Bits);

    public bool Has(Concept concept) => (Bits >> (int)concept & 1) != 0;

    public bool HasAny(Concepts others) => (Bits & others.Bits) != 0;

    public Concepts Without(Concepts others) => new(Bits & ~others.Bits);

    public bool IsWithin(Concepts others) => (Bits & ~others.Bits) == 0;

    public bool IsEmpty => Bits == 0;

    public int Count => (int)UInt128.PopCount(Bits);

    public int InCommon(Concepts other) => (int)UInt128.PopCount(Bits & other.Bits);
}

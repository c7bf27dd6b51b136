namespace ChatBot.Simulator;

/// <summary>How field names are spelt.</summary>
public enum FieldCase
{
    AsDocumented,
    Lower,
    Upper,
    Pascal,
}

/// <summary>What stands where nothing is to be said.</summary>
public enum Nothing
{
    Failure,
    Null,
    EmptyObject,
    EmptyArray,
    Absent,
}

/// <summary>The line of an empty query in what is signed: the one point on which the known clients disagree.</summary>
public enum EmptyQueryLine
{
    Omitted,
    Present,
    Either,
}

/// <summary>What the documentation leaves open or contradicts itself on; switched while the centre runs. The defaults are the likeliest.</summary>
public sealed class Quirks
{
    public EmptyQueryLine EmptyQueryLine { get; set; }

    /// <summary>The platform is CTI 3.6: what it cannot do fails with 0100003.</summary>
    public bool OldPlatform { get; set; }

    /// <summary><c>citStatus</c> in lists and <c>ctiStatus</c> for the single agent.</summary>
    public bool SwapCtiSpelling { get; set; }

    public FieldCase FieldCase { get; set; }

    public bool NumbersAsStrings { get; set; }

    /// <summary>Null or Absent blanks <c>resultDatas</c>; any other value leaves it.</summary>
    public Nothing? ResultDatas { get; set; }

    /// <summary>As <see cref="ResultDatas"/>, for <c>resultDesc</c>.</summary>
    public Nothing? ResultDesc { get; set; }

    public Nothing UnknownAgent { get; set; } = Nothing.Failure;

    public Nothing EmptyList { get; set; } = Nothing.EmptyArray;

    /// <summary>Every row of a queue's list has <c>status</c> 2, "an error occurred while calling".</summary>
    public bool StatusError { get; set; }

    /// <summary>Agents who are not signed in stand in a queue's list too, with their sentinels.</summary>
    public bool SignedOutInLists { get; set; }

    /// <summary>Rests began at 2345, as in the old sample.</summary>
    public bool DummyBeginTimes { get; set; }

    public bool MediaTypeZero { get; set; }

    public bool NoPhoneNumbers { get; set; }

    /// <summary>Added to every count of a rest overview, so that counts and rows disagree.</summary>
    public int CountsOff { get; set; }

    /// <summary>The counts of a paged rest overview tell only of the page.</summary>
    public bool CountsOfThePage { get; set; }

    /// <summary>The old head counts stand in <c>resultDatas</c>, as the table says, and not in <c>resultDesc</c>, as the sample shows.</summary>
    public bool HeadCountsInDatas { get; set; }

    /// <summary>An old-style failure looks like a new one; otherwise <c>result</c> carries the code.</summary>
    public bool ClassicFailsLikeCurrent { get; set; }
}

namespace ChatBot.Simulator;

/// <summary>The statistics of a queue that no head count gives. Times in seconds; "5" is the current five minutes.</summary>
public sealed record SkillFigures
{
    public long Handled { get; set; }

    public long Arrived5 { get; set; }

    public long AnsweredWithin20Seconds5 { get; set; }

    public long LongestIdle5 { get; set; }

    public long LongestWait5 { get; set; }

    public long MeanTalk5 { get; set; }

    public long MeanWait5 { get; set; }

    internal long Answered5 { get; set; }

    internal long WaitSum5 { get; set; }

    internal long TalkSum5 { get; set; }

    internal long Ended5 { get; set; }
}

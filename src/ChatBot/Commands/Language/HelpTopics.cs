using C = ChatBot.Commands.Language.Concept;

namespace ChatBot.Commands.Language;

/// <summary><c>help</c>, and what it is about.</summary>
internal static class HelpTopics
{
    // What is changed comes before what is looked at: "how do I pause an alert" is about pausing.
    private static readonly (Concepts About, string Word)[] Table =
    [
        (C.Privacy, "privacy"), (C.Forget, "forget"), (C.Snooze, "snooze"), (C.Ack, "ack"), (C.Why, "why"), (Concepts.Of(C.Quiet, C.QuietOff, C.Mute, C.NoAlerts), "quiet"),
        (Concepts.Of(C.Delete, C.Stop), "delete"), (C.Pause, "pause"), (Concepts.Of(C.Resume, C.Unmute), "resume"),
        (Concepts.Of(C.Speak, C.English, C.Chinese, C.Auto), "language"), (Concepts.Of(C.Use, C.Default), "use"), (Concepts.Of(C.Notify, C.Alerts), "alerts"),
        (C.Overdue, "overdue"), (C.Grant, "approved"), (Concepts.Of(C.Wait, C.Ask), "waiting"), (C.Now, "resting"), (C.Rest, "rest"),
        (C.Busy, "busy"), (C.Idle, "idle"), (C.Talk, "talking"), (C.Wrapup, "wrapup"), (C.Learning, "learning"), (C.Line, "queue"),
        (Concepts.Of(C.Skills, C.SkillNoun), "skills"), (Concepts.Of(C.Board, C.ByState, C.Floor), "summary"),
        (Concepts.Of(C.Person, C.AgentNoun, C.SignedIn), "agents"), (Concepts.Of(C.State, C.Alive), "status"),
    ];

    private static readonly Concepts Around = Concepts.Of(C.Help, C.How, C.Bot, C.Tell, C.List, C.Create, C.Doing, C.Who, C.Anyone, C.HowMany, C.Hold, C.Person, C.SignedIn, C.State,
        C.If, C.Time, C.Notify, C.Alerts, C.Rest, C.Now, C.AgentNoun, C.Alive, C.Floor, C.Call, C.Caller, C.Use,
        C.SkillNoun, C.Skills, C.VdnNoun, C.Line, C.About);

    private static readonly Concepts Done = Concepts.Of(C.Snooze, C.Ack, C.Quiet, C.Mute, C.Delete, C.Pause, C.Resume, C.Use, C.Create);

    /// <returns>Null when nobody asks for help.</returns>
    public static Understanding? Choose(Said said)
    {
        // 如何 asks how something is or how it is done: nobody asks how a switching is.
        if (said.Has(C.How) && said.Has(C.Board) && said.Means.HasAny(Done)) said.Means = said.Means.Without(C.Board) | C.Help;
        var works = said.Has(C.How) && said.Has(C.SignedIn) && said.Means.HasAny(Concepts.Of(C.Snooze, C.Ack, C.Why, C.Quiet, C.Mute, C.Delete, C.Pause, C.Resume, C.Notify, C.Alerts));
        if (!said.Has(C.Help) && !works) return null;
        if (said.HasScope || said.Agents.Count > 0 || said.Counts.Count > 0 || said.Durations.Count > 0) return said.Missed(MissKind.NoForm);
        if (works) said.Means = said.Means.Without(C.SignedIn);
        foreach (var (about, word) in Table)
        {
            if (said.Means.HasAny(about)) return said.If(new Help(word), Around | about);
        }

        return said.If(new Help(), Around);
    }
}

using ChatBot.Alerts;
using C = ChatBot.Commands.Language.Concept;

namespace ChatBot.Commands.Language;

/// <summary>Changes that are no rules: about alerts by number, quiet, the default scope, the language.</summary>
internal static class Controls
{
    private static readonly Concepts Nouns = Concepts.Of(C.Alerts, C.Notify, C.Create, C.Ordinal, C.Bot, C.And, C.Tell, C.About);
    private static readonly Concepts Silence = Concepts.Of(C.Quiet, C.Mute, C.NoAlerts);
    private static readonly Concepts Languages = Concepts.Of(C.English, C.Chinese, C.Auto);
    private static readonly Concepts Heads = Silence | Languages
        | Concepts.Of(C.QuietOff, C.Unmute, C.Snooze, C.Later, C.Ack, C.Why, C.Delete, C.Stop, C.Pause, C.Resume, C.Use, C.Default);

    /// <returns>Null when the sentence is no change of this kind.</returns>
    public static Understanding? Choose(Said said)
    {
        // "who is working on billing" takes no incident.
        if (said.Has(C.Ack) && said.Has(C.SignedIn) && said.HasScope && said.Counts.Count == 0) said.Means = said.Means.Without(C.Ack);
        if (!said.Means.HasAny(Heads)) return null;
        var noTime = said.Durations.Count == 0;
        var noNumber = said.Counts.Count == 0;
        if (IsQuietOff(said) && noTime && noNumber)
        {
            return said.Plain(new Quiet(null), Nouns | Silence | Concepts.Of(C.QuietOff, C.Unmute, C.Stop, C.Delete, C.Pause, C.Not, C.AnyMore));
        }

        if (said.Has(C.Not)) return said.Missed(MissKind.Negated);
        if (said.Means.HasAny(Languages)) return Language(said);
        if (said.Has(C.Snooze) || (said.Has(C.Later) && (said.Has(C.Notify) || !(noNumber || noTime)))) return SnoozeIncident(said);
        if (said.Has(C.Why)) return Numbered(said, "why", n => new Why(n), Concepts.Of(C.Why, C.Fired, C.Past, C.How, C.List));
        if (said.Has(C.Ack)) return Numbered(said, "ack", n => new Acknowledge(n), Concepts.Of(C.Ack, C.SignedIn, C.Fired));
        if (IsQuiet(said) && noNumber) return BeQuiet(said);
        // "stop alert 7 for now" is no deleting.
        if (said.Has(C.Delete) || (said.Has(C.Stop) && !said.Has(C.Pause))) return Remove(said);
        if (said.Has(C.Pause) || said.Has(C.Mute)) return Numbered(said, "pause", n => new PauseAlert(n), Concepts.Of(C.Pause, C.Next, C.Stop, C.Mute, C.Use));
        if (said.Has(C.Resume) || said.Has(C.Unmute)) return Numbered(said, "resume", n => new ResumeAlert(n), Concepts.Of(C.Resume, C.Unmute, C.Use));
        if (said.Has(C.Use) || said.Has(C.Default)) return Scope(said);
        return said.Missed(MissKind.NoForm);
    }

    private static bool IsQuietOff(Said said) =>
        said.Has(C.QuietOff) || said.Has(C.Unmute)
        || (said.Means.HasAny(Concepts.Of(C.Quiet, C.Mute)) && ((said.Means.HasAny(Concepts.Of(C.Stop, C.Delete)) || (said.Has(C.Pause) && !said.Has(C.Next))) || (said.Has(C.Not) && said.Has(C.AnyMore))));

    // "no alerts for an hour", "pause all alerts for an hour": without a number it is about this conversation.
    private static bool IsQuiet(Said said) =>
        said.Has(C.Quiet) || said.Has(C.NoAlerts) || (said.Has(C.Mute) && (said.Has(C.Next) || !said.Means.HasAny(Stopping)))
        || (said.Means.HasAny(Stopping) && said.Has(C.Notify) && said.Durations.Count > 0);

    private static readonly Concepts Stopping = Concepts.Of(C.Stop, C.Pause);

    private static Understanding BeQuiet(Said said)
    {
        var allowed = Nouns | Silence | Stopping | Concepts.Of(C.Hold, C.Next, C.Use, C.Resume, C.State);
        if (said.Durations is [{ Comparison: null or Comparison.AtMost } time]) return said.Plain(new Quiet(TimeSpan.FromSeconds(time.Value)), allowed);
        if (said.Durations.Count > 0) return said.Missed(MissKind.NoForm);
        return said.Has(C.NoAlerts) ? said.Missed(MissKind.Negated) : said.Missed(MissKind.DurationMissing, "quiet");
    }

    private static Understanding SnoozeIncident(Said said)
    {
        if (said.Counts.Count == 0) return said.Missed(MissKind.NumberMissing, "snooze");
        if (said.Durations.Count == 0) return said.Missed(MissKind.DurationMissing, "snooze");
        if (said.Counts is not [{ Comparison: null, Value: > 0 } incident] || said.Durations is not [{ Comparison: null } time]) return said.Missed(MissKind.NoForm);
        said.InDuration = false;
        return said.Plain(new Snooze((int)incident.Value, TimeSpan.FromSeconds(time.Value)), Nouns | Concepts.Of(C.Snooze, C.Later, C.Next, C.Hold, C.Fired));
    }

    // What deletes must be typed without a slip.
    private static Understanding Remove(Said said) =>
        said.Mended ? said.Missed(MissKind.Unknown) : Numbered(said, "delete", n => new DeleteAlert(n), Concepts.Of(C.Delete, C.Stop));

    private static Understanding Numbered(Said said, string word, Func<int, Command> command, Concepts allowed)
    {
        if (said.Counts.Count == 0) return said.Missed(MissKind.NumberMissing, word);
        if (said.Counts is not [{ Comparison: null } number] || said.Durations.Count > 0 || number.Value < 1) return said.Missed(MissKind.NoForm);
        return said.Plain(command((int)number.Value), Nouns | allowed);
    }

    private static Understanding Scope(Said said)
    {
        if (!said.HasScope) return said.Missed(MissKind.NumberMissing, "use");
        if (said.Skills.Count > 0 && said.Vdn is not null) return said.Missed(MissKind.TwoScopes);
        if (said.Counts.Count > 0 || said.Durations.Count > 0 || said.Agents.Count > 0) return said.Missed(MissKind.NoForm);
        return said.Fits(Concepts.Of(C.Use, C.Default, C.Create, C.SkillNoun, C.Line, C.VdnNoun)) ? said.Understood(new Use(said.Place)) : said.Missed(MissKind.NoForm);
    }

    private static Understanding Language(Said said)
    {
        var languages = said.Means.InCommon(Languages);
        if (languages > 1 || (said.Has(C.Auto) && !said.Has(C.Speak)) || said.Counts.Count > 0 || said.Durations.Count > 0) return said.Missed(MissKind.NoForm);
        var to = said.Has(C.English) ? "en" : said.Has(C.Chinese) ? "zh" : "auto";
        return said.Plain(new SetLanguage(to), Languages | Concepts.Of(C.Speak, C.Use, C.Create, C.Tell, C.Bot, C.Default, C.Hold, C.Later, C.Talk));
    }
}

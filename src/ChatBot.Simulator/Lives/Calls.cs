namespace ChatBot.Simulator;

/// <summary>Calls come to the queues, wait, are taken or give up.</summary>
internal sealed class Calls(SimulatedVdn vdn, Chance chance)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    // One agent handles about one call in 230 s (talk and wrap-up).
    private const double CallsASecondAndAgent = 1 / 230.0;

    private readonly Dictionary<int, double> _load = [];
    private DateTimeOffset _windowEnds;

    public void Come(DateTimeOffset now, TimeSpan step)
    {
        var fresh = now >= _windowEnds;
        if (fresh) _windowEnds = now + Window;
        foreach (var skill in vdn.Skills)
        {
            // 1 Every five minutes the figures begin anew and the load changes: now and then a queue gets more calls than it can take.
            if (fresh)
            {
                var figures = skill.Figures;
                (figures.Arrived5, figures.AnsweredWithin20Seconds5, figures.LongestIdle5, figures.LongestWait5) = (0, 0, 0, 0);
                (figures.Answered5, figures.WaitSum5, figures.TalkSum5, figures.Ended5) = (0, 0, 0, 0);
                _load[skill.Id] = chance.Is(0.08) ? 1.6 : 0.4 + chance.Below(50) / 100.0;
            }

            // 2 New calls.
            var come = chance.About(skill.Agents.Count * 0.6 * CallsASecondAndAgent * _load[skill.Id] * step.TotalSeconds);
            for (var i = 0; i < come; i++) skill.Waiting.Add(now);
            skill.Figures.Arrived5 += come;

            // 3 Nobody waits for ever.
            skill.Waiting.RemoveAll(since => now - since > Patience);
            if (skill.Waiting.Count > 0) skill.Figures.LongestWait5 = Math.Max(skill.Figures.LongestWait5, Whole(now - skill.Waiting[0]));
        }
    }

    /// <summary>The longest-waiting call of the agent's queues, taken out of its queue.</summary>
    public static SimulatedSkill? Take(SimulatedAgent agent, DateTimeOffset now)
    {
        SimulatedSkill? longest = null;
        foreach (var skill in agent.Skills)
        {
            if (skill.Waiting.Count > 0 && (longest is null || skill.Waiting[0] < longest.Waiting[0])) longest = skill;
        }

        if (longest is null) return null;
        var wait = now - longest.Waiting[0];
        longest.Waiting.RemoveAt(0);
        var figures = longest.Figures;
        figures.Handled++;
        figures.Answered5++;
        figures.WaitSum5 += Whole(wait);
        figures.MeanWait5 = figures.WaitSum5 / figures.Answered5;
        figures.LongestIdle5 = Math.Max(figures.LongestIdle5, Whole(now - agent.Since));
        if (wait <= TimeSpan.FromSeconds(20)) figures.AnsweredWithin20Seconds5++;
        return longest;
    }

    public static void End(SimulatedSkill skill, TimeSpan talk)
    {
        skill.Figures.Ended5++;
        skill.Figures.TalkSum5 += Whole(talk);
        skill.Figures.MeanTalk5 = skill.Figures.TalkSum5 / skill.Figures.Ended5;
    }

    private static long Whole(TimeSpan time) => (long)time.TotalSeconds;
}

namespace ChatBot.Simulator;

/// <summary>
/// A VDN that lives: calls come, agents take them, tire, ask for rest. Moves on a fixed grid of five seconds
/// when it is looked at, so its state depends on the seed and the time only, never on who looks how often.
/// </summary>
internal sealed class Life
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    // A centre nobody looked at for longer jumps: what happened before is not lived through.
    private const long MostSteps = 24 * 60 * 12;

    private readonly SimulatedVdn _vdn;
    private readonly DateTimeOffset _start;
    private readonly Chance _chance;
    private readonly Calls _calls;
    private readonly Day _day;
    private readonly Tide _tide;
    private long _done;

    private Life(SimulatedVdn vdn, int seed)
    {
        (_vdn, _start) = (vdn, vdn.Now);
        _chance = new(seed, vdn.Id);
        _calls = new(vdn, _chance);
        _day = new(_chance);
        _tide = new(vdn, _chance);
    }

    public static Life Begin(SimulatedVdn vdn, int seed)
    {
        var life = new Life(vdn, seed);
        FirstMinute.Arrange(vdn, life._chance);
        Quotas.Explain(vdn);
        return life;
    }

    public void AdvanceTo(DateTimeOffset now)
    {
        var due = (now - _start).Ticks / Step.Ticks;
        _done = Math.Max(_done, due - MostSteps);
        while (_done < due) Live(_start + Step * ++_done);
    }

    private void Live(DateTimeOffset now)
    {
        _calls.Come(now, Step);
        foreach (var agent in _vdn.People) _day.Move(agent, now);
        _tide.Move(now);
        if (_tide.Falls) Quotas.Grant(_vdn, now);
        Quotas.Explain(_vdn);
    }
}

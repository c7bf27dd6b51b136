namespace ChatBot.Simulator;

/// <summary>One VDN: its agents and queues. A test changes it; a lively one also lives.</summary>
public sealed class SimulatedVdn
{
    private static readonly string[] FiveQueues = ["Sales/销售", "Support/技术支持", "Billing/账单", "Complaints/投诉", "VIP/贵宾"];

    private readonly SortedDictionary<int, SimulatedSkill> _skills = [];
    private readonly SortedList<int, SimulatedAgent> _agents = [];
    private readonly Func<DateTimeOffset> _now;

    internal SimulatedVdn(int id, Func<DateTimeOffset> now, bool queues = true)
    {
        (Id, _now) = (id, now);
        for (var skill = 1; queues && skill <= FiveQueues.Length; skill++) Skill(skill).Named(FiveQueues[skill - 1]);
    }

    public int Id { get; }

    /// <summary>How many may rest at once, granted ones included; only lively agents obey it.</summary>
    public int RestQuota { get; set; } = 5;

    /// <summary>By work number.</summary>
    public IReadOnlyList<SimulatedAgent> Agents => [.. _agents.Values];

    /// <summary>By id; Sales/销售, Support/技术支持, Billing/账单, Complaints/投诉 and VIP/贵宾 (1 to 5) are there from the start.</summary>
    public IReadOnlyCollection<SimulatedSkill> Skills => _skills.Values;

    internal Lock Gate { get; } = new();

    internal DateTimeOffset Now => _now();

    internal Life? Life { get; set; }

    internal IList<SimulatedAgent> People => _agents.Values;

    /// <summary>The queue of that id; a new one is opened where there is none.</summary>
    public SimulatedSkill Skill(int id)
    {
        lock (Gate)
        {
            if (!_skills.TryGetValue(id, out var skill)) _skills[id] = skill = new(this, id, $"Queue {id}");
            return skill;
        }
    }

    /// <summary>A further agent, idle and in no queue.</summary>
    /// <param name="workNo">Null takes the next free one.</param>
    public SimulatedAgent Has(string name, int? workNo = null)
    {
        lock (Gate)
        {
            var number = workNo ?? (_agents.Count == 0 ? WorkNumbers.At((Id - 1) * 100) : _agents.Keys[^1] + 1);
            var agent = new SimulatedAgent(this, number, name) { Phone = $"8{number}" };
            if (!_agents.TryAdd(number, agent)) throw new ArgumentException($"Work number {number} is {_agents[number].Name}'s.", nameof(workNo));
            return agent.Is();
        }
    }

    /// <summary>The agent of that work number or name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public SimulatedAgent Agent(int workNo) =>
        Find(workNo) ?? throw new KeyNotFoundException($"VDN {Id} has no agent {workNo}.");

    /// <inheritdoc cref="Agent(int)"/>
    public SimulatedAgent Agent(string name) =>
        Agents.FirstOrDefault(agent => agent.Name == name) ?? throw new KeyNotFoundException($"VDN {Id} has no agent {name}.");

    /// <summary>The agent's account is deleted.</summary>
    public void Loses(SimulatedAgent agent)
    {
        lock (Gate)
        {
            _agents.Remove(agent.WorkNo);
            foreach (var skill in agent.Skills) skill.Leave(agent);
        }
    }

    internal SimulatedAgent? Find(int workNo) => _agents.GetValueOrDefault(workNo);

    internal bool TryFind(int skill, out SimulatedSkill? found) => _skills.TryGetValue(skill, out found);

    /// <summary>How it stood at this moment, for as long as data is frozen.</summary>
    internal SimulatedVdn Copy(DateTimeOffset at)
    {
        lock (Gate)
        {
            var copy = new SimulatedVdn(Id, () => at, queues: false) { RestQuota = RestQuota };
            foreach (var skill in _skills.Values)
            {
                var twin = new SimulatedSkill(copy, skill.Id, skill.Name) { MediaType = skill.MediaType, Figures = skill.Figures with { } };
                twin.Waiting.AddRange(skill.Waiting);
                copy._skills[skill.Id] = twin;
            }

            foreach (var agent in _agents.Values) copy._agents[agent.WorkNo] = agent.On(copy);
            return copy;
        }
    }
}

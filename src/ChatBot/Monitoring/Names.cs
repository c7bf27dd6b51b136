namespace ChatBot.Monitoring;

/// <summary>What a skill queue is called: by the settings (English, Chinese, other names) and by the platform.</summary>
/// <param name="Platform">The name the contact centre has for it, untrusted text; null when it told none.</param>
/// <param name="Configured">True when it stands in <c>Monitoring:Skills</c>.</param>
public sealed record SkillName(
    int Vdn, int Id, string? English, string? Chinese, IReadOnlyList<string> Others, string? Platform, bool Configured);

/// <summary>What an agent is called.</summary>
public sealed record AgentName(int Vdn, int WorkNo, string Name);

/// <summary>Every name known at this moment; what the platform cannot tell is simply missing. Agents may share a name.</summary>
/// <param name="Vdn">The default VDN of the settings.</param>
public sealed record Names(int Vdn, IReadOnlyList<SkillName> Skills, IReadOnlyList<AgentName> Agents)
{
    public SkillName? Skill(int vdn, int id) => Skills.FirstOrDefault(s => s.Vdn == vdn && s.Id == id);
}

/// <summary>The skill queues of a VDN, by number.</summary>
public sealed record SkillList(IReadOnlyList<SkillName> Skills, IReadOnlyList<FloorNote> Notes);

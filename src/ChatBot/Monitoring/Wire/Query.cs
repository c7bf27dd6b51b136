namespace ChatBot.Monitoring.Wire;

/// <summary>The body of every request; what is null is not sent. Paging: <c>offset = limit × (page − 1)</c>.</summary>
internal sealed record Query
{
    public Query? QueryParam { get; init; }
    public int? CcId { get; init; }
    public int? Vdn { get; init; }
    public int? SkillId { get; init; }
    public IReadOnlyList<int>? SkillIds { get; init; }
    public int? AgentId { get; init; }
    public int? Limit { get; init; }
    public int? Offset { get; init; }

    public Query Wrapped() => new() { QueryParam = this };
}

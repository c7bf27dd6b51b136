using ChatBot.Monitoring;

namespace ChatBot.Commands.Access;

/// <summary>What who asks may see and do. Pure: told by <see cref="Grants"/>.</summary>
/// <param name="See">Empty for nothing.</param>
/// <param name="Rules">Whether they may change rules.</param>
public sealed record Rights(IReadOnlyList<Part> See, bool Rules)
{
    public static readonly Rights Full = new([Part.All], true);

    /// <summary>Every part of the floor.</summary>
    public bool SeesAll { get; } = See.Any(p => p is { Vdn: null, IsWhole: true });

    /// <summary>The same for the same parts, so that what is made for them can be kept.</summary>
    public string Key { get; } = string.Join(',', See.Distinct().Select(p => $"{p.Vdn}/{p.First}-{p.Last}").Order(StringComparer.Ordinal));

    /// <summary>All of this scope: for a VDN, all of the VDN.</summary>
    public bool Sees(Scope scope) => SeesAll
        || (scope.Skill is { } skill ? See.Any(p => p.Has(scope.Vdn, skill)) : See.Any(p => p.IsWhole && p.IsOf(scope.Vdn)));

    /// <summary>At least a part of this scope.</summary>
    public bool SeesSomeOf(Scope scope) => Sees(scope) || (scope.Skill is null && See.Any(p => p.IsOf(scope.Vdn)));
}

namespace ChatBot.Commands.Access;

/// <summary>Who may ask what, by the settings.</summary>
public sealed class Grants(AccessSettings settings)
{
    private readonly List<(Grant To, Rights Rights)> _grants = [.. settings.Grants.Select(g => (g, RightsOf(g)))];
    private readonly Rights _everyone = settings.IsOpen ? Rights.Full : settings.Everyone is { } all ? RightsOf(all) : new([], false);

    /// <summary>Nothing is set: everybody may everything.</summary>
    public bool AreOpen => settings.IsOpen;

    /// <summary>All that the grants to this person and to this place allow together; what everyone may where none matches. At this
    /// machine's terminal everything.</summary>
    /// <param name="conversation">Its stable id: a channel's, whichever thread is meant.</param>
    public Rights Of(Origin origin, string conversation)
    {
        if (origin.IsTerminal) return Rights.Full;
        if (_grants.Count == 0) return _everyone;
        var theirs = _grants.Where(g => IsFor(g.To, origin, conversation)).Select(g => g.Rights).ToList();
        return theirs.Count switch
        {
            0 => _everyone,
            1 => theirs[0],
            _ => new([.. theirs.SelectMany(r => r.See).Distinct()], theirs.Any(r => r.Rules)),
        };
    }

    private static bool IsFor(Grant grant, Origin origin, string conversation) =>
        (grant.Person is { Length: > 0 } person && string.Equals(person, origin.EntraId, StringComparison.OrdinalIgnoreCase))
        || (grant.Team is { Length: > 0 } place && (place == origin.Team || place == conversation));

    private static Rights RightsOf(Allowance allowance) =>
        new([.. allowance.See.Where(text => Part.TryParse(text, out _)).Select(text => Part.TryParse(text, out var part) ? part : default).Distinct()], allowance.Rules);
}

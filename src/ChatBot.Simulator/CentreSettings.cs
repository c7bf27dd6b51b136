namespace ChatBot.Simulator;

/// <summary>Which of the two documented styles the centre answers; paths of the other style are 404.</summary>
public enum CentreEdition
{
    Both,

    /// <summary>8.13 and before.</summary>
    Classic,

    /// <summary>8.14 and later.</summary>
    Current,
}

/// <summary>What a simulated contact centre is made of. The defaults are a small scripted one for tests.</summary>
public sealed record CentreSettings
{
    /// <summary>Travels inside the Authorization header, so it must not hold a slash.</summary>
    public string AccessKey { get; init; } = "simulated-key";

    public string SecretKey { get; init; } = "simulated-secret";

    /// <summary>On 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    public CentreEdition Edition { get; init; } = CentreEdition.Both;

    /// <summary>The only <c>ccId</c> that is known, 1–65535.</summary>
    public int CallCentre { get; init; } = 1;

    /// <summary>VDNs 1 to this number, at most 5000.</summary>
    public int Vdns { get; init; } = 1;

    /// <summary>Null: 40 on a lively floor, none on a scripted one.</summary>
    public int? AgentsPerVdn { get; init; }

    /// <summary>The same seed, times and size give the same lives, however often they are looked at.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Agents live by themselves. Otherwise only time passes and the test decides the rest.</summary>
    public bool Lively { get; init; }

    /// <summary>How far a signature's time stamp may be from the centre's clock, either way (inferred, not documented).</summary>
    public TimeSpan SignatureWindow { get; init; } = TimeSpan.FromMinutes(15);

    internal int Agents => AgentsPerVdn ?? (Lively ? 40 : 0);

    internal void Check()
    {
        Require(AccessKey.Length > 0 && !AccessKey.Contains('/'), nameof(AccessKey), "must not be empty and not hold a slash");
        Require(SecretKey.Length > 0, nameof(SecretKey), "must not be empty");
        Require(Port is >= 0 and <= 65535, nameof(Port), "must be 0 (any free one) to 65535");
        Require(CallCentre is >= 1 and <= 65535, nameof(CallCentre), "must be 1 to 65535");
        Require(Vdns is >= 1 and <= 5000, nameof(Vdns), "must be 1 to 5000");
        Require(Agents >= 0, nameof(AgentsPerVdn), "must not be negative");
        Require((long)Vdns * Agents <= WorkNumbers.Most, nameof(AgentsPerVdn),
            $"times {nameof(Vdns)} must not exceed {WorkNumbers.Most}, the work numbers there are");
        Require(SignatureWindow > TimeSpan.Zero, nameof(SignatureWindow), "must be longer than nothing");
    }

    private static void Require(bool holds, string setting, string rule)
    {
        if (!holds) throw new ArgumentException($"{setting} {rule}.");
    }
}

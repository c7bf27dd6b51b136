namespace ChatBot.Monitoring;

/// <summary>Which generation of the CC-CMS monitoring interfaces is spoken.</summary>
public enum Edition
{
    /// <summary>8.14 and later: lists of a whole VDN, queue names, queue length.</summary>
    Current,
    /// <summary>8.13 and before: bodies in <c>queryParam</c>, no list of a whole VDN.</summary>
    Classic,
}

/// <summary>How the Current edition wants its bodies: its pages contradict themselves.</summary>
public enum BodyForm
{
    /// <summary>As the request tables say: flat everywhere.</summary>
    Tables,
    /// <summary>As the samples show: in <c>queryParam</c> for agents of a queue, queue statistics and queue names.</summary>
    Samples,
}

/// <summary>Whether a signed request without a query carries an empty line for it.</summary>
public enum EmptyQueryLine
{
    /// <summary>Try without; after a 401 try the other form once and keep what worked.</summary>
    Auto,
    Omit,
    Include,
}

/// <summary>The section <c>Monitoring</c>: where the contact centre is and how it is spoken to.</summary>
public sealed class MonitoringSettings
{
    /// <summary><c>https://host:port</c> of CC-CMS (its NSLB address), without a path.</summary>
    public string Address { get; set; } = "";

    /// <summary>AK of the C2 signature, from the operator.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>SK of the C2 signature, from the operator. Never logged.</summary>
    public string SecretKey { get; set; } = "";

    public Edition Edition { get; set; } = Edition.Current;

    public BodyForm BodyForm { get; set; } = BodyForm.Tables;

    /// <summary><c>ccId</c>, 1–65535.</summary>
    public int CallCentre { get; set; } = 1;

    /// <summary>The VDN meant when nobody names one, 1–5000.</summary>
    public int Vdn { get; set; } = 1;

    /// <summary>The time a whole answer may take with all its calls and retries, 1–9.5 s; a single attempt may use half of it.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a reading is given to others before the contact centre is asked again, 0–60 s.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The largest answer read, 1–256 MB; a larger one is an error.</summary>
    public int MaxAnswerMegabytes { get; set; } = 16;

    /// <summary>PEM or DER file with the CA (or self-signed certificate) that alone is trusted; empty: the machine's CAs.
    /// The host name is checked either way.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>IANA id of the call centre's time zone, for every clock time shown.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>What Classic cannot tell, and what people call the queues.</summary>
    public List<SkillSettings> Skills { get; set; } = [];

    public SignatureSettings Signature { get; set; } = new();

    public TimeZoneInfo Zone() => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    internal IEnumerable<SkillSettings> SkillsOf(int vdn) => Skills.Where(s => (s.Vdn ?? Vdn) == vdn);
}

/// <summary>One skill queue as people know it.</summary>
public sealed class SkillSettings
{
    /// <summary>The queue's VDN; empty: <c>Monitoring:Vdn</c>.</summary>
    public int? Vdn { get; set; }

    /// <summary>1–10000.</summary>
    public int Id { get; set; }

    public string? Name { get; set; }

    public string? NameZh { get; set; }

    public List<string> OtherNames { get; set; } = [];

    /// <summary>What the queue is called, by these settings and by the platform.</summary>
    /// <param name="vdn">The queue's, or the default one.</param>
    internal SkillName Named(int vdn, string? platform) => new(vdn, Id, Given(Name), Given(NameZh), OtherNames, platform, Configured: true);

    private static string? Given(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();
}

/// <summary>Where sources disagree about the C2 signature.</summary>
public sealed class SignatureSettings
{
    /// <summary>Names of the signed headers joined by <c>;</c>, out of content-length, content-type and host; host always.</summary>
    public string SignedHeaders { get; set; } = "content-length;content-type;host";

    /// <summary>Whether the time stamp carries milliseconds.</summary>
    public bool Milliseconds { get; set; } = true;

    public EmptyQueryLine EmptyQueryLine { get; set; } = EmptyQueryLine.Auto;

    internal string[] Headers() =>
        [.. SignedHeaders.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(h => h.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)];
}

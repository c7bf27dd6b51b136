namespace ChatBot.Alerts;

/// <summary>Settings under <c>Alerts</c>: what a new rule gets, and how watching and telling are done.</summary>
public sealed class AlertSettings
{
    public const string Section = "Alerts";

    /// <summary>Whether this process watches and tells. Of several with one database one does at a time (<see cref="Lease"/>);
    /// one with false never. All of them answer.</summary>
    public bool Watch { get; set; } = true;

    /// <summary>Between two readings of a VDN. 5 s to 5 min.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Readings in a row before a raise, where a rule names no time. 1 to 20.</summary>
    public int HoldPolls { get; set; } = 2;

    /// <summary>Calm readings in a row before an incident is resolved. 1 to 20.</summary>
    public int CalmPolls { get; set; } = 2;

    /// <summary>Failed readings in a row before blindness is told. 1 to 20.</summary>
    public int BlindPolls { get; set; } = 3;

    /// <summary>Or without a live figure for so long. 15 s to 1 h.</summary>
    public TimeSpan BlindAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>A new crossing so soon after the end reopens the incident. 0 to 24 h.</summary>
    public TimeSpan CoolDown { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often an incident nobody took is told again, unless its rule says otherwise. 0 (never) or 5 min to 12 h.</summary>
    public TimeSpan Repeat { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long an acknowledgement lasts. 1 min to 12 h.</summary>
    public TimeSpan AcknowledgeFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How far beyond what was last told counts as worse, in percent. 10 to 1000.</summary>
    public int WorseBy { get; set; } = 50;

    /// <summary>Between two edits of a card that only change figures. 5 s to 10 min.</summary>
    public TimeSpan EditEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>New incidents told one by one in an hour and conversation; more become a digest. 1 to 100.</summary>
    public int NewPerHour { get; set; } = 12;

    /// <summary>Of a new rule.</summary>
    public Severity Severity { get; set; } = Severity.Warning;

    /// <summary>When a new rule may speak, by the clock of <c>Monitoring:TimeZone</c>: "08:00-20:00", "Mon-Fri 08:00-20:00",
    /// "Mon,Sat 22:00-06:00". Empty for always.</summary>
    public string Active { get; set; } = "";

    /// <summary>When shifts end, for "snooze until the end of the shift".</summary>
    public IList<string> ShiftEnds { get; } = [];

    /// <summary>Rules an administrator ships.</summary>
    public IList<ShippedRule> Rules { get; } = [];
}

/// <summary>One of <c>Alerts:Rules</c>.</summary>
public sealed class ShippedRule
{
    /// <summary>Unique; shown with the rule.</summary>
    public string Name { get; set; } = "";

    /// <summary>What the rule is, as one would type it: "alert when waiting skill 3 above 5 for 2m".</summary>
    public string When { get; set; } = "";

    /// <summary>Where it is told: the conversation's id, as <c>status</c> shows it there.</summary>
    public string Conversation { get; set; } = "";

    /// <summary>Null for the usual calm level.</summary>
    public int? Calm { get; set; }

    public TimeSpan? Repeat { get; set; }

    public Severity? Severity { get; set; }

    public string? Active { get; set; }

    /// <summary>"en" or "zh".</summary>
    public string Language { get; set; } = "en";

    /// <summary>People whom a critical incident mentions.</summary>
    public IList<ShippedMention> Mentions { get; } = [];
}

/// <summary>One of a shipped rule's mentions. The id is a value: as a key its colon would part it.</summary>
public sealed class ShippedMention
{
    /// <summary>The channel's id of them ("29:…").</summary>
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";
}

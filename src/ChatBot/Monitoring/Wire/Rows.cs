namespace ChatBot.Monitoring.Wire;

// One row type a thing for both editions: names are matched without case, and where the editions differ in more
// than case both names stand here and a method picks. Everything may be missing.

/// <summary>An agent: of a queue's list, of a VDN's list, single, or in the roster of names.</summary>
internal sealed class AgentRow
{
    public long? WorkNo { get; set; }
    public long? AgentId { get; set; }
    public string? Name { get; set; }
    public string? AgentName { get; set; }
    public long? Status { get; set; }
    public long? CtiStatus { get; set; }
    /// <summary>The platform's own misspelling, in the single query.</summary>
    public long? CitStatus { get; set; }
    public long? CurrentState { get; set; }
    /// <summary>Seconds.</summary>
    public long? CurrentStateTime { get; set; }
    /// <summary>Epoch milliseconds.</summary>
    public long? LoginDate { get; set; }
    public long? LogonTime { get; set; }
    public long? LogonDate { get; set; }

    /// <summary>Untrusted text; only its masked end is ever given on.</summary>
    public string? PhoneNumber { get; set; }

    public int? Number() => Plausible.WorkNo(WorkNo ?? AgentId);
    public string? Called() => Plausible.Name(Name ?? AgentName);
    public long? Cti() => CtiStatus ?? CitStatus ?? CurrentState;
    public long? SignedInAt() => LoginDate ?? LogonTime ?? LogonDate;
}

/// <summary>The rest overview of a VDN, or a page of it.</summary>
internal sealed class RestOverview
{
    public long? AllowRestNum { get; set; }
    public long? AllowRestAgentNum { get; set; }
    public long? OnRestNum { get; set; }
    public long? OnRestAgentNum { get; set; }
    public long? WaitRestNum { get; set; }
    public long? WaitRestAgentNum { get; set; }
    public List<RestRow>? AgentsRestDetails { get; set; }
    public List<RestRow>? Details { get; set; }

    public int? Allowed() => Plausible.Count(AllowRestNum ?? AllowRestAgentNum);
    public int? Resting() => Plausible.Count(OnRestNum ?? OnRestAgentNum);
    public int? Waiting() => Plausible.Count(WaitRestNum ?? WaitRestAgentNum);
    public List<RestRow> People() => AgentsRestDetails ?? Details ?? [];
}

/// <summary>One person in the rest overview. The row does not say whether they rest, wait or may go.</summary>
internal sealed class RestRow
{
    public long? WorkNo { get; set; }
    public long? AgentId { get; set; }
    public string? Name { get; set; }
    public string? AgentName { get; set; }
    public long? CantRestReason { get; set; }
    public long? CantRestCause { get; set; }
    /// <summary>Epoch milliseconds by the server's clock; small numbers are dummies.</summary>
    public long? BeginTime { get; set; }
    /// <summary>Seconds asked for.</summary>
    public long? RestDuration { get; set; }
    public long? ApplyRestLength { get; set; }
    /// <summary>Seconds rested at the query; only on people who rest.</summary>
    public long? ReqRestDura { get; set; }

    public int? Number() => Plausible.WorkNo(WorkNo ?? AgentId);
    public string? Called() => Plausible.Name(Name ?? AgentName);
    public long? Cause() => CantRestReason ?? CantRestCause;
    public long? Asked() => RestDuration ?? ApplyRestLength;
}

/// <summary>Head counts of a VDN.</summary>
internal sealed class CountsRow
{
    public long? BusyAgent { get; set; }
    public long? TalkingNum { get; set; }
    public long? IdleAgent { get; set; }
    public long? TotalLoginAgent { get; set; }
}

/// <summary>A skill queue: its name, its length, or its statistics.</summary>
internal sealed class QueueRow
{
    public long? SkillId { get; set; }
    public long? Id { get; set; }
    public string? Name { get; set; }
    public string? SkillDescrip { get; set; }
    public long? QueueSize { get; set; }
    /// <summary>Seconds.</summary>
    public long? QueueTime { get; set; }
    public long? LoggedOnAgents { get; set; }
    public long? AvailAgents { get; set; }
    public long? CallWaitNums { get; set; }
    /// <summary>Seconds, by all likelihood: no page gives the unit.</summary>
    public long? MaxCallWaitTimesIn5 { get; set; }
    public long? AgentLoginNums { get; set; }
    public long? AgentAvailableNums { get; set; }

    public int? Number() => Plausible.Skill(SkillId ?? Id);
    public string? Called() => Plausible.Name(Name ?? SkillDescrip);
}

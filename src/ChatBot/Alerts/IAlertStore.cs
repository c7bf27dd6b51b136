namespace ChatBot.Alerts;

/// <summary>Where rules and incidents are kept; outlives a restart. Each method is one transaction. Implemented by the room
/// State, which throws its own exception when the database cannot be used: what was decided is then decided again later.</summary>
public interface IAlertStore
{
    Task<IReadOnlyList<int>> VdnsWithRulesAsync(CancellationToken stop);

    Task<IReadOnlyList<Rule>> RulesOfVdnAsync(int vdn, CancellationToken stop);

    Task<IReadOnlyList<Rule>> RulesOfAsync(string conversation, CancellationToken stop);

    /// <returns>Null when the conversation has no rule of this number, whoever else has.</returns>
    Task<Rule?> FindRuleAsync(string conversation, int number, CancellationToken stop);

    /// <summary>Stores a new rule under the next number.</summary>
    Task<Rule> AddAsync(Rule rule, Deed deed, CancellationToken stop);

    /// <summary>Replaces the stored rule of the same number; the open incident of one that is paused now ends with it. Whoever made
    /// it stays, and nobody is mentioned who was not before but for who changes it. One that is as it was leaves no line.</summary>
    /// <returns>False when it is gone.</returns>
    Task<bool> ChangeAsync(Rule rule, Deed deed, CancellationToken stop);

    /// <summary>Its open incident ends with it.</summary>
    /// <returns>False when it was gone already.</returns>
    Task<bool> DeleteAsync(string conversation, int number, Deed deed, CancellationToken stop);

    /// <summary>Open incidents of the VDN, and those that ended after <paramref name="endedAfter"/>.</summary>
    Task<IReadOnlyList<Incident>> IncidentsOfVdnAsync(int vdn, DateTimeOffset endedAfter, CancellationToken stop);

    /// <summary>Open ones, newest first.</summary>
    Task<IReadOnlyList<Incident>> OpenOfAsync(string conversation, CancellationToken stop);

    /// <returns>Null when the conversation has no incident of this number, whoever else has.</returns>
    Task<Incident?> FindIncidentAsync(string conversation, int number, CancellationToken stop);

    /// <summary>Stores changes of incidents, their history and the posts to make, all or nothing for each incident. An incident
    /// with number 0 is new: it gets its number and its posts name it. Otherwise the stored one must have
    /// <c>Version - 1</c>.</summary>
    /// <returns>As stored; null where another was faster (a newer version, an open incident of the same key, or the rule that would
    /// open one is gone), or where the database refuses this one for good, which the log tells once. A change with a deed that is
    /// refused throws.</returns>
    Task<IReadOnlyList<Incident?>> SaveAsync(IReadOnlyList<Change> changes, CancellationToken stop);

    /// <summary>Oldest first, at most 200: the first 20 and the newest. Old lines without a decision go.</summary>
    Task<IReadOnlyList<HistoryLine>> HistoryAsync(int incident, CancellationToken stop);

    /// <summary>Removes ended incidents, their history and their posts that ended before, at most <paramref name="most"/>
    /// incidents in one call.</summary>
    /// <returns>How many incidents were removed.</returns>
    Task<int> ForgetAsync(DateTimeOffset before, int most, CancellationToken stop);

    /// <summary>What was changed in a conversation, newest first.</summary>
    Task<(IReadOnlyList<Deed> Newest, int All)> DeedsAsync(string conversation, int most, CancellationToken stop);

    /// <returns>How many lines were removed.</returns>
    Task<int> ForgetDeedsAsync(DateTimeOffset before, int most, CancellationToken stop);

    /// <summary>Removes what is stored about a person, and their personal chats with all that is in them. What others watch goes
    /// on; who did what becomes somebody who asked to be forgotten. One transaction.</summary>
    /// <param name="deed">That they asked for it.</param>
    Task<Forgotten> ForgetPersonAsync(Person person, Deed deed, CancellationToken stop);

    /// <summary>Takes the lease, or renews it: it must be free, the holder's own, over, or that of <paramref name="over"/>.</summary>
    /// <param name="until">Then it is over.</param>
    /// <returns>Whoever holds it now.</returns>
    Task<string> HoldAsync(string holder, string? over, DateTimeOffset now, DateTimeOffset until, CancellationToken stop);

    /// <summary>Gives the lease back, if it is this holder's.</summary>
    Task<bool> LetGoAsync(string holder, CancellationToken stop);

    Kept Kept { get; }
}

/// <param name="Posts">To be made with it; a new incident's number is filled in.</param>
/// <param name="Deed">Of what a person did; null for the watcher's.</param>
public sealed record Change(Incident Incident, IReadOnlyList<HistoryLine> History, IReadOnlyList<Post> Posts, Deed? Deed = null);

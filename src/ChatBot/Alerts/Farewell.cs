namespace ChatBot.Alerts;

/// <summary>The bot can no longer speak in a conversation: its rules and incidents end, and who made them is told once, in a
/// personal chat.</summary>
/// <param name="grains">Null where nobody watches in this process (<see cref="AlertSettings.Watch"/>).</param>
public sealed partial class Farewell(
    IAlertStore alerts, IPostStore posts, IEnumerable<IPosting> ways, TimeProvider time, ILogger<Farewell> log, IGrainFactory? grains = null)
{
    /// <summary>May be called again: nobody is told twice.</summary>
    public async Task EndAsync(string conversation, CancellationToken stop)
    {
        // 1 Where the owners are told: asked for while it is still known through whom.
        var owners = (await alerts.RulesOfAsync(conversation, stop)).Select(r => r.MadeBy).OfType<Person>().DistinctBy(p => p.Id);
        foreach (var owner in owners)
            foreach (var way in ways) await way.MeetAsync(conversation, owner, stop);

        // 2 The end, and the notices with it. Whoever comes second ends nothing, and tells nobody.
        var ended = await posts.EndAsync(conversation, time.GetUtcNow(), stop);
        if (ended.Rules.Count == 0) return;
        Ended(log, conversation, ended.Rules.Count);
        if (grains is null) return;
        foreach (var notice in ended.Notices) await grains.GetGrain<IMessenger>(notice.Conversation).WakeAsync();
        foreach (var vdn in ended.Rules.Select(r => r.Vdn).Distinct()) await grains.GetGrain<IVdnWatcher>(vdn).WakeAsync();
    }

    [LoggerMessage(3001, LogLevel.Warning, "Conversation {Conversation} is gone, and {Rules} rules with it")]
    private static partial void Ended(ILogger log, string conversation, int rules);
}

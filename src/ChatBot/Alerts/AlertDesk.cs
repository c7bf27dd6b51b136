namespace ChatBot.Alerts;

/// <summary>What people do with rules and incidents, from whichever command or button. Every change is stored, then the watcher
/// and the messenger it concerns are woken. Numbers of other conversations are unknown here.</summary>
/// <param name="grains">Null where nobody watches in this process (<see cref="AlertSettings.Watch"/>).</param>
public sealed class AlertDesk(
    IAlertStore store, IPostStore posts, WatchHealth watching, AlertHealth telling, TimeProvider time, IGrainFactory? grains = null)
{
    public Task<IReadOnlyList<Rule>> RulesAsync(string conversation, CancellationToken stop) => store.RulesOfAsync(conversation, stop);

    public Task<IReadOnlyList<Incident>> OpenAsync(string conversation, CancellationToken stop) => store.OpenOfAsync(conversation, stop);

    public Task<Rule?> RuleAsync(string conversation, int number, CancellationToken stop) => store.FindRuleAsync(conversation, number, stop);

    public Task<Incident?> IncidentAsync(string conversation, int number, CancellationToken stop) => store.FindIncidentAsync(conversation, number, stop);

    public Task<IReadOnlyList<HistoryLine>> HistoryAsync(Incident incident, CancellationToken stop) => store.HistoryAsync(incident.Number, stop);

    public Task<DateTimeOffset?> QuietUntilAsync(string conversation, CancellationToken stop) => posts.QuietUntilAsync(conversation, stop);

    public async Task<Rule> MakeAsync(Rule rule, CancellationToken stop)
    {
        var made = await store.AddAsync(rule with { MadeAt = time.GetUtcNow() }, stop);
        await WatchAsync(made.Vdn);
        return made;
    }

    /// <summary>An open incident of the rule is judged by the new figures from the next reading on.</summary>
    /// <returns>False when the rule is gone.</returns>
    public async Task<bool> ChangeAsync(Rule rule, CancellationToken stop)
    {
        var before = await store.FindRuleAsync(rule.Conversation, rule.Number, stop);
        if (!await store.ChangeAsync(rule, stop)) return false;
        if (rule.Paused) await WithdrawAsync(rule, null, stop);
        await WatchAsync(rule.Vdn);
        if (before is not null && before.Vdn != rule.Vdn) await WatchAsync(before.Vdn);
        return true;
    }

    /// <summary>Its open incident ends with it. False when it was gone already.</summary>
    public async Task<bool> DeleteAsync(Rule rule, Person? by, CancellationToken stop)
    {
        // Once the rule is gone nobody raises it again while its incident ends.
        var isGone = await store.DeleteAsync(rule.Conversation, rule.Number, stop);
        await WithdrawAsync(rule, by, stop);
        await WatchAsync(rule.Vdn);
        return isGone;
    }

    /// <summary>Makes the shipped rules in force those of the settings, by name; somebody's pause stays.</summary>
    public async Task ShipAsync(IReadOnlyList<Rule> shipped, CancellationToken stop)
    {
        var stored = new Dictionary<string, Rule>();
        foreach (var vdn in await store.VdnsWithRulesAsync(stop))
        {
            foreach (var rule in (await store.RulesOfVdnAsync(vdn, stop)).Where(r => r.Shipped is not null))
            {
                // A rule that is told elsewhere now is another one.
                if (!shipped.Any(s => s.Shipped == rule.Shipped && s.Conversation == rule.Conversation) || !stored.TryAdd(rule.Shipped!, rule))
                    await DeleteAsync(rule, null, stop);
            }
        }

        foreach (var rule in shipped)
        {
            if (stored.TryGetValue(rule.Shipped!, out var old))
                await ChangeAsync(rule with { Number = old.Number, Paused = old.Paused, MadeAt = old.MadeAt }, stop);
            else await MakeAsync(rule, stop);
        }
    }

    /// <summary>How watching and telling go.</summary>
    /// <exception cref="Exception">The database cannot be used.</exception>
    public async Task<AlertStatus> StatusAsync(CancellationToken stop)
    {
        var (waiting, oldest) = await posts.BacklogAsync(stop);
        return new(watching, telling, waiting, oldest);
    }

    /// <returns>As it stands now: unchanged when it had ended; null when the conversation has none of this number.</returns>
    public Task<Incident?> AcknowledgeAsync(string conversation, int number, Person by, TimeSpan lasts, CancellationToken stop) =>
        ChangeIncidentAsync(conversation, number, i => i with
        {
            TakenBy = by,
            SnoozedBy = null,
            Known = i.Known with { AcknowledgedUntil = time.GetUtcNow() + lasts, SnoozedUntil = null },
        }, "ack", by, stop);

    /// <inheritdoc cref="AcknowledgeAsync"/>
    public Task<Incident?> SnoozeAsync(string conversation, int number, Person by, TimeSpan lasts, CancellationToken stop) =>
        ChangeIncidentAsync(conversation, number, i => i with
        {
            SnoozedBy = by,
            Known = i.Known with { SnoozedUntil = time.GetUtcNow() + lasts },
        }, "snooze", by, stop);

    /// <param name="lasts">Null ends the quiet time: what was held is told now.</param>
    public async Task<DateTimeOffset?> QuietAsync(string conversation, TimeSpan? lasts, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var until = lasts is { } length ? now + length : (DateTimeOffset?)now;
        await posts.SetQuietAsync(conversation, until, stop);
        await SpeakAsync(conversation);
        return lasts is null ? null : until;
    }

    private async Task WithdrawAsync(Rule rule, Person? by, CancellationToken stop)
    {
        foreach (var incident in (await store.OpenOfAsync(rule.Conversation, stop)).Where(i => i.Rule?.Number == rule.Number))
        {
            await ChangeIncidentAsync(rule.Conversation, incident.Number, i => i with
            {
                EndedAt = time.GetUtcNow(),
                Ending = Ending.RuleWithdrawn,
            }, "withdraw", by, stop);
        }
    }

    private async Task<Incident?> ChangeIncidentAsync(
        string conversation, int number, Func<Incident, Incident> change, string did, Person? by, CancellationToken stop)
    {
        // Each round somebody else was faster (the watcher at its poll, a colleague): their change is kept and ours put on top.
        while (true)
        {
            if (await store.FindIncidentAsync(conversation, number, stop) is not { Open: true } before)
                return await store.FindIncidentAsync(conversation, number, stop);
            var after = change(before) with { Version = before.Version + 1, StateVersion = before.Version + 1 };
            HistoryLine line = new(time.GetUtcNow(), VerdictKind.Stay, null, before.Known.Value, did, by);
            if ((await store.SaveAsync([new(after, [line], [])], stop))[0] is not { } stored) continue;
            await SpeakAsync(conversation);
            await WatchAsync(stored.Scope.Vdn);
            return stored;
        }
    }

    private Task WatchAsync(int vdn) => grains?.GetGrain<IVdnWatcher>(vdn).WakeAsync() ?? Task.CompletedTask;

    private Task SpeakAsync(string conversation) => grains?.GetGrain<IMessenger>(conversation).WakeAsync() ?? Task.CompletedTask;
}

/// <param name="PostsWaiting">Not sent yet, of all conversations; the oldest since <paramref name="OldestPost"/>.</param>
public sealed record AlertStatus(WatchHealth Watching, AlertHealth Telling, int PostsWaiting, DateTimeOffset? OldestPost);

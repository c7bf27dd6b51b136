namespace ChatBot.Alerts;

/// <summary>What people do with rules and incidents, from whichever command or button. Every change is stored with its line in the
/// audit, then the watcher and the messenger it concerns are woken. Numbers of other conversations are unknown here.</summary>
/// <param name="grains">Null where nobody watches in this process (<see cref="AlertSettings.Watch"/>).</param>
public sealed class AlertDesk(
    IAlertStore store, IPostStore posts, WatchHealth watching, AlertHealth telling, Lease lease, TimeProvider time, IGrainFactory? grains = null)
{
    public Kept Kept => store.Kept;

    public Task<IReadOnlyList<Rule>> RulesAsync(string conversation, CancellationToken stop) => store.RulesOfAsync(conversation, stop);

    public Task<IReadOnlyList<Incident>> OpenAsync(string conversation, CancellationToken stop) => store.OpenOfAsync(conversation, stop);

    public Task<Rule?> RuleAsync(string conversation, int number, CancellationToken stop) => store.FindRuleAsync(conversation, number, stop);

    public Task<Incident?> IncidentAsync(string conversation, int number, CancellationToken stop) => store.FindIncidentAsync(conversation, number, stop);

    public Task<IReadOnlyList<HistoryLine>> HistoryAsync(Incident incident, CancellationToken stop) => store.HistoryAsync(incident.Number, stop);

    public Task<DateTimeOffset?> QuietUntilAsync(string conversation, CancellationToken stop) => posts.QuietUntilAsync(conversation, stop);

    /// <summary>What was changed in the conversation, newest first, and how much in all.</summary>
    public Task<(IReadOnlyList<Deed> Newest, int All)> DeedsAsync(string conversation, int most, CancellationToken stop) =>
        store.DeedsAsync(conversation, most, stop);

    public async Task<Rule> MakeAsync(Rule rule, Deed deed, CancellationToken stop)
    {
        var made = await store.AddAsync(rule with { MadeAt = time.GetUtcNow() }, deed, stop);
        await WatchAsync(made.Vdn);
        return made;
    }

    /// <summary>An open incident of the rule is judged by the new figures from the next reading on; that of a paused one ends.</summary>
    /// <returns>False when the rule is gone.</returns>
    public async Task<bool> ChangeAsync(Rule rule, Deed deed, CancellationToken stop)
    {
        var before = await store.FindRuleAsync(rule.Conversation, rule.Number, stop);
        if (!await store.ChangeAsync(rule, deed, stop)) return false;
        if (rule.Paused) await SpeakAsync(rule.Conversation);
        await WatchAsync(rule.Vdn);
        if (before is not null && before.Vdn != rule.Vdn) await WatchAsync(before.Vdn);
        return true;
    }

    /// <summary>Its open incident ends with it. False when it was gone already.</summary>
    public async Task<bool> DeleteAsync(Rule rule, Deed deed, CancellationToken stop)
    {
        if (!await store.DeleteAsync(rule.Conversation, rule.Number, deed, stop)) return false;
        await SpeakAsync(rule.Conversation);
        await WatchAsync(rule.Vdn);
        return true;
    }

    /// <summary>Makes the shipped rules in force those of the settings, by name; somebody's pause stays.</summary>
    /// <param name="sentence">What a rule says, in canonical form.</param>
    public async Task ShipAsync(IReadOnlyList<Rule> shipped, Func<Rule, string> sentence, CancellationToken stop)
    {
        var stored = new Dictionary<string, Rule>();
        foreach (var vdn in await store.VdnsWithRulesAsync(stop))
        {
            foreach (var rule in (await store.RulesOfVdnAsync(vdn, stop)).Where(r => r.Shipped is not null))
            {
                // A rule that is told elsewhere now is another one.
                if (!shipped.Any(s => s.Shipped == rule.Shipped && s.Conversation == rule.Conversation) || !stored.TryAdd(rule.Shipped!, rule))
                    await DeleteAsync(rule, ByNobody(rule, $"delete alert {rule.Number}"), stop);
            }
        }

        foreach (var rule in shipped)
        {
            if (stored.TryGetValue(rule.Shipped!, out var old))
                await ChangeAsync(rule with { Number = old.Number, Paused = old.Paused, MadeAt = old.MadeAt }, ByNobody(rule, $"edit alert {old.Number}"), stop);
            else await MakeAsync(rule, ByNobody(rule, sentence(rule)), stop);
        }
    }

    /// <summary>Makes those shipped rules that are gone because their conversation was, as a bot's that was taken out of a team is.</summary>
    public async Task ShipAgainAsync(IReadOnlyList<Rule> shipped, Func<Rule, string> sentence, CancellationToken stop)
    {
        foreach (var rule in shipped)
        {
            if (!(await RulesAsync(rule.Conversation, stop)).Any(r => r.Shipped == rule.Shipped)) await MakeAsync(rule, ByNobody(rule, sentence(rule)), stop);
        }
    }

    private Deed ByNobody(Rule rule, string what) => new(time.GetUtcNow(), rule.Conversation, null, what);

    /// <summary>How watching and telling go.</summary>
    /// <exception cref="Exception">The database cannot be used.</exception>
    public async Task<AlertStatus> StatusAsync(CancellationToken stop)
    {
        var (waiting, oldest) = await posts.BacklogAsync(stop);
        return new(watching, telling, waiting, oldest, lease.Elsewhere);
    }

    /// <param name="by">Who has it now.</param>
    /// <returns>As it stands now: unchanged when it had ended; null when the conversation has none of this number.</returns>
    public Task<Incident?> AcknowledgeAsync(int number, Person by, TimeSpan lasts, Deed deed, CancellationToken stop) =>
        ChangeIncidentAsync(number, i => i with
        {
            TakenBy = by,
            SnoozedBy = null,
            Known = i.Known with { AcknowledgedUntil = time.GetUtcNow() + lasts, SnoozedUntil = null },
        }, "ack", by, deed, stop);

    /// <inheritdoc cref="AcknowledgeAsync"/>
    public Task<Incident?> SnoozeAsync(int number, Person by, TimeSpan lasts, Deed deed, CancellationToken stop) =>
        ChangeIncidentAsync(number, i => i with
        {
            SnoozedBy = by,
            Known = i.Known with { SnoozedUntil = time.GetUtcNow() + lasts },
        }, "snooze", by, deed, stop);

    /// <param name="lasts">Null ends the quiet time: what was held is told now.</param>
    public async Task<DateTimeOffset?> QuietAsync(TimeSpan? lasts, Deed deed, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var until = lasts is { } length ? now + length : (DateTimeOffset?)now;
        var wasQuiet = await posts.QuietUntilAsync(deed.Conversation, stop) > now;
        await posts.SetQuietAsync(deed.Conversation, until, wasQuiet || lasts is not null ? deed : null, stop);
        await SpeakAsync(deed.Conversation);
        return lasts is null ? null : until;
    }

    /// <summary>Removes all that is stored about somebody; what others watch goes on.</summary>
    public async Task ForgetAsync(Person person, Deed deed, CancellationToken stop)
    {
        var changed = await store.ForgetPersonAsync(person, deed, stop);
        foreach (var vdn in changed.Vdns) await WatchAsync(vdn);
        foreach (var conversation in changed.Conversations) await SpeakAsync(conversation);
    }

    private async Task<Incident?> ChangeIncidentAsync(
        int number, Func<Incident, Incident> change, string did, Person by, Deed deed, CancellationToken stop)
    {
        // Each round somebody else was faster (the watcher at its poll, a colleague): their change is kept and ours put on top.
        while (true)
        {
            var before = await store.FindIncidentAsync(deed.Conversation, number, stop);
            if (before is not { Open: true }) return before;
            var after = change(before) with { Version = before.Version + 1, StateVersion = before.Version + 1 };
            HistoryLine line = new(time.GetUtcNow(), VerdictKind.Stay, null, before.Known.Value, did, by);
            if ((await store.SaveAsync([new(after, [line], [], deed with { Incident = number })], stop))[0] is not { } stored) continue;
            await SpeakAsync(deed.Conversation);
            await WatchAsync(stored.Scope.Vdn);
            return stored;
        }
    }

    private Task WatchAsync(int vdn) => grains?.GetGrain<IVdnWatcher>(vdn).WakeAsync() ?? Task.CompletedTask;

    private Task SpeakAsync(string conversation) => grains?.GetGrain<IMessenger>(conversation).WakeAsync() ?? Task.CompletedTask;
}

/// <param name="PostsWaiting">Not sent yet, of all conversations; the oldest since <paramref name="OldestPost"/>.</param>
/// <param name="Elsewhere">The machine of another process that watches instead of this one.</param>
public sealed record AlertStatus(WatchHealth Watching, AlertHealth Telling, int PostsWaiting, DateTimeOffset? OldestPost, string? Elsewhere);

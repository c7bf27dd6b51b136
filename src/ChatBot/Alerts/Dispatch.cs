namespace ChatBot.Alerts;

/// <summary>Decides what is said next in one conversation. Pure: no clock, no I/O.</summary>
internal static class Dispatch
{
    /// <summary>So many tries without an arrival, and a post no longer keeps others from being sent.</summary>
    private const int Stubborn = 5;

    private enum Rank
    {
        CriticalCard,
        Card,
        Digest,
        Reply,
        StateEdit,
        FigureEdit,
    }

    private sealed record Wish(DateTimeOffset Due, bool IsStubborn, Rank Rank, Post Post, NextAction Action);

    public static NextAction Next(Outbox box, Pace pace, AlertSettings settings, DateTimeOffset now)
    {
        // 1 What needs no message of its own.
        if (Merging.Of(box, settings, now) is { Count: > 0 } merged) return new NextAction.Store(merged);

        // 2 What is to be said, and from when on.
        List<Wish> wishes = [.. Sends(box, now), .. Edits(box, pace, settings, now)];
        if (wishes.Count == 0) return new NextAction.Nothing();

        // 3 The most important of what is due, when the pace allows it.
        var free = pace.NextAt(now);
        var due = wishes.FindAll(w => w.Due <= now);
        if (due.Count == 0) return new NextAction.Wait(Later(wishes.Min(w => w.Due), free));
        if (free > now) return new NextAction.Wait(free);
        return due.OrderBy(w => w.IsStubborn).ThenBy(w => w.Rank).ThenBy(w => w.Post.Id).First().Action;
    }

    private static IEnumerable<Wish> Sends(Outbox box, DateTimeOffset now)
    {
        var quiet = box.QuietUntil is { } until && until > now ? until : DateTimeOffset.MinValue;
        foreach (var post in box.ToSend)
        {
            var due = Later(Pace.Since(now, post.TriedAt, post.DueAt), quiet);
            yield return new(due, post.Tries >= Stubborn, RankOf(post), post, new NextAction.Send(post));
        }
    }

    private static IEnumerable<Wish> Edits(Outbox box, Pace pace, AlertSettings settings, DateTimeOffset now)
    {
        foreach (var post in box.Living)
        {
            if (post is not { Status: PostStatus.Sent, MessageId: not null }) continue;
            var (version, state) = box.Newest(post);
            // Never downwards: a sum shrinks when the store forgets an old incident.
            if (version <= post.ShowsVersion) continue;
            var isState = state > post.ShowsStateVersion;
            var shown = post.EditedAt ?? post.SentAt ?? post.MadeAt;
            var due = isState ? DateTimeOffset.MinValue : Pace.Since(now, shown, shown + settings.EditEvery);
            var room = pace.NextAt(now, isState ? Pace.StateEditsUpTo : Pace.FigureEditsUpTo);
            yield return new(
                Later(Later(due, room), pace.EditNotBefore(post.Id, now)), false, isState ? Rank.StateEdit : Rank.FigureEdit, post, new NextAction.Edit(post));
        }
    }

    private static Rank RankOf(Post post) => post.Kind switch
    {
        PostKind.Card => post.Critical ? Rank.CriticalCard : Rank.Card,
        PostKind.Digest => Rank.Digest,
        PostKind.Gone => Rank.Card,
        _ => Rank.Reply,
    };

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    /// <summary>The sums of the versions and of the state versions of what <paramref name="post"/> is about, as they are now.</summary>
    public static (int Version, int State) Newest(this Outbox box, Post post)
    {
        var incidents = box.About(post);
        return (incidents.Sum(i => i.Version), incidents.Sum(i => i.StateVersion));
    }

    /// <summary>The incidents of <paramref name="post"/> that are not forgotten yet.</summary>
    public static IReadOnlyList<Incident> About(this Outbox box, Post post) =>
        [.. post.Incidents.Select(box.Incidents.GetValueOrDefault).OfType<Incident>()];
}

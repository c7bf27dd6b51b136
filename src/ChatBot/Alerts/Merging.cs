namespace ChatBot.Alerts;

/// <summary>Which waiting posts need no message of their own, because another one tells it. Pure.</summary>
internal static class Merging
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <returns>Posts to store in one transaction, some of them new; empty when everything is as it should be. Asked again until
    /// it is.</returns>
    public static IReadOnlyList<Post> Of(Outbox box, AlertSettings settings, DateTimeOffset now)
    {
        var isQuiet = box.QuietUntil > now;
        if (Forgotten(box) is { Count: > 0 } forgotten) return forgotten;
        if (Uncertain(box, now) is { Count: > 0 } again) return again;
        if (Replies(box) is { Count: > 0 } replies) return replies;
        if (isQuiet) return [];
        if (AfterQuiet(box, now) is { Count: > 0 } digest) return digest;
        return Flood(box, settings, now);
    }

    /// <summary>Nothing is left to say about incidents the store has forgotten.</summary>
    private static List<Post> Forgotten(Outbox box) =>
    [
        .. from post in box.ToSend
           where post.Kind != PostKind.Gone && box.About(post).Count == 0
           select post with { Status = PostStatus.Refused },
    ];

    /// <summary>Nobody knows whether this card arrived, and now there is more to tell than it could show: a new one.</summary>
    private static List<Post> Uncertain(Outbox box, DateTimeOffset now)
    {
        List<Post> changed = [];
        foreach (var post in box.Living.Where(p => p.Status == PostStatus.Unknown && box.Newest(p).State > p.ShowsStateVersion))
        {
            changed.Add(post with { Status = PostStatus.Merged });
            if (post.Incidents.All(number => WaitsAsCard(box, number))) continue;
            changed.Add(new Post { Conversation = post.Conversation, Kind = post.Kind, Incidents = post.Incidents, Critical = post.Critical, MadeAt = now });
        }

        return changed;
    }

    /// <summary>Of an incident's replies the newest is enough, and none where its card waits.</summary>
    private static List<Post> Replies(Outbox box)
    {
        List<Post> changed = [];
        foreach (var replies in box.ToSend.Where(p => p.Kind == PostKind.Reply).GroupBy(p => p.Incidents[0]))
        {
            var newest = replies.MaxBy(r => r.Id)!;
            if (WaitsAsCard(box, replies.Key)) changed.Add(newest with { Status = PostStatus.Merged });
            // "Worse" calls nobody: what calls people is said instead, with the same figures.
            else if (newest.Says == VerdictKind.Worse && replies.LastOrDefault(CallsPeople) is { } loud)
                changed.Add(newest with { Says = loud.Says, Reason = loud.Reason });
            changed.AddRange(replies.Where(r => r.Id != newest.Id).Select(r => r with { Status = PostStatus.Merged }));
        }

        return changed;
    }

    private static bool CallsPeople(Post reply) => reply.Says is VerdictKind.Raise or VerdictKind.Remind or VerdictKind.Unacknowledged;

    private static bool WaitsAsCard(Outbox box, int incident) =>
        box.ToSend.Any(p => p.Kind is PostKind.Card or PostKind.Digest && p.Incidents.Contains(incident));

    private static List<Post> AfterQuiet(Outbox box, DateTimeOffset now)
    {
        var held = box.ToSend.Where(p => p.MadeAt < box.QuietUntil && p.Kind != PostKind.Gone).ToList();
        return held.Count == 0 ? [] : Gather(held, into: null, now);
    }

    private static List<Post> Flood(Outbox box, AlertSettings settings, DateTimeOffset now)
    {
        var cards = box.ToSend.Where(p => p.Kind == PostKind.Card).ToList();
        var left = settings.NewPerHour - box.Sent.Count(s => s.NewIncident && IsRecent(s.At, now)) - cards.Count(c => c.Critical);
        var tooMany = cards.Where(c => !c.Critical).OrderBy(c => c.Id).Skip(Math.Max(0, left)).ToList();
        if (tooMany.Count == 0) return [];
        var digest = box.ToSend.LastOrDefault(p => p.Kind == PostKind.Digest)
            ?? box.Living.LastOrDefault(p =>
                p is { Kind: PostKind.Digest, Status: PostStatus.Sent, MessageId: not null } && IsRecent(p.SentAt, now));
        return Gather(tooMany, digest, now);
    }

    // What was said later than now was said by a clock that was put back.
    private static bool IsRecent(DateTimeOffset? at, DateTimeOffset now) => at > now - Hour && at <= now;

    /// <param name="into">Null for a new digest.</param>
    private static List<Post> Gather(List<Post> posts, Post? into, DateTimeOffset now)
    {
        var digest = into ?? new Post { Conversation = posts[0].Conversation, Kind = PostKind.Digest, MadeAt = now };
        return
        [
            digest with
            {
                Incidents = [.. digest.Incidents.Union(posts.SelectMany(p => p.Incidents))],
                Critical = digest.Critical || posts.Exists(p => p.Critical),
            },
            .. posts.Select(p => p with { Status = PostStatus.Merged }),
        ];
    }
}

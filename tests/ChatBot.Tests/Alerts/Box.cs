using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Tests.Alerts;

/// <summary>An outbox written in a line, and what is to be done about it in a line.</summary>
internal sealed class Box
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly List<Post> _toSend = [];
    private readonly List<Post> _living = [];
    private readonly List<(DateTimeOffset, bool)> _sent = [];
    private readonly Dictionary<int, Incident> _incidents = [];
    private DateTimeOffset? _quiet;

    public Pace Pace { get; } = new();

    public AlertSettings Settings { get; } = new();

    /// <param name="version">With its state version after a slash, if that is another: "5/3".</param>
    public Box Incident(int number, string version = "1", bool open = true)
    {
        var versions = version.Split('/').Select(int.Parse).ToArray();
        _incidents[number] = new Incident
        {
            Number = number,
            Conversation = "c",
            Scope = new Scope(1),
            Known = Known.Nothing,
            RaisedAt = Noon,
            EndedAt = open ? null : Noon,
            Last = new Observation(),
            Version = versions[0],
            StateVersion = versions[^1],
        };
        return this;
    }

    public Box Incidents(int from, int to)
    {
        for (var number = from; number <= to; number++) Incident(number);
        return this;
    }

    /// <summary>To be sent, each a minute old unless told otherwise.</summary>
    public Box Waits(long id, PostKind kind, int[] about, bool critical = false, double due = 0, int tries = 0, double made = -60, bool sending = false, double tried = -1)
    {
        _toSend.Add(new Post
        {
            Id = id,
            Conversation = "c",
            Kind = kind,
            Incidents = about,
            Critical = critical,
            Tries = tries,
            Status = sending ? PostStatus.Sending : PostStatus.Waiting,
            MadeAt = At(made),
            TriedAt = At(tried),
            DueAt = due == 0 ? null : At(due),
        });
        return this;
    }

    /// <summary>In the chat: sent and edited so many seconds after noon.</summary>
    public Box Stands(
        long id, PostKind kind, int[] about, string shows, double sent = -600, double? edited = null, bool known = true, bool unknown = false)
    {
        var versions = shows.Split('/').Select(int.Parse).ToArray();
        _living.Add(new Post
        {
            Id = id,
            Conversation = "c",
            Kind = kind,
            Incidents = about,
            MadeAt = At(sent),
            SentAt = At(sent),
            Status = unknown ? PostStatus.Unknown : PostStatus.Sent,
            MessageId = known && !unknown ? $"m{id}" : null,
            EditedAt = edited is { } at ? At(at) : null,
            ShowsVersion = versions[0],
            ShowsStateVersion = versions[^1],
        });
        return this;
    }

    public Box Sent(int cards, double seconds)
    {
        for (var i = 0; i < cards; i++) _sent.Add((At(seconds), true));
        return this;
    }

    public Box QuietUntil(double seconds)
    {
        _quiet = At(seconds);
        return this;
    }

    public Box Pacing(Action<Pace> pace)
    {
        pace(Pace);
        return this;
    }

    public static DateTimeOffset At(double seconds) => Noon.AddSeconds(seconds);

    /// <summary>What is done at noon.</summary>
    public string Then() => Dispatch.Next(new(_quiet, _toSend, _living, _sent, _incidents), Pace, Settings, Noon) switch
    {
        NextAction.Send(var post) => $"send {post.Id}",
        NextAction.Edit(var post) => $"edit {post.Id}",
        NextAction.Wait(var until) => FormattableString.Invariant($"wait {(until - Noon).TotalSeconds} s"),
        NextAction.Store(var posts) => string.Join(", ", posts.Select(Line)),
        _ => "nothing",
    };

    private static string Line(Post post) => post.Status is PostStatus.Merged or PostStatus.Refused
        ? $"{post.Id} {post.Status}".ToLowerInvariant()
        : $"{(post.Id == 0 ? "new" : post.Id)} {post.Kind} of {string.Join('+', post.Incidents)}".ToLowerInvariant();
}

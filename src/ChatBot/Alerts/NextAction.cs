namespace ChatBot.Alerts;

/// <summary>What a messenger does next.</summary>
internal abstract record NextAction
{
    /// <summary>Only the store changes: posts are merged, a digest is made of many. Nothing is sent.</summary>
    public sealed record Store(IReadOnlyList<Post> Posts) : NextAction;

    public sealed record Send(Post Post) : NextAction;

    public sealed record Edit(Post Post) : NextAction;

    /// <summary>Nothing may be said before.</summary>
    public sealed record Wait(DateTimeOffset Until) : NextAction;

    public sealed record Nothing : NextAction;
}

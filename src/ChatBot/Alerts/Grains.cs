using Orleans;
using Orleans.Concurrency;

namespace ChatBot.Alerts;

/// <summary>Watches one VDN; exactly one of it is active. Its key is the VDN.</summary>
public interface IVdnWatcher : IGrainWithIntegerKey
{
    /// <summary>Rules or incidents changed, or the process started: read them anew and watch while there are any.</summary>
    [AlwaysInterleave]
    Task WakeAsync();

    /// <summary>Completes when the poll under way, if any, is over.</summary>
    [AlwaysInterleave]
    Task IdleAsync();
}

/// <summary>Speaks in one conversation; exactly one of it is active. Its key is the conversation's id.</summary>
public interface IMessenger : IGrainWithStringKey
{
    /// <summary>Something is to be said or edited. Returns before it is.</summary>
    [AlwaysInterleave]
    Task WakeAsync();

    /// <summary>Completes when all that may be said now is said.</summary>
    [AlwaysInterleave]
    Task IdleAsync();
}

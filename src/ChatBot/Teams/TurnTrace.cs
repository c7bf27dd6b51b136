using System.Diagnostics;

namespace ChatBot.Teams;

/// <summary>A turn as part of the request that brought it, though that is over long before.</summary>
internal static class TurnTrace
{
    public const string Name = "ChatBot.Teams";

    private static readonly ActivitySource s_source = new(Name);

    public static Func<CancellationToken, Task> Around(Func<CancellationToken, Task> turn)
    {
        if (!s_source.HasListeners()) return turn;
        var request = System.Diagnostics.Activity.Current?.Context ?? default;
        return async stop =>
        {
            // What runs in a lane carries the trace of the turn that opened it.
            System.Diagnostics.Activity.Current = null;
            using var span = s_source.StartActivity("turn", ActivityKind.Internal, request);
            try
            {
                await turn(stop);
            }
            catch (Exception e)
            {
                span?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
                throw;
            }
        };
    }
}

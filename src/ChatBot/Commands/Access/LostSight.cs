using ChatBot.Alerts;
using ChatBot.Monitoring;
using Microsoft.Extensions.Options;

namespace ChatBot.Commands.Access;

/// <summary>Rules outlive rights: at the start, as settings are read then, the alerts of a personal chat are paused that are about what its
/// person may no longer see. Elsewhere many read along, and nobody knows who; what the settings ship is theirs to say.</summary>
internal sealed partial class LostSight(
    Grants grants, IAlertStore store, AlertDesk desk, IConversations conversations, IOptions<AlertSettings> settings, TimeProvider time,
    ILogger<LostSight> log) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        // Who only asks a question does not change what others watch.
        if (grants.AreOpen || !settings.Value.Watch) return;
        foreach (var vdn in await store.VdnsWithRulesAsync(cancellationToken))
        {
            foreach (var rule in (await store.RulesOfVdnAsync(vdn, cancellationToken)).Where(r => r is { Paused: false, Shipped: null }))
            {
                var chat = await conversations.GetAsync(rule.Conversation, cancellationToken);
                if (!chat.IsPersonal || grants.Of(new() { EntraId = chat.EntraId, IsPersonal = true }, chat.Id).Sees(rule.Scope)) continue;
                await desk.ChangeAsync(rule with { Paused = true }, new(time.GetUtcNow(), rule.Conversation, null, $"pause alert {rule.Number}"), cancellationToken);
                Paused(log, rule.Number, rule.Scope);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(2003, LogLevel.Information, "Alert {Rule} of a personal chat is paused: its person may no longer see {Scope}")]
    private static partial void Paused(ILogger log, int rule, Scope scope);
}

using System.Text;
using ChatBot.Alerts;

namespace ChatBot.Tests.Alerts;

/// <summary>Draws incidents as a line each: number, version, whether it is open.</summary>
internal sealed class PlainCards : IAlertCards
{
    /// <summary>Where this is said, drawing fails.</summary>
    public string? Fails { get; set; }

    public Task<Message> CardAsync(Incident incident, CancellationToken stop, bool elsewhere = false) => Card(
        $"card {Line(incident)}", incident.Severity == Severity.Critical ? incident.Rule!.Mentions : []);

    public Task<Message> ShortAsync(Incident incident, CancellationToken stop) => Card($"short {Line(incident)}", []);

    public Task<Message> ReplyAsync(Incident incident, Post reply, CancellationToken stop) =>
        Task.FromResult(new Message(default, $"reply {reply.Says} {Line(incident)}", []));

    public Task<Message> DigestAsync(Post digest, IReadOnlyList<Incident> incidents, CancellationToken stop) =>
        Card($"digest {string.Join(", ", incidents.Select(Line))}", []);

    public Task<Message> GoneAsync(Post notice, CancellationToken stop) =>
        Task.FromResult(new Message(default, $"gone {string.Join(", ", notice.Rules.Select(r => r.Number))}", []));

    private Task<Message> Card(string text, IReadOnlyList<Person> mentions)
    {
        if (Fails is not null && text.Contains(Fails, StringComparison.Ordinal)) throw new InvalidOperationException("cannot draw this");
        return Task.FromResult(new Message(Encoding.UTF8.GetBytes($$"""{"type":"AdaptiveCard","text":"{{text}}"}"""), text, mentions));
    }

    private static string Line(Incident incident) => $"#{incident.Number} v{incident.Version}{(incident.Open ? "" : " ended")}";
}

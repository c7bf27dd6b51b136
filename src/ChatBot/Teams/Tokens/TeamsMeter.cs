using System.Diagnostics.Metrics;

namespace ChatBot.Teams.Tokens;

/// <summary>How proving goes, both ways, as the meter <c>ChatBot.Teams</c>.</summary>
internal sealed class TeamsMeter
{
    public const string Name = "ChatBot.Teams";

    private readonly Counter<long> _callers;
    private readonly Counter<long> _tokens;
    private readonly Counter<long> _connector;

    public TeamsMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _callers = meter.CreateCounter<long>("chatbot.teams.callers.refused", "{request}", "Requests that did not prove that they come from the channel, by reason.");
        _tokens = meter.CreateCounter<long>("chatbot.teams.tokens", "{token}", "Tokens asked of Entra for the bot, by whether it got one.");
        _connector = meter.CreateCounter<long>("chatbot.teams.connector.unauthorized", "{call}", "Calls that the connector refused with 401, by whether a new token mended it.");
    }

    public void CallerRefused(string reason) => _callers.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void TokenFetched(bool good) => _tokens.Add(1, new KeyValuePair<string, object?>("outcome", good ? "ok" : "failed"));

    public void ConnectorRefused(bool mended) => _connector.Add(1, new KeyValuePair<string, object?>("outcome", mended ? "mended" : "refused"));
}

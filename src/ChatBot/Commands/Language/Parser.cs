using ChatBot.Monitoring;

namespace ChatBot.Commands.Language;

/// <summary>Reads a sentence, English, Chinese or mixed. Deterministic, offline, linear in the length.</summary>
public sealed class Parser
{
    /// <param name="names">Names of queues and agents that may stand for numbers.</param>
    public Understanding Parse(string sentence, Names names) => throw new NotImplementedException();
}

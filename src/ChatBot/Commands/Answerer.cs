using ChatBot.Commands.Language;

namespace ChatBot.Commands;

/// <summary>One question, one answer, whatever happens: every failure is an answer too.</summary>
public sealed class Answerer
{
    public Task<Answer> AnswerAsync(Question question, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>The short welcome a conversation gets once, in the language of the client's locale ("zh-CN"; null for English).</summary>
    public Answer Welcome(string? locale) => throw new NotImplementedException();
}

using ChatBot.Commands;

namespace ChatBot.Teams;

/// <summary>Gets an answer, whatever happens, and shows in the meantime that somebody is at work.</summary>
internal sealed partial class Asking(Ask ask, Connector connector, TimeProvider time, ILogger<Asking> log)
{
    private static readonly TimeSpan TypingAfter = TimeSpan.FromSeconds(1);
    // Clients show it for a few seconds only.
    private static readonly TimeSpan TypingAgainAfter = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <returns>One without a card (<see cref="Sentence"/>) when nothing came within 30 s.</returns>
    public async Task<Answer> AnswerAsync(Question question, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await ask(question, both.Token).WaitAsync(both.Token);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            Failed(log, e);
            return Sentence(Words.Failed, Outcome.Failed);
        }
    }

    public async Task<Answer> AnswerTypingAsync(Question question, ConversationReference to, CancellationToken stop)
    {
        var answer = AnswerAsync(question, stop);
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var typing = TypeAsync(to, answered.Token);
        try
        {
            return await answer;
        }
        finally
        {
            await answered.CancelAsync();
            await typing;
        }
    }

    /// <summary>An answer that is only a sentence.</summary>
    public static Answer Sentence(string text, Outcome outcome = Outcome.Answered) => new(ReadOnlyMemory<byte>.Empty, text, outcome);

    private async Task TypeAsync(ConversationReference to, CancellationToken answered)
    {
        try
        {
            for (var wait = TypingAfter; ; wait = TypingAgainAfter)
            {
                // Nearly every answer comes before: no exception for each.
                await Task.Delay(wait, time, answered).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (answered.IsCancellationRequested) return;
                await connector.PostAsync(to, Reply.Typing(to), answered, Again.Freely);
            }
        }
        catch (OperationCanceledException)
        {
            // Answered: nothing to show any more.
        }
    }

    [LoggerMessage(5001, LogLevel.Error, "A question got no answer")]
    private static partial void Failed(ILogger log, Exception e);
}

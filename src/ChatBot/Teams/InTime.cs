using ChatBot.Commands;

namespace ChatBot.Teams;

/// <summary>An answer wanted in the HTTP response itself: Teams waits only a few seconds there.</summary>
internal sealed class InTime(TimeProvider time)
{
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource<Answer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <returns>False when the request was answered without it: then it must go another way.</returns>
    public bool TrySet(Answer answer) => _answer.TrySetResult(answer);

    /// <returns>Null when the answer is not there in time.</returns>
    public async Task<Answer?> WaitAsync(CancellationToken gone)
    {
        try
        {
            return await _answer.Task.WaitAsync(Budget, time, gone);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return _answer.TrySetCanceled(CancellationToken.None) ? null : await _answer.Task;
        }
    }
}

namespace ChatBot.Teams.Tokens;

/// <summary>A call to the connector was held back: it would have gone without a token, or to somebody who must not get it.</summary>
/// <param name="why">In a few words, for logs and <c>why</c>.</param>
internal sealed class NotSentException(string why, Exception? inner = null) : Exception(why, inner)
{
    /// <summary>Null when it was something else that failed.</summary>
    public static NotSentException? In(Exception? e) => e is null or NotSentException ? e as NotSentException : In(e.InnerException);
}

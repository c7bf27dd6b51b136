namespace ChatBot.Monitoring;

/// <summary>What may be believed of a number on the wire. Sentinels (all ones, the year 2106) and dummies become null.</summary>
internal static class Plausible
{
    private const long AllOnes = 4294967295;
    private static readonly long Year2100 = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>Seconds as a duration; null for a sentinel and for anything negative.</summary>
    public static TimeSpan? Seconds(long? seconds) => seconds is >= 0 and < AllOnes ? TimeSpan.FromSeconds(seconds.Value) : null;

    /// <summary>Epoch milliseconds as a moment; lab data holds small dummies (2345), signed-out agents the year 2106.</summary>
    public static DateTimeOffset? Moment(long? milliseconds) => milliseconds > 1_000_000_000_000 && milliseconds < Year2100
        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value) : null;

    /// <summary>Soft: editions differ in the range.</summary>
    public static int? WorkNo(long? number) => number is > 0 and < 10_000_000 ? (int)number : null;

    public static int? Skill(long? number) => number is > 0 and < 65535 ? (int)number : null;

    public static int? Count(long? number) => number is >= 0 and < 10_000_000 ? (int)number : null;

    public static int? Code(long? number) => number is >= 0 and <= int.MaxValue ? (int)number : null;

    /// <summary>Null when blank; a name has no line feeds and ends somewhere.</summary>
    public static string? Name(string? name) => name is null ? null : Clean.Text(name, 100) is { Length: > 0 } clean ? clean : null;
}

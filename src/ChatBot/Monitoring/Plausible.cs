namespace ChatBot.Monitoring;

/// <summary>What may be believed of a number on the wire. Sentinels (all ones, the year 2106) and dummies become null.</summary>
internal static class Plausible
{
    // Longer is no duration but a sentinel (136 years), one that counted on or ran under zero, or a moment.
    private const long TenYears = 10 * 366 * 86400L;

    private const long Week = 7 * 86400;

    private static readonly long Year2100 = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>Seconds as a duration; null for a sentinel and for anything negative.</summary>
    public static TimeSpan? Seconds(long? seconds) => seconds is >= 0 and < TenYears ? TimeSpan.FromSeconds(seconds.Value) : null;

    /// <summary>A rest asked for is 1 to 86399 s; extended ones are longer, but nobody asks for none or for weeks.</summary>
    public static TimeSpan? Asked(long? seconds) => seconds is > 0 and <= Week ? TimeSpan.FromSeconds(seconds.Value) : null;

    /// <summary>The time since a begin, both by the server's clock. A little in the future is a clock and begins now; far
    /// in the future or the past is no begin.</summary>
    public static TimeSpan? Since(DateTimeOffset? begin, DateTimeOffset now) => (now - begin)?.TotalSeconds switch
    {
        null or < -60 or > Week => null,
        < 0 => TimeSpan.Zero,
        _ => now - begin,
    };

    /// <summary>Epoch milliseconds as a moment; lab data holds small dummies (2345), signed-out agents the year 2106.</summary>
    public static DateTimeOffset? Moment(long? milliseconds) => milliseconds > 1_000_000_000_000 && milliseconds < Year2100
        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value) : null;

    /// <summary>Soft: editions differ in the range.</summary>
    public static int? WorkNo(long? number) => number is > 0 and < 10_000_000 ? (int)number : null;

    public static int? Skill(long? number) => number is > 0 and < 65535 ? (int)number : null;

    public static int? Count(long? number) => number is >= 0 and < 10_000_000 ? (int)number : null;

    /// <summary>Calls in one queue; so few that those of all queues together (<see cref="Skill"/>) can be added.</summary>
    public static int? Calls(long? number) => number is >= 0 and < 30_000 ? (int)number : null;

    public static int? Code(long? number) => number is >= 0 and <= int.MaxValue ? (int)number : null;

    /// <summary>"•••• 1234": the last four digits of a number of at least seven; two of a shorter one, an extension.</summary>
    public static string? PhoneEnd(string? phone)
    {
        if (phone is null) return null;
        var digits = string.Concat(phone.Take(100).Where(char.IsAsciiDigit));
        return digits.Length == 0 ? null : digits.Length < 4 ? "••••" : $"•••• {digits[^(digits.Length < 7 ? 2 : 4)..]}";
    }

    /// <summary>Null when blank; a name has no line feeds and ends somewhere.</summary>
    public static string? Name(string? name) => name is null ? null : Clean.Text(name, 100) is { Length: > 0 } clean ? clean : null;
}

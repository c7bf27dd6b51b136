using ChatBot.Alerts;
using C = ChatBot.Commands.Language.Concept;

namespace ChatBot.Commands.Language;

/// <summary>The value of a rule and how long it must hold.</summary>
internal static class Values
{
    /// <param name="value">People or calls, or seconds when <paramref name="isTime"/>.</param>
    public static bool Read(Said said, out int value, out Comparison comparison, out TimeSpan? hold, out bool isTime)
    {
        (value, comparison, hold, isTime) = (0, Comparison.AtLeast, null, false);
        var counts = said.Counts;
        var times = said.Durations;
        if (said.Has(C.Nobody) || said.Has(C.No))
        {
            // "nobody is free", "no agents idle for 5 minutes"
            if (counts.Count > 0 || times.Count > 1 || (times.Count == 1 && !IsHold(times[0]))) return false;
            (value, comparison) = (1, Comparison.Below);
            hold = times.Count == 1 ? TimeSpan.FromSeconds(times[0].Value) : null;
            return true;
        }

        switch (counts.Count, times.Count)
        {
            case (1, 0):
                return Take(counts[0], ref value, ref comparison);
            case (1, 1) when IsHold(times[0]):
                hold = TimeSpan.FromSeconds(times[0].Value);
                return Take(counts[0], ref value, ref comparison);
            case (0, 1):
                isTime = true;
                return Take(times[0], ref value, ref comparison);
            case (0, 2):
                isTime = true;
                var second = IsHold(times[1]) ? 1 : IsHold(times[0]) ? 0 : -1;
                if (second < 0) return false;
                hold = TimeSpan.FromSeconds(times[second].Value);
                return Take(times[1 - second], ref value, ref comparison);
            default:
                return false;
        }
    }

    private static bool IsHold(Amount time) => time is { Hold: true, Comparison: null };

    // "at least 0" is always true and "below 0" never: nobody means that.
    private static bool Take(Amount amount, ref int value, ref Comparison comparison)
    {
        value = (int)amount.Value;
        comparison = amount.Comparison ?? Comparison.AtLeast;
        return value > 0 || comparison is Comparison.AtMost or Comparison.Above;
    }
}

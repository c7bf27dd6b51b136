namespace ChatBot.Commands.Language;

internal static class EditDistance
{
    /// <summary>True when one letter put in, left out or changed, or two neighbours swapped, makes one of the other.</summary>
    public static bool IsOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length < b.Length)
        {
            var swap = a;
            a = b;
            b = swap;
        }

        if (a.Length - b.Length > 1) return false;
        var same = a.CommonPrefixLength(b);
        if (a.Length > b.Length) return a[(same + 1)..].SequenceEqual(b[same..]);
        if (same == a.Length) return false;
        if (a[(same + 1)..].SequenceEqual(b[(same + 1)..])) return true;
        return IsSwap(a, b);
    }

    /// <summary>True when two neighbours swapped make one of the other.</summary>
    public static bool IsSwap(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var same = a.CommonPrefixLength(b);
        return a.Length == b.Length && same + 1 < a.Length && a[same] == b[same + 1] && a[same + 1] == b[same] && a[(same + 2)..].SequenceEqual(b[(same + 2)..]);
    }

    /// <summary>Letters to put in, leave out or change, over the first 60 of each.</summary>
    public static int Full(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a[..Math.Min(a.Length, 60)];
        b = b[..Math.Min(b.Length, 60)];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}

namespace ChatBot.Commands.Language;

/// <summary>Courtesy around a sentence. Inside one it is a filler like others; around a canonical form it must not make a riddle of it.</summary>
internal static class Politeness
{
    private static readonly string[] Words =
    [
        "please", "pls", "plz", "kindly", "thank you", "thanks", "thx", "cheers", "bye", "goodbye", "lol", "haha", "hi", "hello", "hey", "can you", "could you", "would you",
        "请问", "请", "麻烦", "帮我", "谢谢", "再见", "拜拜", "你好", "您好", "一下",
    ];

    private static readonly string[] Nods = ["okay", "ok", "alright", "all right"];

    private const string Pauses = ",.!;:，。！；：";

    // "ok to rest", "okay for a break"
    private static readonly string[] Continuing = ["to", "for", "with", "if", "that", "by", "on", "in", "at", "or"];

    /// <summary>What is left between courtesies, signs and blanks.</summary>
    public static ReadOnlySpan<char> Without(ReadOnlySpan<char> text)
    {
        var rest = Core(text);
        while (Shorter(rest) is { } length) rest = Core(length > 0 ? rest[length..] : rest[..^-length]);
        return rest;
    }

    /// <summary>What follows a word that only says "I heard you": "ok, who is resting". Without a comma behind it, it may say more than
    /// that ("ok to rest", "ok 231").</summary>
    /// <returns>The text itself where nothing such stands at its beginning.</returns>
    public static string AfterNod(string text, bool withComma)
    {
        var rest = text.AsSpan().TrimStart();
        var nods = 0;
        for (; Nod(rest) is > 0 and var length; nods++)
        {
            var after = rest[length..].TrimStart();
            if (withComma && (after.IsEmpty || !Pauses.Contains(after[0]))) break;
            rest = after.TrimStart(Pauses).TrimStart();
        }

        var isMeant = withComma ? rest.Length > 0 : SaysNoMore(rest);
        return nods > 0 && isMeant ? $"{rest}" : text;
    }

    private static int Nod(ReadOnlySpan<char> text)
    {
        foreach (var word in Nods)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && text.Length > word.Length && Parts(word, text[word.Length])) return word.Length;
        }

        return 0;
    }

    private static bool SaysNoMore(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && char.IsAsciiLetter(rest[end])) end++;
        return rest.Length > 0 && char.IsLetter(rest[0]) && !Continuing.Contains($"{rest[..end]}".ToLowerInvariant());
    }

    /// <returns>How much a courtesy takes, less than nothing at the end; null where there is none.</returns>
    private static int? Shorter(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
        {
            if (text.Length <= word.Length) continue;
            if (text.StartsWith(word, StringComparison.Ordinal) && Parts(word, text[word.Length])) return word.Length;
            if (text.EndsWith(word, StringComparison.Ordinal) && Parts(word, text[^(word.Length + 1)])) return -word.Length;
        }

        return null;
    }

    // "hi" is no part of "him", but 请 may stand against anything.
    private static bool Parts(string word, char neighbour) => Units.IsHan(word[0]) || Units.IsHan(neighbour) || !char.IsLetterOrDigit(neighbour);

    private static ReadOnlySpan<char> Core(ReadOnlySpan<char> text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        return text[start..end];
    }
}

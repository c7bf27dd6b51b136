namespace ChatBot.Commands.Language;

/// <summary>Courtesy around a sentence. Inside one it is a filler like others; around a canonical form it must not make a riddle of it.</summary>
internal static class Politeness
{
    private static readonly string[] Words =
    [
        "please", "pls", "plz", "kindly", "thank you", "thanks", "thx", "cheers", "hi", "hello", "hey", "can you", "could you", "would you",
        "请问", "请", "麻烦", "帮我", "谢谢", "你好", "您好", "一下",
    ];

    private static readonly string[] Nods = ["okay", "ok", "alright", "all right"];

    private static readonly string[] Continuing = ["to", "for", "with", "if", "that", "by", "on", "in", "at", "or"];

    /// <summary>What is left between courtesies, signs and blanks.</summary>
    public static ReadOnlySpan<char> Without(ReadOnlySpan<char> text)
    {
        var rest = Core(text);
        while (Shorter(rest) is { } length) rest = Core(length > 0 ? rest[length..] : rest[..^-length]);
        return rest;
    }

    /// <summary>"ok, who is resting": what follows a word that only says "I heard you". Behind "ok to", "ok if" or before a number
    /// it may say more than that.</summary>
    /// <returns>Empty where nothing such stands at the beginning.</returns>
    public static string AfterNod(string text)
    {
        var rest = text.AsSpan().TrimStart();
        var nodded = false;
        while (Nod(rest) is > 0 and var length)
        {
            rest = rest[length..].TrimStart(" ,.!;:，。！；：");
            nodded = true;
        }

        var end = 0;
        while (end < rest.Length && char.IsAsciiLetter(rest[end])) end++;
        var saysMore = rest.Length == 0 || !char.IsLetter(rest[0]) || Continuing.Contains($"{rest[..end]}".ToLowerInvariant());
        return nodded && !saysMore ? $"{rest}" : "";
    }

    private static int Nod(ReadOnlySpan<char> text)
    {
        foreach (var word in Nods)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && text.Length > word.Length && Parts(word, text[word.Length])) return word.Length;
        }

        return 0;
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

namespace ChatBot.Commands.Language;

/// <summary>Courtesy around a sentence. Inside one it is a filler like others; around a canonical form it must not make a riddle of it.</summary>
internal static class Politeness
{
    private static readonly string[] Words =
    [
        "please", "pls", "plz", "kindly", "thank you", "thanks", "thx", "cheers", "hi", "hello", "hey", "can you", "could you", "would you",
        "请问", "请", "麻烦", "帮我", "谢谢", "你好", "您好", "一下",
    ];

    /// <summary>What is left between courtesies, signs and blanks.</summary>
    public static ReadOnlySpan<char> Without(ReadOnlySpan<char> text)
    {
        var rest = Core(text);
        while (Shorter(rest) is { } length) rest = Core(length > 0 ? rest[length..] : rest[..^-length]);
        return rest;
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

using System.Text;
using ChatBot.Cards.Expressions;

namespace ChatBot.Cards;

/// <summary>A text of a template, cut into plain text and <c>${…}</c>.</summary>
internal static class Interpolation
{
    private const int MaxLength = 1000;

    /// <summary>One part: plain text, or an expression with its source.</summary>
    internal readonly record struct Part(string Source, Expression? Expression);

    /// <returns>Null when the text holds no expression; then it stands as it is, backslashes included.</returns>
    /// <exception cref="FormatException">Says what is wrong, for the author of the template.</exception>
    public static List<Part>? Cut(string text)
    {
        if (!text.Contains("${", StringComparison.Ordinal)) return null;

        var parts = new List<Part>();
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '$' or '`')
            {
                plain.Append(text[at + 1]);
                at += 2;
            }
            else if (text[at] == '`')
            {
                // The official engine wraps the text in back quotes, so one inside ends it there.
                throw new FormatException("a back quote beside an expression must be written \\`");
            }
            else if (text.AsSpan(at).StartsWith("${"))
            {
                var end = End(text, at + 2);
                var source = text[(at + 2)..end].Trim();
                if (plain.Length > 0) parts.Add(new(plain.ToString(), null));
                plain.Clear();
                parts.Add(new(source, Parse(source)));
                at = end + 1;
            }
            else
            {
                plain.Append(text[at++]);
            }
        }

        if (plain.Length > 0) parts.Add(new(plain.ToString(), null));
        return parts;
    }

    /// <summary>True for a text that is one expression and nothing else: its value keeps its type. A lone literal becomes text,
    /// as in the official engine.</summary>
    public static bool IsWhole(List<Part> parts) => parts is [{ Expression: { } only }] && only is not Constant;

    private static Expression Parse(string source)
    {
        if (source.Length is 0 or > MaxLength) throw new FormatException($"an expression has 1 to {MaxLength} characters");
        try
        {
            return ExpressionParser.Parse(source);
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"in ${{{source}}} {wrong.Message}");
        }
    }

    // Braces inside quotes do not count.
    private static int End(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '}':
                    return i;
                case '\'' or '"':
                    i = (Lexer.TextEnd(text, i) ?? throw new FormatException($"${{{text[start..]} has an open quote")) - 1;
                    break;
                case '{' or '\r' or '\n' or '`':
                    throw new FormatException($"${{{text[start..]} holds a brace, a back quote or a new line that is not in quotes");
            }
        }

        throw new FormatException($"${{{text[start..]} has no closing brace (plain text is written \\${{)");
    }
}

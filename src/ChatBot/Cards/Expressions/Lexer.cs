using System.Globalization;
using System.Text;

namespace ChatBot.Cards.Expressions;

internal enum TokenKind { End, Number, Text, Name, Symbol }

internal readonly record struct Token(TokenKind Kind, string Text, double Number = 0);

/// <summary>Cuts the inside of a <c>${…}</c> into tokens, by the rules of the language's public grammar.</summary>
internal static class Lexer
{
    // The longest first.
    private static readonly string[] Symbols =
        ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "+", "-", "*", "/", "%", "&", "?", ":", "(", ")", "[", "]", ",", "."];

    public static List<Token> Read(string source)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < source.Length;)
        {
            var c = source[at];
            if (c is ' ' or '\t' or '\u00a0' or '\ufeff')
            {
                at++;
            }
            else if (char.IsAsciiDigit(c))
            {
                // 1. Digits, and a point only where digits follow it.
                var end = Digits(source, at);
                if (end + 1 < source.Length && source[end] == '.' && char.IsAsciiDigit(source[end + 1])) end = Digits(source, end + 1);
                tokens.Add(new(TokenKind.Number, source[at..end], double.Parse(source.AsSpan(at, end - at), CultureInfo.InvariantCulture)));
                at = end;
            }
            else if (c is '\'' or '"')
            {
                var end = TextEnd(source, at) ?? throw new FormatException($"the text {source[at..]} has no closing {c}");
                tokens.Add(new(TokenKind.Text, Unescape(source[(at + 1)..(end - 1)], c)));
                at = end;
            }
            else if (char.IsAsciiLetter(c) || c is '_' or '#' or '@' or '$' || (c == '%' && at + 1 < source.Length && char.IsAsciiLetter(source[at + 1])))
            {
                var end = at + 1;
                while (end < source.Length && (char.IsAsciiLetterOrDigit(source[end]) || source[end] == '_')) end++;
                tokens.Add(new(TokenKind.Name, source[at..end]));
                at = end;
            }
            else
            {
                var symbol = Array.Find(Symbols, s => source.AsSpan(at).StartsWith(s, StringComparison.Ordinal))
                    ?? throw new FormatException($"'{c}' means nothing here (names are A to Z, digits and _; others go in brackets: $data['名'])");
                tokens.Add(new(TokenKind.Symbol, symbol));
                at += symbol.Length;
            }
        }

        tokens.Add(new(TokenKind.End, "the end"));
        return tokens;
    }

    /// <summary>Where the quoted text that begins at <paramref name="start"/> ends, its closing quote included; null when it does not.</summary>
    public static int? TextEnd(string source, int start)
    {
        for (var i = start + 1; i < source.Length; i++)
        {
            if (source[i] == '\\' && i + 1 < source.Length && (source[i + 1] == '\\' || source[i + 1] == source[start])) i++;
            else if (source[i] == source[start]) return i + 1;
        }

        return null;
    }

    private static int Digits(string source, int at)
    {
        while (at < source.Length && char.IsAsciiDigit(source[at])) at++;
        return at;
    }

    private static string Unescape(string raw, char quote)
    {
        if (!raw.Contains('\\')) return raw;
        var inner = raw.Replace($"\\{quote}", quote.ToString(), StringComparison.Ordinal);
        var text = new StringBuilder();
        for (var i = 0; i < inner.Length; i++)
        {
            char? meant = inner[i] == '\\' && i + 1 < inner.Length
                ? inner[i + 1] switch { 'r' => '\r', 'n' => '\n', 't' => '\t', '\\' => '\\', _ => null }
                : null;
            text.Append(meant ?? inner[i]);
            if (meant is not null) i++;
        }

        return text.ToString();
    }
}

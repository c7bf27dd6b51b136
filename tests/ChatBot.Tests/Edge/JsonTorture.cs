using System.Text;

namespace ChatBot.Tests.Edge;

/// <summary>Small texts at the edge of JSON: what parsers must take, must refuse, and may do either with.</summary>
internal static class JsonTorture
{
    /// <summary>A folder of further ones (such as test_parsing of nst/JSONTestSuite) can be named in CHATBOT_JSON_TORTURE.</summary>
    public static IEnumerable<byte[]> All =>
        Texts.Select(Encoding.UTF8.GetBytes).Concat(Raw).Concat(
            Environment.GetEnvironmentVariable("CHATBOT_JSON_TORTURE") is { Length: > 0 } folder
                ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)
                : []);

    private static IEnumerable<string> Texts =>
    [
        // 1 What stands alone, or not at all.
        "", " ", "\t\r\n ", "null", "true", "false", "nul", "tru", "True", "NULL", "undefined", "\"\"", "\"a\"", "'a'", "a", "0", "-0", "\u00e9", "\u2060", "\f[]",
        // 2 Numbers.
        .. Each("-", "+1", "01", "-01", "1.", ".5", "-.5", "1e", "1e+", "1E-", "1e1.5", "0x1F", "1_000", "1 000", "Infinity", "-Infinity", "NaN", "１", "--1", "1-1",
            "1e400", "-1e400", "1e-400", "123456789012345678901234567890", "-9223372036854775809", "0e1", "0E+1", "1.7976931348623157e309", "0." + new string('1', 300)),
        // 3 Strings.
        .. Each("\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\udc00\\ud800\"", "\"\\ud800\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\ud800x\"", "\"\\u00\"", "\"\\uZZZZ\"",
            "\"\\x00\"", "\"\\a\"", "\"\\\"", "\"", "\"\n\"", "\"\t\"", "\"\0\"", "\"\u007f\"", "\"\\\u00e9\"", "\"\u2028\u2029\"", "\"\ufffe\uffff\"", "\"\\/\"",
            "\"\u200b\u202e\"", "\"" + new string('a', 30_000) + "\"", "\"\\u" + new string('0', 400) + "\""),
        // 4 Lists and objects.
        "[", "]", "{", "}", "[,]", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[1:2]", "[1;2]", "[1]]", "[1}", "{1}", "[*]", "[]#", "[][]", "{}{}", "{}[]", "[1]x", "{,}",
        "{\"a\"}", "{\"a\":}", "{:1}", "{a:1}", "{'a':1}", "{1:1}", "{\"a\":1,}", "{\"a\":1,,\"b\":2}", "{\"a\" 1}", "{\"a\",1}", "{\"a\"::1}", "{\"a\":1 \"b\":2}", "{null:1}",
        "{\"a\":1,\"a\":2}", "{\"\":1}", "{\"\\u0000\":1}", "{\"\\ud800\":1}", "{\"a\":1}//", "{\"a\":1}/*", "/**/{}", "{\"a\":/*x*/1}", "<>", "<null>", "[<null>]",
        // 5 Depth.
        .. ((int[])[31, 32, 33, 64, 65, 500, 100_000]).SelectMany(n => (string[])
        [
            new string('[', n) + new string(']', n), new string('[', n), string.Concat(Enumerable.Repeat("{\"a\":", Math.Min(n, 20_000))) + "1" + new string('}', Math.Min(n, 20_000)),
            string.Concat(Enumerable.Repeat("[{\"\":", Math.Min(n, 20_000))),
        ]),
    ];

    private static IEnumerable<string> Each(params string[] values) => values.SelectMany(v => (string[])[v, $"[{v}]", $"{{\"a\":{v}}}"]);

    /// <summary>No UTF-8, or not only.</summary>
    private static IEnumerable<byte[]> Raw
    {
        get
        {
            byte[][] broken =
            [
                [0xFF], [0xC3, 0x28], [0xE5], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0xBF, 0xBF, 0xBF], [0xFC, 0x83, 0xBF, 0xBF, 0xBF, 0xBF], [0x81], [0xE9], [0],
            ];
            foreach (var bytes in broken)
            {
                yield return bytes;
                yield return [(byte)'[', .. bytes, (byte)']'];
                yield return [.. "[\""u8, .. bytes, .. "\"]"u8];
                yield return [.. "{\""u8, .. bytes, .. "\":1}"u8];
                yield return [.. "[1"u8, .. bytes, (byte)']'];
                yield return [.. "[\"\\u"u8, .. bytes, .. "\"]"u8];
            }

            foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.UTF8])
            {
                yield return encoding.GetBytes("[\"é\"]");
                yield return [.. encoding.GetPreamble(), .. encoding.GetBytes("{}")];
                yield return encoding.GetPreamble();
            }
        }
    }
}

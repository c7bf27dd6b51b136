using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatBot.Alerts;

namespace ChatBot.Teams;

/// <summary>Mentions people in a message: their names stand in its text as <c>&lt;at&gt;name&lt;/at&gt;</c>, and an entity with
/// exactly that text says who each is.</summary>
internal static class Mentioned
{
    /// <summary>Teams documents mentions for the default text format only, in which names and sentences are markup.</summary>
    private const string Markup = "&<>\"'\\*_[]()~`#|!";

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Person> people, string line)
    {
        var marked = people.Select(p => (Person: p, Text: $"<at>{Escape(Reply.Unlinked(p.Name))}</at>")).ToList();
        writer.WriteString("text", $"{string.Join(' ', marked.Select(m => m.Text))} {Escape(Reply.Unlinked(line))}".TrimEnd());
        writer.WriteStartArray("entities");
        foreach (var (person, text) in marked)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "mention");
            writer.WriteString("text", text);
            Reply.WriteAccount(writer, "mentioned", new ChannelAccount { Id = person.Id, Name = person.Name });
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>As numbers, which neither HTML nor Markdown takes for markup.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Markup.Contains(c)) escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            else escaped.Append(char.IsControl(c) ? ' ' : c);
        }

        return escaped.ToString();
    }
}

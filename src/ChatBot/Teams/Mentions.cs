using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChatBot.Commands;
using Person = ChatBot.Alerts.Person;

namespace ChatBot.Teams;

/// <summary>The sentence inside a message.</summary>
internal static partial class Mentions
{
    // What is cut off is of a text that is too long to be read anyway.
    private const int KeptOfText = 10_000;
    private const int MostRead = 50;
    private const int LongestName = 100;

    /// <summary>Takes out exactly what the entities say mentions the bot, and leaves of other mentions the name. A general
    /// <c>&lt;at&gt;</c> pattern would also take what people type themselves.</summary>
    public static string Sentence(Activity activity)
    {
        var text = new StringBuilder(activity.Text, 0, Math.Min(activity.Text?.Length ?? 0, KeptOfText), 256);
        foreach (var (id, name, marked) in Of(activity)) text.Replace(marked, id == activity.Recipient?.Id ? " " : name);
        text.Replace("&nbsp;", " ");
        return OneLine(text.ToString());
    }

    /// <summary>Sentence and names alike, so that a name is found again in its sentence.</summary>
    private static string OneLine(string text) => Blanks().Replace(text, " ").Trim();

    /// <summary>The people it mentions besides the bot, each once.</summary>
    public static IEnumerable<Person> Others(Activity activity) =>
        from mention in Of(activity)
        where mention.Id is { Length: > 0 and <= 1024 } id && id != activity.Recipient?.Id && mention.Name.Length > 0
        group mention by mention.Id into same
        select new Person(same.Key, same.First().Name);

    private static IEnumerable<(string? Id, string Name, string Marked)> Of(Activity activity)
    {
        if (activity.Entities.ValueKind != JsonValueKind.Array) yield break;
        foreach (var entity in activity.Entities.EnumerateArray().Where(e => e.String("type") == "mention").Take(MostRead))
        {
            if (entity.String("text") is not { Length: > 0 } marked) continue;
            var who = entity.Part("mentioned");
            yield return (who.String("id"), OneLine(Outside.Text(who.String("name"), LongestName)), marked);
        }
    }

    [GeneratedRegex(@"[\s\u00A0\u200B\uFEFF]+")]
    private static partial Regex Blanks();
}

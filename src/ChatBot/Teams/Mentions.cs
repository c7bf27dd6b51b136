using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Person = ChatBot.Alerts.Person;

namespace ChatBot.Teams;

/// <summary>The sentence inside a message.</summary>
internal static partial class Mentions
{
    /// <summary>Takes out exactly what the entities say mentions the bot, and leaves of other mentions the name. A general
    /// <c>&lt;at&gt;</c> pattern would also take what people type themselves.</summary>
    public static string Sentence(Activity activity)
    {
        var text = new StringBuilder(activity.Text);
        foreach (var (id, name, marked) in Of(activity)) text.Replace(marked, id == activity.Recipient?.Id ? " " : name);
        text.Replace("&nbsp;", " ");
        return Blanks().Replace(text.ToString(), " ").Trim();
    }

    /// <summary>The people it mentions besides the bot, each once.</summary>
    public static IEnumerable<Person> Others(Activity activity) =>
        from mention in Of(activity)
        where mention.Id is { Length: > 0 } id && id != activity.Recipient?.Id && mention.Name.Length > 0
        group mention by mention.Id into same
        select new Person(same.Key, same.First().Name);

    private static IEnumerable<(string? Id, string Name, string Marked)> Of(Activity activity)
    {
        if (activity.Entities.ValueKind != JsonValueKind.Array) yield break;
        foreach (var entity in activity.Entities.EnumerateArray())
        {
            if (entity.String("type") != "mention" || entity.String("text") is not { Length: > 0 } marked) continue;
            var who = entity.Part("mentioned");
            yield return (who.String("id"), who.String("name") ?? "", marked);
        }
    }

    [GeneratedRegex(@"[\s\u00A0\u200B\uFEFF]+")]
    private static partial Regex Blanks();
}

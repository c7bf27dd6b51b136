using System.Text.Json;
using ChatBot.Commands;
using Person = ChatBot.Alerts.Person;

namespace ChatBot.Teams;

/// <summary>Makes a question of a message or a button. A button carries <c>{"say": canonical form, "lang": "en" or "zh"}</c>, and
/// beside these what was entered on its card.</summary>
internal static class Questions
{
    public const string Verb = "say";

    private const int MostMentioned = 10;

    // The bot's own buttons say far less.
    private const int LongestSaid = 1000;
    private const int LongestInputName = 100;

    /// <returns>Null when the message is a button's (Action.Submit) that is not ours.</returns>
    public static Question? Of(Activity message)
    {
        var key = ConversationReference.Of(message).Key;
        var sentence = Mentions.Sentence(message);
        // Only the bot's name was said, or nothing: what can it do?
        if (sentence.Length == 0 && message.Value.ValueKind == JsonValueKind.Object) return OfButton(message, message.Value, key);
        return new Question(sentence.Length > 0 ? sentence : "help", key)
        {
            By = By(message),
            From = From(message),
            Mentioned = [.. Mentions.Others(message).Take(MostMentioned)],
        };
    }

    /// <returns>Null when there is nothing to say in <paramref name="data"/>.</returns>
    public static Question? OfButton(Activity press, JsonElement data, string key)
    {
        if (data.String("say")?.Trim() is not { Length: > 0 and <= LongestSaid } say) return null;
        var language = data.String("lang") is "en" or "zh" ? data.String("lang") : null;
        return new Question(say, key, language) { By = By(press), From = From(press), Pressed = true, Inputs = Inputs(data) };
    }

    private static Person? By(Activity activity) =>
        activity.From is { Id: { Length: > 0 } id } from ? new(id, from.Name ?? "") : null;

    private static Origin From(Activity activity) => new()
    {
        EntraId = activity.From?.AadObjectId,
        Team = activity.ChannelData.Part("team").String("id"),
        IsPersonal = activity.Conversation?.ConversationType == "personal",
    };

    private static Dictionary<string, string> Inputs(JsonElement data)
    {
        var inputs = new Dictionary<string, string>();
        foreach (var input in data.EnumerateObject().Where(p => p.Name is not ("say" or "lang") && p.Name.Length <= LongestInputName).Take(Question.MostInputs))
        {
            // Clients send numbers and switches as text, or not.
            var text = input.Value.ValueKind switch
            {
                JsonValueKind.String => input.Value.GetString()!,
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => input.Value.GetRawText(),
                _ => "",
            };
            inputs[input.Name] = text.Length <= Question.LongestInput ? text : text[..Question.LongestInput];
        }

        return inputs;
    }
}

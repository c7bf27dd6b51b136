using System.Text.Json;
using ChatBot.Commands;

namespace ChatBot.Teams;

/// <summary>Makes a question of a message or a button. A button carries <c>{"say": canonical form, "lang": "en" or "zh"}</c>.</summary>
internal static class Questions
{
    public const string Verb = "say";

    /// <returns>Null when the message is a button's (Action.Submit) that is not ours.</returns>
    public static Question? Of(Activity message)
    {
        var key = ConversationReference.Of(message).Key;
        var sentence = Mentions.Sentence(message);
        if (sentence.Length > 0) return new Question(sentence, key);
        // Only the bot's name was said, or nothing: what can it do?
        return message.Value.ValueKind == JsonValueKind.Object ? OfButton(message.Value, key) : new Question("help", key);
    }

    /// <returns>Null when there is nothing to say in <paramref name="data"/>.</returns>
    public static Question? OfButton(JsonElement data, string key)
    {
        if (data.String("say")?.Trim() is not { Length: > 0 } say) return null;
        var language = data.String("lang") is "en" or "zh" ? data.String("lang") : null;
        return new Question(say, key, language);
    }
}

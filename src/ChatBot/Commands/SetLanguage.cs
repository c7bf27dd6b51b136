namespace ChatBot.Commands;

/// <summary>The language of answers in this conversation; <c>auto</c> is the language of each question. The confirmation is
/// already in the new language.</summary>
/// <param name="To">"en", "zh" or "auto".</param>
public sealed record SetLanguage(string To) : Command
{
    protected override string Canonical => $"language {To}";

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        await turn.Conversations.SetLanguageAsync(turn.Conversation.Id, To == "auto" ? null : To, turn.Deed($"{this}"), stop);
        var voice = turn.Voice;
        var view = new View
        {
            Lang = voice.Language,
            Title = voice[$"language.{To}"],
            Foot = turn.Foot(),
            Buttons = [turn.Button("button.undo", $"language {turn.Conversation.Language ?? "auto"}"), turn.Button("button.help", "help")],
        };
        return turn.Show("notice", view, view.Title);
    }
}

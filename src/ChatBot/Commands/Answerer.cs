using ChatBot.Alerts;
using ChatBot.Cards;
using ChatBot.Commands.Access;
using ChatBot.Commands.Buttons;
using ChatBot.Commands.Language;
using ChatBot.Monitoring;
using Microsoft.Extensions.Options;

namespace ChatBot.Commands;

/// <summary>One question, one answer, whatever happens: every failure is an answer too.</summary>
public sealed partial class Answerer(
    Parser parser, FloorReader floor, VisibleNames visible, Grants grants, Privately privately, CardLibrary cards, IConversations conversations, Voices voices, AlertDesk alerts, IAlertCards incidents,
    IOptions<MonitoringSettings> monitoring, IOptions<AlertSettings> usual, AnswerMeter meter, TimeProvider time, ILogger<Answerer> log)
{
    public async Task<Answer> AnswerAsync(Question question, CancellationToken stop)
    {
        var asked = meter.Asked();
        var answer = await FindAsync(question, asked, stop);
        asked.Answered(answer.Outcome);
        return answer;
    }

    private async Task<Answer> FindAsync(Question question, AnswerMeter.Timing asked, CancellationToken stop)
    {
        var conversation = new Conversation(question.Conversation);
        try
        {
            // 1 What this conversation has as its defaults. A database that fails must not keep a supervisor from an answer.
            conversation = await RecallAsync(question.Conversation, stop);
            // 2 What the sentence means; queues and people may be named, of those that who asks may see.
            var vdn = conversation.Vdn ?? monitoring.Value.Vdn;
            var view = new VisibleFloor(floor, grants.Of(question.From, question.Conversation), visible);
            var names = await view.NamesAsync(vdn, stop);
            var understanding = Understand(question, names, vdn);
            asked.As(understanding);
            // 3 The answer, in the conversation's language or the question's.
            var voice = voices.In(understanding is Understanding.Understood { Command: SetLanguage { To: not "auto" } set }
                ? set.To
                : question.Language ?? conversation.Language ?? LanguageOf(question.Text), question.From.IsPersonal);
            var turn = TurnOf($"{understanding}", question, conversation, voice, view, names);
            return understanding switch
            {
                Understanding.Understood { Command: var command } => await Answering.OfAsync(command, turn, stop),
                // What would be refused is not asked back.
                Understanding.Choice { Commands: var choices } when !view.Rights.Rules && choices.All(c => c.ChangesRules) => NotYours.Rules(turn),
                Understanding.Choice { Commands: var choices } when voice.Discretion != Discretion.Show && choices.Any(c => c.IsAboutOnePerson) =>
                    await privately.AnswerAsync(turn, quiet => Task.FromResult(QuestionBack.Ask(quiet, choices)), stop),
                Understanding.Choice { Commands: var choices } => QuestionBack.Ask(turn, choices),
                Understanding.Missed missed => QuestionBack.NotUnderstood(turn, missed, question.Text),
                _ => throw new ArgumentOutOfRangeException(nameof(question), understanding, "an understanding without an answer"),
            };
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            LogBroken(e);
            var voice = voices.In(question.Language ?? conversation.Language ?? LanguageOf(question.Text), question.From.IsPersonal);
            return Apology.Broken(OutOfTurn(question, conversation, voice), question.Text);
        }
    }

    /// <summary>The short welcome a conversation gets once, in the language of the client's locale ("zh-CN"; null for English).</summary>
    public Answer Welcome(string? locale)
    {
        var voice = voices.In(locale?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? "zh" : "en");
        return Help.Welcome(OutOfTurn(new("", ""), new(""), voice));
    }

    /// <summary>For what is said without a sentence understood.</summary>
    private Turn OutOfTurn(Question question, Conversation conversation, Voice voice) =>
        TurnOf("", question, conversation, voice, new(floor, grants.Of(question.From, question.Conversation), visible), new(monitoring.Value.Vdn, [], []));

    private Turn TurnOf(string said, Question question, Conversation conversation, Voice voice, VisibleFloor view, Names names) => new(
        said, question, conversation, voice, view, names, cards, conversations, alerts, incidents, usual.Value, parser, time, privately);

    private Understanding Understand(Question question, Names names, int vdn)
    {
        if (question.Pressed && Pressed.Read(question.Text) is { } command) return new Understanding.Understood(command);
        // Whom a rule mentions is not part of its condition; in a question the name may be the subject.
        if (question.Mentioned.Count > 0
            && parser.Parse(question.Mentioned.Aggregate(question.Text, (text, person) => text.Replace(person.Name, " ", StringComparison.Ordinal)), names, vdn)
                is Understanding.Understood { Command: AlertWhen } rule) return rule;
        return parser.Parse(question.Text, names, vdn);
    }

    private async Task<Conversation> RecallAsync(string id, CancellationToken stop)
    {
        try
        {
            return await conversations.GetAsync(id, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogForgetful(e);
            return new(id);
        }
    }

    /// <summary>Chinese when there is any Chinese character in it.</summary>
    private static string LanguageOf(string text) => text.AsSpan().ContainsAnyInRange('\u4e00', '\u9fff') ? "zh" : "en";

    [LoggerMessage(2001, LogLevel.Error, "A question could not be answered")]
    private partial void LogBroken(Exception e);

    [LoggerMessage(2002, LogLevel.Error, "The conversation's defaults could not be read; the answer is given without them")]
    private partial void LogForgetful(Exception e);
}

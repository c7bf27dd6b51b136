using System.Text;
using System.Text.Json;
using ChatBot.Commands;
using ChatBot.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Teams;

/// <summary>Answers in the place of the commands: repeats what it is asked on a card with a button, and waits where told to.</summary>
internal sealed class Parrot
{
    private int _answered;

    public List<Question> Asked { get; } = [];

    /// <summary>What each answer waits for; by default nothing.</summary>
    public Func<Question, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public void MoveIn(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Ask>(AnswerAsync);
        builder.Services.AddSingleton<Welcome>(locale => Card($"welcome {locale}", 0));
    }

    private async Task<Answer> AnswerAsync(Question question, CancellationToken stop)
    {
        lock (Asked) Asked.Add(question);
        await Before(question, stop);
        return Card($"you said: {question.Text}", Interlocked.Increment(ref _answered));
    }

    private static Answer Card(string text, int number)
    {
        var quoted = JsonSerializer.Serialize(text);
        var card = $$$"""
            {"type":"AdaptiveCard","version":"1.5",
             "body":[{"type":"TextBlock","text":{{{quoted}}},"wrap":true},{"type":"TextBlock","text":"answer {{{number}}}"}],
             "actions":[{"type":"Action.Execute","title":"Refresh","verb":"say","data":{"say":"again","lang":"zh"}}]}
            """;
        return new Answer(Encoding.UTF8.GetBytes(card), text);
    }
}

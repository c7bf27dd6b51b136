using System.Globalization;

namespace ChatBot.Commands;

/// <summary>Asks whether all that is stored about the asking person is to go; only the card's button removes it.</summary>
public sealed record ForgetMe : Command
{
    protected override string Canonical => "forget me";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var voice = turn.Voice;
        if (turn.Asked.By is not { Id.Length: > 0 })
            return Task.FromResult(turn.Notice(voice["forget.unknown"], "", [voice["forget.unknownAdvice"]], [turn.Button("button.privacy", "help privacy")]));
        var until = (turn.Time.GetUtcNow() + DeleteAlert.Stands).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Task.FromResult(turn.Notice(voice["forget.ask"], "", [voice["forget.meaning"], voice["forget.presser"]],
            [turn.Button("button.forget", $"forget me before {until}"), turn.Button("button.privacy", "help privacy")], "Attention"));
    }
}

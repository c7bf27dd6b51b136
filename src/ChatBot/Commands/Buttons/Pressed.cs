using ChatBot.Commands.Access;

namespace ChatBot.Commands.Buttons;

/// <summary>The forms that only buttons say: they mean what stands on the card they are on. Typed by hand they are not understood.</summary>
internal static class Pressed
{
    public static Command? Read(string text) => text.Split(' ') switch
    {
        ["names", _, ..] => new NamesToMe(text[NamesToMe.Word.Length..]),
        ["new", "alert"] => new NewAlert(),
        ["make", "alert", "vdn", var vdn] when Number(vdn) is { } n and <= Part.MostVdn => new MakeAlert(n),
        ["alert", var alert] when Number(alert) is { } n => new ShowAlert(n),
        ["undo", "alert", var alert] when Number(alert) is { } n => new UndoAlert(n),
        ["edit", "alert", var alert] when Number(alert) is { } n => new EditAlert(n),
        ["save", "alert", var alert] when Number(alert) is { } n => new SaveAlert(n),
        ["delete", "alert", var alert, "before", var time] when Number(alert) is { } n && long.TryParse(time, out var seconds) => new DeleteConfirmed(n, seconds),
        ["forget", "me", "before", var time] when long.TryParse(time, out var seconds) => new ForgetConfirmed(seconds),
        ["incident", var incident] when Number(incident) is { } n => new ShowIncident(n),
        ["snooze", var incident, "shift"] when Number(incident) is { } n => new SnoozeToShiftEnd(n),
        ["pause", "incident", var incident] when Number(incident) is { } n => new PauseIncident(n),
        _ => null,
    };

    private static int? Number(string text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, null, out var number) && number > 0 ? number : null;
}

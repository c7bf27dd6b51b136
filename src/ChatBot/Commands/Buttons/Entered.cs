using System.Globalization;
using System.Text;
using ChatBot.Alerts;
using ChatBot.Commands.Language;
using ChatBot.Monitoring;

namespace ChatBot.Commands.Buttons;

/// <summary>What people write in a form's fields, read as generously as a sentence is.</summary>
internal static class Entered
{
    private const int Largest = 1_000_000;

    private static readonly Names Nobody = new(1, [], []);

    public static string Get(this Turn turn, string field) => turn.Asked.Inputs.GetValueOrDefault(field, "").Trim();

    /// <summary>A limit or a calm level: people or calls, or seconds for a time; null when it makes no sense.</summary>
    public static int? Value(Parser parser, Metric metric, string text) => metric.IsTime()
        ? text == Zero ? 0 : (int?)Time(parser, text)?.TotalSeconds
        : int.TryParse(Plain(text), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Largest ? count : null;

    /// <summary>"10m", "10 min", 十分钟; null when it makes no sense or has no unit.</summary>
    public static TimeSpan? Time(Parser parser, string text) =>
        parser.Parse($"quiet {text}", Nobody) is Understanding.Understood { Command: Quiet { For: { } time } } ? time : null;

    /// <summary>How a value is written so that <see cref="Value"/> reads it again.</summary>
    public static string Of(Metric metric, int value) => !metric.IsTime() ? value.ToString(CultureInfo.InvariantCulture)
        : value == 0 ? Zero : Canonical.Duration(TimeSpan.FromSeconds(value));

    private const string Zero = "0s";

    // Half of a surrogate pair cannot be normalised, and is no figure.
    private static string Plain(string text) => text.Length <= 20 && text.All(c => !char.IsSurrogate(c)) ? text.Normalize(NormalizationForm.FormKC).Trim() : "";
}

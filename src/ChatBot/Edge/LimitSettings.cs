using Microsoft.Extensions.Options;

namespace ChatBot.Edge;

/// <summary>Settings under <c>Limits</c>: how much of the bot one person, one conversation and the network may take.</summary>
public sealed class LimitSettings
{
    public const string Section = "Limits";

    /// <summary>Questions and presses of one person in a minute, in the long run. 1 to 100000.</summary>
    public int PersonPerMinute { get; set; } = 20;

    /// <summary>How many of them may come at once. 1 to 100000.</summary>
    public int PersonBurst { get; set; } = 10;

    /// <summary>Questions and presses of all people in one conversation in a minute. 1 to 100000. Teams takes 60 messages of a
    /// bot in half a minute there.</summary>
    public int ConversationPerMinute { get; set; } = 60;

    /// <summary>How many of them may come at once. 1 to 100000.</summary>
    public int ConversationBurst { get; set; } = 30;

    /// <summary>Network connections at a time; more are closed at once. 10 to 100000.</summary>
    public int Connections { get; set; } = 1000;

    internal sealed class Validation : IValidateOptions<LimitSettings>
    {
        public ValidateOptionsResult Validate(string? name, LimitSettings options)
        {
            string[] faults =
            [
                .. Fault(nameof(PersonPerMinute), options.PersonPerMinute, 1), .. Fault(nameof(PersonBurst), options.PersonBurst, 1),
                .. Fault(nameof(ConversationPerMinute), options.ConversationPerMinute, 1),
                .. Fault(nameof(ConversationBurst), options.ConversationBurst, 1), .. Fault(nameof(Connections), options.Connections, 10),
            ];
            return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }

        private static IEnumerable<string> Fault(string key, int value, int least)
        {
            if (value < least || value > 100_000) yield return $"{Section}:{key} is {value}: write a number from {least} to 100000";
        }
    }
}

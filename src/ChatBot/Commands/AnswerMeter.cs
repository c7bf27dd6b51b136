using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatBot.Commands.Language;

namespace ChatBot.Commands;

/// <summary>How many questions were answered and how long that took, as the meter <c>ChatBot.Commands</c>; and the same on the trace
/// under way. What was asked about stays out of both.</summary>
public sealed class AnswerMeter(IMeterFactory meters, TimeProvider time)
{
    public const string Name = "ChatBot.Commands";

    private readonly Histogram<double> _took = meters.Create(Name).CreateHistogram<double>(
        "chatbot.answers.duration", "s", "From a question to its answer, by kind of command and outcome.");

    internal Timing Asked() => new(_took, time);

    internal sealed class Timing(Histogram<double> took, TimeProvider time)
    {
        private readonly long _start = time.GetTimestamp();
        private string _command = "none";

        /// <summary>The kind of command ("Resting"), or that it was not one.</summary>
        public void As(Understanding understanding) =>
            _command = understanding is Understanding.Understood { Command: var command } ? command.GetType().Name : understanding.GetType().Name;

        public void Answered(Outcome outcome)
        {
            var came = $"{outcome}";
            took.Record(time.GetElapsedTime(_start).TotalSeconds, new("command", _command), new("outcome", came));
            Activity.Current?.SetTag("chatbot.command", _command).SetTag("chatbot.outcome", came);
        }
    }
}

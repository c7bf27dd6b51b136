using ChatBot.Alerts;
using ChatBot.Commands.Language;
using ChatBot.Monitoring;
using Microsoft.Extensions.Options;

namespace ChatBot.Commands;

/// <summary>The rules of <c>Alerts:Rules</c>, read as if somebody had typed them. One that cannot be read stops the start.</summary>
internal sealed class ShippedRules(Parser parser, IOptions<MonitoringSettings> monitoring) : IValidateOptions<AlertSettings>
{
    public ValidateOptionsResult Validate(string? name, AlertSettings options)
    {
        List<string> wrong = [];
        for (var i = 0; i < options.Rules.Count; i++)
        {
            var shipped = options.Rules[i];
            var understood = Understand(shipped);
            if (understood is Understanding.Choice { Commands: var choices })
            {
                wrong.Add($"Alerts:Rules:{i}:When is '{Outside.Text(shipped.When, 80)}', which can mean more than one thing: write {string.Join(", or ", choices)}.");
            }
            else if (understood is not Understanding.Understood { Command: AlertWhen when })
            {
                wrong.Add($"Alerts:Rules:{i}:When is '{Outside.Text(shipped.When, 80)}', which is no alert: write it as in a chat, "
                    + "such as alert when waiting skill 3 above 5 for 2m.");
            }
            else if (Of(shipped, when, options) is var rule && (rule.Calm < 0 || !rule.IsCalm(rule.Calm)))
            {
                wrong.Add($"Alerts:Rules:{i}:Calm is {rule.Calm}, which is beyond the limit of '{when}': set it to a value that is not, or leave it out.");
            }
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    public IReadOnlyList<Rule> All(AlertSettings settings) => [.. settings.Rules.Select(r => Of(r, (AlertWhen)((Understanding.Understood)Understand(r)).Command, settings))];

    private Understanding Understand(ShippedRule shipped)
    {
        // The contact centre is not asked at the start: only the settings' own names are known.
        var vdn = monitoring.Value.Vdn;
        var names = new Names(vdn, [.. monitoring.Value.Skills.Select(s => s.Named(s.Vdn ?? vdn, null))], []);
        return parser.Parse(shipped.When ?? "", names, vdn);
    }

    private Rule Of(ShippedRule shipped, AlertWhen when, AlertSettings settings)
    {
        var rule = when.AsRule(shipped.Conversation, new(when.Place.Vdn ?? monitoring.Value.Vdn, when.Place.Skill), settings);
        return rule with
        {
            Shipped = shipped.Name,
            Calm = shipped.Calm ?? rule.Calm,
            Repeat = shipped.Repeat ?? rule.Repeat,
            Severity = shipped.Severity ?? (shipped.Mentions.Count > 0 ? Severity.Critical : rule.Severity),
            Active = shipped.Active is { } hours && ActiveHoursText.TryParse(hours, out var active) ? active : rule.Active,
            Language = shipped.Language,
            Mentions = [.. shipped.Mentions.Select(m => new Person(m.Id, Outside.Text(m.Name, 100)))],
        };
    }

    /// <summary>Brings the rules in force to what the settings say, once the watchers can be woken.</summary>
    internal sealed class Shipping(ShippedRules rules, AlertDesk desk, IOptions<AlertSettings> settings) : IHostedLifecycleService
    {
        // Who only asks a question does not change what others watch.
        public Task StartedAsync(CancellationToken cancellationToken) =>
            settings.Value.Watch ? desk.ShipAsync(rules.All(settings.Value), Sentence, cancellationToken) : Task.CompletedTask;

        /// <summary>The bot is in a conversation again that it was taken out of.</summary>
        public Task ReturnedAsync(CancellationToken stop) =>
            settings.Value.Watch ? desk.ShipAgainAsync(rules.All(settings.Value), Sentence, stop) : Task.CompletedTask;

        private static string Sentence(Rule rule) => $"{AlertWhen.Of(rule)}";

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

using System.Text.Json;
using ChatBot.Alerts;

namespace ChatBot.Tests.Alerts;

/// <summary>Thousands of series nobody thought of: failures, half pages, clocks that jump, people who take, snooze and sign out.</summary>
public class JudgeAtRandomTests
{
    private static readonly string[] Rules =
    [
        "waiting above 5", "waiting above 5 for 45s every 5m", "waiting at-least 3 calm 0 every 30m", "idle below 2", "idle at-most 4 for 0s every 5m",
        "busy-time above 10m every 5m", "call-wait above 1m for 2m", "waiting above 0", "waiting at-least 0", "idle below 1 every 5m",
    ];

    private static readonly string[] Events =
        ["+10s", "+30m", "+12h", "-1h", "-24h", "again", "ack", "snooze", "off", "on", "mute", "unmute", "blind", "sighted"];

    [Fact]
    public void No_series_breaks_a_promise()
    {
        var kinds = new HashSet<VerdictKind>();
        var reasons = new HashSet<Because>();
        for (var seed = 0; seed < 4000; seed++)
        {
            var (rule, words) = Series(new Random(seed));
            var story = new Watched(rule, $"seed {seed}: {rule} | {string.Join(' ', words)}");
            foreach (var word in words) story.Take(word);
            kinds.UnionWith(story.Told.Select(v => v.Kind));
            reasons.UnionWith(story.Told.Select(v => v.Reason.Because));
        }

        // All that can be said was said at some time: the series are worth something.
        Assert.Equal(Enum.GetValues<VerdictKind>(), kinds.Order());
        Assert.Equal(Enum.GetValues<Because>(), reasons.Order());
    }

    [Fact]
    public void The_same_series_gives_the_same_verdicts()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var (rule, words) = Series(new Random(seed));
            string Told() => JsonSerializer.Serialize(JudgeStory.Given(rule).Readings(string.Join(' ', words)).Verdicts);
            Assert.Equal(Told(), Told());
        }
    }

    [Fact]
    public void A_saw_tooth_that_never_gets_calm_is_one_incident()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var series = string.Join(' ', Enumerable.Range(0, 100).Select(_ => random.Next(4) switch { 0 => "5", 1 => "-", _ => $"{random.Next(5, 12)}" }));
            var verdicts = JudgeStory.Given("waiting above 5 calm 4").Readings("6 6 " + series).Verdicts;

            Assert.Single(verdicts, v => v.Kind == VerdictKind.Raise);
            Assert.DoesNotContain(verdicts, v => v.Kind is VerdictKind.Resolve or VerdictKind.CalmHolding);
        }
    }

    [Fact]
    public void Clocks_that_jump_raise_and_end_nothing()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var values = Enumerable.Range(0, 100).Select(_ => $"{random.Next(2, 9)}").ToList();
            var jumping = values.Select(v => random.Next(6) switch { 0 => "+1h " + v, 1 => "-24h " + v, 2 => "-10s " + v, _ => v });
            // Whether something is back is the clock's to say, and then it must be calm for longer.
            var times = JudgeStory.Times with { CoolDown = TimeSpan.Zero };
            IEnumerable<int> Changes(string rule, IEnumerable<string> readings) =>
                JudgeStory.Given(rule, times).Readings(string.Join(' ', readings)).Verdicts.Index()
                    .Where(v => v.Item.Kind is VerdictKind.Raise or VerdictKind.Resolve).Select(v => v.Index);

            Assert.Equal(Changes("waiting above 4", values), Changes("waiting above 4", jumping));
            Assert.Empty(Changes("waiting above 1 for 2h", jumping));
        }
    }

    private static (string Rule, List<string> Words) Series(Random random)
    {
        var rule = Rules[random.Next(Rules.Length)];
        var (limit, time) = (JudgeStory.RuleOf(rule).Limit, JudgeStory.RuleOf(rule).Metric.IsTime());
        var words = new List<string>();
        var value = limit;
        for (var i = 0; i < 80; i++)
        {
            value = Math.Max(0, random.Next(20) == 0 ? random.Next(3 * limit + 2) : value + random.Next(-1, 2) * (time ? 60 : 1));
            if (random.Next(4) == 0) words.Add(Events[random.Next(Events.Length)]);
            if (random.Next(12) == 0) words.AddRange([People(random, limit + 1, time), "/", "/"]);
            words.Add(random.Next(12) switch
            {
                0 => "-",
                1 => "=",
                2 => $"{value}+",
                3 => $"{random.Next(3)}",
                4 or 5 => People(random, Math.Min(value, 900), time),
                6 => int.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture),
                _ => $"{value}",
            });
        }

        return (rule, words);
    }

    private static string People(Random random, int value, bool time)
    {
        var people = string.Join(',', Enumerable.Range(101, time ? random.Next(4) : Math.Min(value, 20)).Select(n => $"{n}={value}"));
        return people + "/" + (random.Next(4) == 0 ? "?" : string.Join(',', Enumerable.Range(101, random.Next(6))));
    }

    /// <summary>A series with an eye on what may never be.</summary>
    private sealed class Watched(string rule, string what)
    {
        private readonly Rule _rule = JudgeStory.RuleOf(rule);
        private readonly JudgeStory _story = JudgeStory.Given(rule);
        private bool _open;

        public IReadOnlyList<Verdict> Told => _story.Verdicts;

        public void Take(string word)
        {
            var (before, count) = (_story.Known, Told.Count);
            _story.Readings(word);
            if (Told.Count == count) return;
            var verdict = Told[^1];
            var (kind, around) = (verdict.Kind, _story.Around);
            var live = word is not ("-" or "=");
            var side = live ? _rule.SideOf(verdict.Next.Value!.Value, word.EndsWith('+')) : Side.Unknown;

            // 1 Raised and ended in turn; what goes on goes on while it is open.
            var end = kind is VerdictKind.Resolve or VerdictKind.SignedOut;
            Promise(kind != VerdictKind.Raise || !_open, "raised twice");
            Promise(!end || _open, "ended, not raised");
            Promise(kind is not (VerdictKind.Worse or VerdictKind.Remind or VerdictKind.Unacknowledged or VerdictKind.CalmHolding) || _open, "not open");
            Promise(kind != VerdictKind.Hold || !_open, "held, open");
            _open = kind == VerdictKind.Raise || (_open && !end);
            Promise(_open == verdict.Next.Phase is Phase.Raised or Phase.CalmHolding, "the phase says otherwise");

            // 2 Nothing is decided by what was not read.
            Promise(live || kind is VerdictKind.Stay or VerdictKind.Blind, "decided blindly");
            Promise(kind is not (VerdictKind.Raise or VerdictKind.Worse or VerdictKind.Hold) || side == Side.Beyond, "not beyond");
            Promise(kind is not (VerdictKind.Resolve or VerdictKind.CalmHolding) || side == Side.Calm, "not calm");
            Promise(kind != VerdictKind.SignedOut || side is Side.Calm or Side.Between, "signed out, still beyond");

            // 3 Nobody hears what they asked not to hear.
            Promise(!verdict.Aloud || !(before.SnoozedUntil > _story.Now && (kind != VerdictKind.Raise || verdict.Next.SnoozedUntil is not null)), "told though snoozed");
            Promise(!verdict.Aloud || around.OnDuty, "told off duty");
            Promise(!verdict.Aloud || around.MutedBy is null || end, "told though muted");
            Promise(kind != VerdictKind.Remind || before.AcknowledgedUntil is null, "reminded who has it");
            Promise(kind != VerdictKind.Remind || _rule.Repeat > TimeSpan.Zero || before.SnoozedUntil is not null, "reminded though never");

            // 4 What the rest of us is shown makes sense.
            Promise(verdict.Next.Readings >= 0 && verdict.Next.Held >= TimeSpan.Zero && verdict.Next.GoneReadings >= 0, "less than nothing");
            Promise(!_open || verdict.Next.RaisedAt is not null, "raised at no time");
        }

        private void Promise(bool kept, string broken)
        {
            if (!kept) Assert.Fail($"{broken} at {Told[^1]} of {what}");
        }
    }
}

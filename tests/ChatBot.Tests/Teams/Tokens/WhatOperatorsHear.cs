using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChatBot.Teams.Tokens;
using ChatBot.Tests.Edge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatBot.Tests.Teams.Tokens;

/// <summary>How proving goes, as operators hear of it: counted, and told while there is time to do something.</summary>
public sealed class WhatOperatorsHear
{
    [Fact]
    public async Task Callers_who_prove_nothing_are_counted_by_reason_and_the_channel_is_not()
    {
        await using var bot = await TeamsBot.StartAsync();
        using var counts = new Counts(bot);

        await bot.TalksAsync();
        await bot.SendsAsync(bot.Activity());
        await bot.SendsAsync(bot.Activity(), "Bearer abc");
        await bot.SendsAsync(bot.Activity(), "Bearer abc");
        await bot.SendsAsync(bot.Activity(tenant: $"{Guid.NewGuid()}"), $"Bearer {bot.Token()}");
        await bot.SendsAsync(bot.Activity(), $"Bearer {bot.Channel.Sign(bot.Claims(), kid: "other")}");

        Assert.Equal(
            ["no token 1", "no token but other text 2", "tenant not in Teams:Tenants 1", "token signed with a key that is not the channel's 1"],
            counts.Of("chatbot.teams.callers.refused", "reason"));
    }

    [Fact]
    public async Task Callers_who_come_before_the_signing_keys_are_counted_as_that()
    {
        await using var bot = await TeamsBot.StartAsync([], [], entra => entra.IsUp = false);
        using var counts = new Counts(bot);

        await bot.SaysAsync();

        Assert.Equal(["no signing keys 1"], counts.Of("chatbot.teams.callers.refused", "reason"));
    }

    [Fact]
    public async Task Tokens_are_counted_when_Entra_is_asked_and_not_when_one_is_there()
    {
        await using var bot = await TeamsBot.StartAsync([], [], entra => entra.Refusal = """{"error":"invalid_client","error_description":"AADSTS7000222: expired."}""");
        using var counts = new Counts(bot);
        var tokens = bot.Supervisor.Services.GetRequiredService<BotTokens>();
        for (var i = 0; i < 2; i++) await Assert.ThrowsAsync<NotSentException>(() => tokens.GetAsync(default));
        bot.Entra.Refusal = null;

        await bot.TalksAsync("one");
        await bot.TalksAsync("two");

        Assert.Equal(["failed 2", "ok 1"], counts.Of("chatbot.teams.tokens", "outcome"));
    }

    [Theory]
    [InlineData("mended 1", "401", "201")]
    [InlineData("refused 1", "401", "401")]
    public async Task A_token_that_the_connector_refuses_is_counted_by_what_became_of_it(string counted, params string[] answers)
    {
        await using var bot = await TeamsBot.StartAsync(answers, []);
        using var counts = new Counts(bot);
        await bot.TalksAsync("one");
        await bot.Connector.Call();

        // Its turn comes after the one before.
        await bot.TalksAsync("one");

        Assert.Equal([counted], counts.Of("chatbot.teams.connector.unauthorized", "outcome"));
        Assert.Equal(["ok 2"], counts.Of("chatbot.teams.tokens", "outcome"));
    }

    [Fact]
    public async Task The_end_of_the_certificate_is_told_a_month_before_once_a_day()
    {
        var log = new Complaints(LogLevel.Warning);
        var file = Path.GetTempFileName();
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Stage.Start.AddDays(-300), Stage.Start.AddDays(40));
        await File.WriteAllTextAsync(file, $"{certificate.ExportCertificatePem()}\n{rsa.ExportPkcs8PrivateKeyPem()}");
        await using var bot = await TeamsBot.StartAsync([], [$"Teams:CertificatePath={file}"], more: log.MoveIn);
        await AfterAsync(days: 9.9, told: 0);
        await AfterAsync(days: 0.2, told: 1);
        await AfterAsync(days: 0.5, told: 1);
        await AfterAsync(days: 0.6, told: 2);
        Assert.All(Told(), line => Assert.Contains("The bot's certificate (Teams:CertificatePath) ends on 2026-12-30", line, StringComparison.Ordinal));

        await AfterAsync(days: 40, told: 3);
        Assert.Contains("has ended on 2026-12-30", Told().Last(), StringComparison.Ordinal);
        File.Delete(file);

        async Task AfterAsync(double days, int told)
        {
            bot.Time.Advance(TimeSpan.FromDays(days));
            await bot.TalksAsync();
            Assert.Equal(told, Told().Count);
        }

        List<string> Told() => [.. log.All.Where(l => l.Contains("certificate", StringComparison.Ordinal))];
    }

    /// <summary>The counters of one bot: several may run in the process of the tests.</summary>
    private sealed class Counts : IDisposable
    {
        private readonly ConcurrentDictionary<(string Name, string Tag), long> _sums = new();
        private readonly MeterListener _listener = new();

        public Counts(TeamsBot bot)
        {
            var factory = bot.Supervisor.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == "ChatBot.Teams" && instrument.Meter.Scope == factory) l.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            {
                foreach (var (key, tag) in tags) _sums.AddOrUpdate((instrument.Name, $"{key}={tag}"), value, (_, sum) => sum + value);
            });
            _listener.Start();
        }

        /// <summary>"no token 1": by the values of the one tag there is.</summary>
        public IEnumerable<string> Of(string name, string tag)
        {
            var ours = _sums.Where(s => s.Key.Name == name).ToList();
            Assert.All(ours, s => Assert.StartsWith($"{tag}=", s.Key.Tag, StringComparison.Ordinal));
            return ours.Select(s => $"{s.Key.Tag[(tag.Length + 1)..]} {s.Value}").Order(StringComparer.Ordinal);
        }

        public void Dispose() => _listener.Dispose();
    }
}

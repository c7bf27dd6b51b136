using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChatBot.Preview;
using ChatBot.Simulator;
using ChatBot.Tests.Stories;
using ChatBot.Tests.Teams;
using Microsoft.Extensions.Logging;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Edge;

/// <summary>What people, queues and errors are called is shown as text wherever it is shown: no markup, link, mention, template or
/// control of a terminal, and no second line.</summary>
public sealed partial class HostileText : IAsyncLifetime
{
    /// <summary>Stands in each name, so that it is found wherever it ends up.</summary>
    private const string Mark = "Xq7";

    private static readonly string[] Names =
    [
        .. HostileNames.All.Where(name => name.Trim().Length > 0).Select(name => Mark + name),
        $"{Mark}\u001b[31m\u001b]0;title\u0007red\u009b2J", $"[{Mark}](http://evil.example/) http://evil.example www.evil.example", $"{Mark}![i](http://evil.example/i.png)",
        $"<at>{Mark}</at>", $"&lt;at&gt;{Mark}&#60;", $"${{$root.lang}}{Mark}${{if(true,'x','y')}}", $"{{{{DATE(2017-02-14T06:08:39Z)}}}}{Mark}",
        $"\u202e{Mark}\u2066\u200f\u061c", $"{Mark}\u200b\u2060\ufeff\u00ad", $"{Mark}\r\n# heading\u2028- item\u0085", $"{Mark}{new string('W', 10_000)}", $"{Mark}\udc00\ud800",
        $"{Mark}\", \"isVisible\": false, \"x\": \"",
    ];

    /// <summary>One that holds something for every sink.</summary>
    private static readonly string Worst = $"{Mark} **b** [l](http://evil.example) <at>all</at> <b> ${{name}} {{{{TIME(x)}}}} \u202e\u001b[31m\nline www.evil.example";

    private readonly Complaints _log = new(LogLevel.Information);
    private readonly HashSet<string> _seen = [];
    private Stage _stage = null!;

    public async ValueTask InitializeAsync()
    {
        _stage = await SetAsync("Current", true, _log.MoveIn,
            $"Monitoring:Skills:2:Name={Worst}", $"Monitoring:Skills:2:NameZh={Worst}", "Alerts:NewPerHour=100",
            $"Alerts:Rules:0:Name={Worst}", "Alerts:Rules:0:When=alert when resting skill 2 above 0", $"Alerts:Rules:0:Conversation={Cast.Alerts.Id}",
            "Alerts:Rules:0:Mentions:0:Id=29:li-na", $"Alerts:Rules:0:Mentions:0:Name={Worst}");
        _stage.Centre.Vdn(1).Skill(2).Named(Worst);
        _stage.Centre.Vdn(1).Skill(2).Has(Worst, workNo: 20022, resting: Minutes(7), asked: Minutes(5));
        foreach (var (i, name) in Names.Index())
        {
            _stage.Billing.Has(name, workNo: 20100 + i, resting: Minutes(7 + i), asked: Minutes(10));
            _stage.Billing.Has(name, workNo: 20200 + i, waiting: Minutes(4), cause: WaitCause.VdnQuota);
            _stage.Billing.Has(name, workNo: 20300 + i, busy: Minutes(42));
        }
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Theory, InlineData("en"), InlineData("zh")]
    public async Task In_answers(string language)
    {
        await _stage.AskAsync("skills");
        await _stage.Supervisor.Says($"language {language}", Cast.Alerts);
        foreach (var question in EveryQuestion.Questions.Select(q => q.Data.Item1).Concat(Names.Select((_, i) => $"agent {20100 + i}")).Append("agent 20022"))
            await _stage.Supervisor.Says(question, Cast.Alerts, who: Cast.LiNa with { Name = Worst });
        foreach (var name in Names) await _stage.Supervisor.Says($"how long did {name} rest", Cast.Alerts);

        Look(least: 40);
    }

    [Fact]
    public async Task In_alerts_replies_and_mentions()
    {
        // 1 A rule that mentions somebody, made by somebody, about a queue of people who are all called like that.
        await HearsAsync("r1", "tell us and MENTIONED when more than 1 are resting on skill 3");
        await _stage.PollAsync(Cast.Alerts.Id, 3);
        // 2 Taken, asked about, put off, listed; then over.
        foreach (var said in (string[])["alerts", "ack 1", "why 1", "ack 2", "why 2", "snooze 2 30m"]) await HearsAsync(said, said);
        await _stage.PollAsync(Cast.Alerts.Id, 1);
        for (var i = 0; i < Names.Length; i++) _stage.Centre.Vdn(1).Agent(20100 + i).Is(idle: Minutes(0));
        await _stage.PollAsync(Cast.Alerts.Id, 4);

        Look(least: 4);
        Assert.Contains(_stage.Supervisor.Channel.Messages, m => m.FromBot && m.Text?.StartsWith("<at>", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task In_errors_of_the_contact_centre_as_answers_alerts_and_log_lines()
    {
        await HearsAsync("r1", "tell us when more than 1 are resting on skill 3");
        await _stage.PollAsync(Cast.Alerts.Id, 1);
        foreach (var failure in (Failure[])
            [Failure.Platform(Worst, Worst), Failure.Status(403, $"<html><title>{Worst}</title></html>", "text/html"), Failure.Status(500, Worst), Failure.Status(200, Worst)])
        {
            _stage.Centre.Trouble.Clear();
            _stage.Centre.Trouble.Always(failure);
            await _stage.PollAsync(Cast.Alerts.Id, 5);
            foreach (var question in (string[])["who is resting on skill 3", "agent 20100", "status", "overview"]) await _stage.Supervisor.Says(question, Cast.Alerts);
        }

        Look(least: 3);
        // An error is told in the log, in one line that ends nowhere else.
        var told = _log.All.Where(line => line.Contains(Mark, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, line => Assert.DoesNotMatch(Acting(), line.TrimEnd()));
    }

    [Fact]
    public async Task In_what_is_entered_in_forms()
    {
        var supervisor = _stage.Supervisor;
        var made = await supervisor.Says("alert when waiting skill 3 above 5", Cast.Alerts);
        foreach (var name in Names)
        {
            var form = await supervisor.Presses("New alert", await supervisor.Says("alerts", Cast.Alerts));
            await supervisor.Presses("Set alert", form, null, ("metric", name), ("skill", name), ("comparison", name), ("limit", name));
            await supervisor.Presses("Save", await supervisor.Presses("Edit", made), null,
                ("limit", name), ("calm", name), ("hold", name), ("repeat", name), ("severity", name), ("active", name), ("mention", name));
            made = await supervisor.Presses("Cancel", new(supervisor.Channel.Find(made.Message.Id)!));
        }

        Look(least: 20);
    }

    /// <summary>Somebody with the worst name says it in the channel, and mentions somebody of that name.</summary>
    private async Task HearsAsync(string id, string text)
    {
        using var limit = Supervisor.Limit();
        using var listener = _stage.Supervisor.Channel.Listen();
        var marked = $"<at>{Worst}</at>";
        var activity = JsonSerializer.Serialize(new
        {
            type = "message",
            id,
            channelId = "msteams",
            serviceUrl = "SERVICE",
            text = text.Replace("MENTIONED", marked, StringComparison.Ordinal),
            from = new { id = "29:worst", name = Worst },
            recipient = new { id = Cast.Bot.Id, name = Worst },
            conversation = new { id = Cast.Alerts.Id, conversationType = "channel", isGroup = true, tenantId = "T", name = Worst },
            entities = new[] { new { type = "mention", text = marked, mentioned = new { id = "29:mentioned", name = Worst } } },
            channelData = new { team = new { id = "T", name = Worst }, channel = new { id = Cast.Alerts.Id, name = Worst } },
        });
        Assert.Equal(200, (await _stage.Supervisor.SendsAsync(activity)).Status);
        await listener.Next(h => h.Kind == HappeningKind.Posted && h.Message.FromBot && h.Message.ReplyToId == id, limit.Token);
    }

    /// <summary>At all that was said.</summary>
    /// <param name="least">In so many places a hostile name must have been shown, or nothing was tried.</param>
    private void Look(int least)
    {
        foreach (var message in _stage.Supervisor.Channel.Messages.Where(m => m.FromBot))
        {
            if (message.Card is { } card) LookAt(card, "");
            // The summary is plain text by definition, and read by nobody else.
            if (message.Summary is { } summary) Assert.DoesNotMatch(Acting(), summary);
            if (message.Text is { } text) LookAtText(text);
        }

        Assert.True(_seen.Count >= least, $"Only {_seen.Count} places: {string.Join('\n', _seen)}");
    }

    private void LookAtText(string text)
    {
        Assert.DoesNotMatch(Acting(), text);
        Assert.DoesNotMatch(Link(), text);
        // Mentions make a text markup: what is in them is written as numbers.
        if (!text.StartsWith("<at>", StringComparison.Ordinal)) return;
        _seen.Add(text);
        Assert.DoesNotMatch(Markup(), text.Replace("<at>", "", StringComparison.Ordinal).Replace("</at>", "", StringComparison.Ordinal));
    }

    private void LookAt(JsonElement part, string where)
    {
        if (part.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in part.EnumerateArray()) LookAt(item, where);
        }
        else if (part.ValueKind == JsonValueKind.Object)
        {
            var type = part.TryGetProperty("type", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : "";
            foreach (var property in part.EnumerateObject())
                LookAt(property.Value, property.Name == "data" || where == "data" ? "data" : property.Name is "facts" ? "facts" : $"{(where == "facts" ? "facts" : type)}.{property.Name}");
        }
        else if (part.ValueKind == JsonValueKind.String && part.GetString()!.Contains(Mark, StringComparison.Ordinal))
        {
            var text = part.GetString()!;
            _seen.Add($"{where}: {text}");
            // What buttons say is read by the bot only. Markdown is read in text blocks and facts, never in runs, titles and choices.
            if (where == "data") return;
            if (where.StartsWith("facts", StringComparison.Ordinal)) Assert.DoesNotMatch(Markup(), text);
            else Assert.Contains(where, (string[])["TextRun.text", "Action.Execute.title", ".title", "Input.Toggle.title", "Input.Text.value", "Input.ChoiceSet.value", "Input.Toggle.value", "Input.ChoiceSet.label", "AdaptiveCard.fallbackText"]);
            Assert.DoesNotMatch(Acting(), text);
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
            Assert.InRange(new StringInfo(text).LengthInTextElements, 1, 400);
        }
    }

    /// <summary>Control characters, line ends, marks of direction and invisible ones that are not ours.</summary>
    [GeneratedRegex(@"[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u2060\u00ad\ud800-\udfff](?<![\ud800-\udbff][\udc00-\udfff])(?![\udc00-\udfff])")]
    private static partial Regex Acting();

    [GeneratedRegex(@"://|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"[<>*\[\]`_~]")]
    private static partial Regex Markup();
}

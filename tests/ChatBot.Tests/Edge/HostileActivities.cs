using System.Text;
using ChatBot.Preview;
using ChatBot.Tests.Teams;
using Microsoft.Extensions.Logging;

namespace ChatBot.Tests.Edge;

/// <summary>Activities that were once taken and should not have been.</summary>
public class HostileActivities
{
    private readonly Parrot _parrot = new();

    private static string Message(string part = "") => """
        {"type":"message","text":"hello",PART"from":{"id":"U"},"recipient":{"id":"B"},"serviceUrl":"SERVICE","conversation":{"id":"a:personal-1"}}
        """.Replace("PART", part, StringComparison.Ordinal);

    /// <summary>Their turn failed with nobody hearing of it.</summary>
    [Theory]
    [InlineData("\"value\":{\"say\":\"\\ud800\"},", "'value'")]
    [InlineData("\"value\":{\"\\udc00\":\"x\"},", "at $.value")]
    [InlineData("\"entities\":[{\"type\":\"mention\",\"text\":\"\\ud800x\"}],", "'entities'")]
    [InlineData("\"channelData\":{\"team\":{\"id\":\"\\udfff\"}},", "'channelData'")]
    public async Task Half_a_character_anywhere_is_refused_with_its_place(string part, string place)
    {
        await using var supervisor = await Supervisor.StartAsync(_parrot.MoveIn);

        var response = await supervisor.SendsAsync(Message(part));

        Assert.Equal(400, response.Status);
        Assert.Contains(place[0] == '\'' ? $"{place} holds text that is not Unicode" : place, response.Body!.Value.GetProperty("error").GetProperty("message").GetString());
    }

    /// <summary>Twenty thousand of them are remembered.</summary>
    [Theory]
    [InlineData("id")]
    [InlineData("replyToId")]
    [InlineData("locale")]
    [InlineData("channelId")]
    public async Task What_is_kept_is_short(string name)
    {
        await using var supervisor = await Supervisor.StartAsync(_parrot.MoveIn);

        Assert.Equal(400, (await supervisor.SendsAsync(Message($"\"{name}\":\"{new string('x', 1025)}\","))).Status);
        Assert.Equal(200, (await supervisor.SendsAsync(Message($"\"{name}\":\"{new string('x', 1024)}\","))).Status);
    }

    /// <summary>Ids stand in log lines.</summary>
    [Theory]
    [InlineData("a:personal-1\\ninfo: ChatBot[0] all is well")]
    [InlineData("a:personal-1\\u001b[2J")]
    [InlineData("a:personal-1\\u2028x")]
    [InlineData("a:\\u202epersonal-1")]
    public async Task An_id_that_would_forge_a_log_line_is_refused(string id)
    {
        await using var supervisor = await Supervisor.StartAsync(_parrot.MoveIn);

        Assert.Equal(400, (await supervisor.SendsAsync(Message().Replace("a:personal-1", id, StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task A_connector_that_answers_lines_of_a_log_makes_one_line()
    {
        var line = await LoggedAsync("403 {\"error\":{\"code\":\"x\n\u001b[31mfail: ChatBot[0]\r\nforged\"}}");

        Assert.DoesNotMatch("[\r\n\u001b]", line.TrimEnd());
    }

    [Theory]
    [InlineData("403 {\"error\":{\"code\":\"BotDisabledByAdmin\",\"message\":\"not delivered: Ana Lima 20011\"}}", "the connector answers 403 BotDisabledByAdmin")]
    [InlineData("403 {\"error\":{\"code\":\"Ana Lima 20011\"}}", "the connector answers 403")]
    [InlineData("403 <html>Blocked: Ana Lima 20011</html>", "the connector answers 403 with a page, not from the channel")]
    public async Task A_connector_that_repeats_what_it_refuses_puts_nobodys_name_into_the_log(string answer, string told)
    {
        var line = await LoggedAsync(answer);

        Assert.Contains(told, line, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", line, StringComparison.Ordinal);
    }

    /// <summary>The one line of the log about a reply that the connector answers so.</summary>
    private async Task<string> LoggedAsync(string answer)
    {
        var log = new Complaints(LogLevel.Warning);
        await using var connector = await ScriptedConnector.StartAsync(answer);
        await using var supervisor = await Supervisor.StartAsync(builder =>
        {
            _parrot.MoveIn(builder);
            log.MoveIn(builder);
        });

        await supervisor.SendsAsync(Message().Replace("SERVICE", connector.Address, StringComparison.Ordinal));
        await connector.Call();
        await supervisor.StopAsync();

        return Assert.Single(log.All);
    }

    [Theory]
    [InlineData(1001)]
    [InlineData(200_000)]
    public async Task A_text_that_is_no_question_any_more_is_answered_kindly(int length)
    {
        await using var stage = await Stage.SetAsync();

        var reply = await stage.Supervisor.Says(new string('a', length));

        Assert.Contains("long", reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Help", reply.Buttons, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Of_thousands_of_mentions_few_are_read()
    {
        await using var supervisor = await Supervisor.StartAsync(_parrot.MoveIn);
        using var limit = Supervisor.Limit();
        using var listener = supervisor.Channel.Listen();
        var mentions = new StringBuilder("\"entities\":[");
        for (var i = 0; i < 2500; i++) mentions.Append(System.Globalization.CultureInfo.InvariantCulture, $"{{\"type\":\"mention\",\"text\":\"e{i}\",\"mentioned\":{{\"id\":\"u{i}\",\"name\":\"n{i}\"}}}},");
        mentions.Length--;

        await supervisor.SendsAsync(Message(mentions + "],"));
        await listener.Next(h => h.Kind == HappeningKind.Posted, limit.Token);

        Assert.Equal(10, Assert.Single(_parrot.Asked).Mentioned.Count);
    }
}

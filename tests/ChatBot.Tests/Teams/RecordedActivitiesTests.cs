using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Preview;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Teams;

/// <summary>Activities as Microsoft's emulator sent them, ids included; only the service URL is this machine's.</summary>
public class RecordedActivitiesTests
{
    private const string Personal = """
        {"type":"message","text":"hello","id":"A1","from":{"id":"29:user-id-0","name":"Alex Wilber","aadObjectId":"00000000-0000-0000-0000-0000000000020"},"timestamp":"2026-11-22T15:16:59.478Z","localTimestamp":"2026-11-22T15:16:59.478+00:00","localTimezone":"UTC","serviceUrl":"SERVICE","conversation":{"conversationType":"personal","tenantId":"00000000-0000-0000-0000-0000000000001","id":"a:personal-1"},"recipient":{"id":"00000000-0000-0000-0000-00000000000011","name":"Test Bot"},"textFormat":"plain","locale":"en-US","entities":[{"type":"clientInfo","locale":"en-US","country":"US","platform":"Web","timezone":"UTC"}],"channelData":{"tenant":{"id":"T"}},"channelId":"msteams"}
        """;

    private const string InAThread = """
        {"type":"message","id":"A2","text":"<at>Test Bot</at> tell <at>Adele Vance</at> <b>hi</b> & x","from":{"id":"U0"},"recipient":{"id":"BOT","name":"Test Bot"},"channelId":"msteams","serviceUrl":"SERVICE","conversation":{"isGroup":true,"conversationType":"channel","tenantId":"T","id":"19:chan-1@thread.tacv2;messageid=1795361096252"},"entities":[{"type":"mention","mentioned":{"id":"BOT","name":"Test Bot"},"text":"<at>Test Bot</at>"},{"type":"mention","mentioned":{"id":"U2","name":"Adele Vance"},"text":"<at>Adele Vance</at>"},{"type":"clientInfo","locale":"en-US","country":"US","timezone":"UTC"}],"channelData":{"teamsChannelId":"CHAN","teamsTeamId":"TEAM","tenant":{"id":"T"},"team":{"id":"TEAM"},"channel":{"id":"CHAN"}}}
        """;

    private const string Submit = """
        {"type":"message","from":{"id":"U0","name":"Alex Wilber"},"recipient":{"id":"BOT"},"replyToId":"1795360907146","serviceUrl":"SERVICE","conversation":{"id":"a:personal-1"},"channelData":{"source":{"name":"message"},"tenant":{"id":"T"}},"value":{"say":"resting","lang":"zh","note":"n1"}}
        """;

    private const string Reaction = """
        {"type":"messageReaction","id":"r1","from":{"id":"U0"},"conversation":{"conversationType":"personal","id":"P1"},"reactionsAdded":[{"type":"like"}],"replyToId":"123"}
        """;

    private readonly Parrot _parrot = new();

    private async Task<Message> AnswerTo(string activity)
    {
        await using var supervisor = await Supervisor.StartAsync(_parrot.MoveIn);
        using var limit = Supervisor.Limit();
        using var listener = supervisor.Channel.Listen();
        var response = await supervisor.SendsAsync(activity);
        Assert.Equal(200, response.Status);
        Assert.Null(response.Body);
        return await listener.Next(h => h.Kind == HappeningKind.Posted, limit.Token);
    }

    [Fact]
    public async Task A_personal_message()
    {
        Assert.Equal("you said: hello", (await AnswerTo(Personal)).Summary);
    }

    [Fact]
    public async Task A_message_in_a_thread_of_a_channel()
    {
        var answer = await AnswerTo(InAThread);

        Assert.Equal("you said: tell Adele Vance <b>hi</b> & x", answer.Summary);
        Assert.Equal("1795361096252", answer.Thread);
        Assert.Equal("A2", answer.ReplyToId);
        Assert.Equal("19:chan-1@thread.tacv2", _parrot.Asked.Single().Conversation);
    }

    [Fact]
    public async Task A_submit_button_without_any_text()
    {
        Assert.Equal("you said: resting", (await AnswerTo(Submit)).Summary);
        Assert.Equal("zh", _parrot.Asked.Single().Language);
    }

    [Fact]
    public async Task A_submit_button_that_is_not_ours_is_told_so()
    {
        Assert.Contains("This button is not one of mine", (await AnswerTo(Submit.Replace("\"say\"", "\"k\""))).Text);
        Assert.Empty(_parrot.Asked);
    }

    [Fact]
    public async Task Text_of_another_format_and_an_html_copy_of_it()
    {
        var activity = JsonNode.Parse(Personal)!;
        activity["text"] = "who&nbsp;is\u00a0 resting \n";
        activity["attachments"] = JsonNode.Parse("""[{"contentType":"text/html","content":"<p>who</p>"}]""");

        Assert.Equal("you said: who is resting", (await AnswerTo(activity.ToJsonString())).Summary);
    }

    [Theory]
    [InlineData("entities", "null")]
    [InlineData("entities", "{}")]
    [InlineData("entities", """[null,5,{"type":"mention"},{"type":"mention","text":"","mentioned":7}]""")]
    [InlineData("channelData", "[]")]
    [InlineData("channelData", """{"team":5,"eventType":7}""")]
    [InlineData("value", "5")]
    [InlineData("somethingNew", """{"a":[1]}""")]
    public async Task Odd_forms_of_parts_nobody_needs_spoil_nothing(string part, string form)
    {
        var activity = JsonNode.Parse(Personal)!;
        activity[part] = JsonNode.Parse(form);

        Assert.Equal("you said: hello", (await AnswerTo(activity.ToJsonString())).Summary);
    }

    [Fact]
    public async Task What_the_bot_does_not_know_is_accepted_and_ignored()
    {
        await using var supervisor = await Supervisor.StartAsync(_parrot.MoveIn);

        Assert.Equal(200, (await supervisor.SendsAsync(Reaction)).Status);
        Assert.Equal(200, (await supervisor.SendsAsync("""{"type":"event","name":"future"}""")).Status);
    }

    [Theory]
    [InlineData("", "not an activity: the JSON is broken or of another form at $, line 1, byte 0")]
    [InlineData("[]", "of another form at $")]
    [InlineData("null", "the body is null")]
    [InlineData("\"hello\"", "of another form at $")]
    [InlineData("""{"type":"message",""", "line 1")]
    [InlineData("""{"type":5}""", "at $.type")]
    [InlineData("{}", "'type' is missing")]
    [InlineData("""{"type":""}""", "'type' is missing")]
    [InlineData("""{"type":"message","type":"invoke"}""", "at $")]
    [InlineData("""{"type":"message","conversation":{"id":{}}}""", "at $.conversation.id")]
    [InlineData("""{"type":"message"}""", "'conversation.id' is missing")]
    [InlineData("""{"type":"message","conversation":{"id":"c"}}""", "'serviceUrl' is missing")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"serviceUrl":"http://localhost:1"}""", "'from.id' is missing")]
    [InlineData("""{"type":"invoke","conversation":{"id":"c"},"serviceUrl":"http://localhost:1","from":{"id":"u"}}""", "'recipient.id' is missing")]
    [InlineData("""{"type":"conversationUpdate","conversation":{"id":" "}}""", "'conversation.id' is missing")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"serviceUrl":"nowhere","from":{"id":"u"},"recipient":{"id":"b"}}""", "'serviceUrl' is not an address")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"serviceUrl":"http://localhost@evil.example","from":{"id":"u"},"recipient":{"id":"b"}}""", "'serviceUrl' is not an address")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"serviceUrl":"http://evil.example\\@localhost","from":{"id":"u"},"recipient":{"id":"b"}}""", "'serviceUrl' is not an address")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"serviceUrl":"http://localhost?x=","from":{"id":"u"},"recipient":{"id":"b"}}""", "'serviceUrl' is not an address")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"serviceUrl":"http://localhost/#","from":{"id":"u"},"recipient":{"id":"b"}}""", "'serviceUrl' is not an address")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"serviceUrl":"file://localhost/x","from":{"id":"u"},"recipient":{"id":"b"}}""", "'serviceUrl' is not an address")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"serviceUrl":"//localhost/x","from":{"id":"u"},"recipient":{"id":"b"}}""", "'serviceUrl' is not an address")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"serviceUrl":"http://a@localhost","from":{"id":"u"},"recipient":{"id":"b"}}""", "'serviceUrl' is not an address")]
    public async Task A_malformed_activity_is_refused_with_what_is_wrong_and_where(string body, string complaint)
    {
        await using var supervisor = await Supervisor.StartAsync(_parrot.MoveIn);

        var response = await supervisor.SendsAsync(body);

        Assert.Equal(400, response.Status);
        var error = response.Body!.Value.GetProperty("error");
        Assert.Equal("BadSyntax", error.GetProperty("code").GetString());
        Assert.Contains(complaint, error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Too_deep_or_too_long_is_refused()
    {
        await using var supervisor = await Supervisor.StartAsync(_parrot.MoveIn);

        var deep = await supervisor.SendsAsync($$"""{"type":"message","value":{{new string('[', 40)}}{{new string(']', 40)}}}""");
        var big = await Announced.StatusAsync(supervisor.Address, "/api/messages", 300_000);

        Assert.Equal((400, 413), (deep.Status, big));
    }

    [Fact]
    public async Task Only_POST_of_JSON_is_taken()
    {
        await using var supervisor = await Supervisor.StartAsync(_parrot.MoveIn);
        using var http = new HttpClient();
        var address = new Uri(supervisor.Address, "/api/messages");
        using var form = new StringContent("{}", Encoding.UTF8, "text/plain");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.DeleteAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await http.PostAsync(address, form)).StatusCode);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://10.0.0.7:3979")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://localhost.")]
    [InlineData("http://xn--lcalhost-54a.example")]
    [InlineData("http://loc\u0430lhost")]
    [InlineData("http://127.0.0.1.nip.example")]
    [InlineData("http://[2001:db8::1]:80")]
    [InlineData("http://[::ffff:10.0.0.7]")]
    [InlineData("http://0.0.0.0:3979")]
    public async Task Without_an_app_id_it_answers_to_this_machine_only(string serviceUrl)
    {
        await using var supervisor = await Supervisor.StartAsync(_parrot.MoveIn);

        var response = await supervisor.SendsAsync(Personal.Replace("SERVICE", serviceUrl));

        Assert.Equal(403, response.Status);
        Assert.Contains("'serviceUrl' names ", response.Body!.Value.GetProperty("error").GetProperty("message").GetString());
        Assert.Empty(_parrot.Asked);
    }

    [Fact]
    public async Task Without_an_app_id_it_answers_as_localhost_only()
    {
        await using var supervisor = await Supervisor.StartAsync(_parrot.MoveIn);
        using var http = new HttpClient();
        foreach (var path in (string[])["/api/messages", "/preview/api/say", "/preview/connector/v3/conversations"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(supervisor.Address, path));
            request.Content = new StringContent("""{"chat":"a:personal-1","text":"x"}""", Encoding.UTF8, "application/json");
            request.Headers.Host = "rebound.example";

            Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(request)).StatusCode);
        }
    }

    [Fact]
    public async Task An_activity_that_comes_again_within_ten_minutes_is_not_answered_again()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var supervisor = await Supervisor.StartAsync(builder =>
        {
            _parrot.MoveIn(builder);
            builder.Services.AddSingleton<TimeProvider>(time);
        });
        using var limit = Supervisor.Limit();
        using var listener = supervisor.Channel.Listen();

        // The clock moves only between turns: what is under way would be given up.
        Task<Message> Answer() => listener.Next(h => h.Kind == HappeningKind.Posted, limit.Token);
        await supervisor.SendsAsync(Personal);
        await Answer();
        time.Advance(TimeSpan.FromMinutes(9));
        await supervisor.SendsAsync(Personal);
        await supervisor.SendsAsync(InAThread.Replace("\"A2\"", "\"A1\""));
        await Answer();
        time.Advance(TimeSpan.FromMinutes(2));
        await supervisor.SendsAsync(Personal);
        await Answer();

        Assert.Equal(["hello", "tell Adele Vance <b>hi</b> & x", "hello"], _parrot.Asked.Select(q => q.Text));
    }
}

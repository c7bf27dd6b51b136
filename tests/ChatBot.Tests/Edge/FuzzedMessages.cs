using System.Net.Http.Headers;
using System.Text;
using ChatBot.Preview;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Edge;

/// <summary>Whatever comes in at <c>/api/messages</c>: a clear status, no fault of ours, and the next question is answered.</summary>
[Collection(nameof(Alone))]
public sealed class FuzzedMessages : IAsyncLifetime
{
    private static readonly int[] Good = [200, 400, 403, 413, 415, 501];

    private readonly Complaints _complaints = new();
    private readonly HttpClient _http = new();
    private Stage _stage = null!;
    private Uri _address = null!;

    public async ValueTask InitializeAsync()
    {
        _stage = await SetAsync("Current", true, _complaints.MoveIn, "Alerts:Watch=false", "Teams:MaxPendingPerConversation=100");
        _stage.Billing.Has("Ana", resting: Minutes(7));
        _address = new Uri(_stage.Supervisor.Address, "/api/messages");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _stage.DisposeAsync();
    }

    [Fact]
    public async Task Mutated_activities()
    {
        var mutations = new Mutations(seed: 4);
        var bodies = Enumerable.Range(0, 1200 * Mutations.Times).Select(i => mutations.Of(RecordedBodies.All[i % RecordedBodies.All.Length]));

        await AllAsync(bodies);
    }

    [Fact]
    public async Task Texts_at_the_edge_of_JSON_alone_and_in_every_part_of_an_activity()
    {
        string[] holes = ["\"Test Bot\"", "\"who is resting on skill 3\"", "[{\"type\":\"clientInfo\",\"locale\":\"en-US\",\"country\":\"US\",\"platform\":\"Web\",\"timezone\":\"UTC\"}]", "{\"tenant\":{\"id\":\"T\"}}"];
        var activity = RecordedBodies.All[0];
        var button = RecordedBodies.All[3];
        var bodies = JsonTorture.All.SelectMany(torture => holes
            .Select(hole => Filled(activity, hole, torture))
            .Append(Filled(button, "\"resting\"", torture)).Append(Filled(button, "\"n1\"", torture)).Append(torture));

        await AllAsync(bodies);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/json; charset=utf-16", 400)]
    [InlineData("application/json; charset=nonsense", 200)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData("application/json;;;\"", 415)]
    public async Task Odd_content_types(string type, int status)
    {
        var body = RecordedBodies.All[0].Replace("SERVICE", Service);
        using var content = new ByteArrayContent(type.Contains("utf-16", StringComparison.Ordinal) ? Encoding.Unicode.GetBytes(body) : Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var response = await _http.PostAsync(_address, content);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(_complaints.All);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br, gzip")]
    public async Task A_body_that_calls_itself_compressed_is_read_as_it_is(string encoding)
    {
        using var content = Json([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);

        using var response = await _http.PostAsync(_address, content);

        Assert.Equal(400, (int)response.StatusCode);
    }

    private string Service => new Uri(_stage.Supervisor.Address, PreviewClient.ConnectorPath).AbsoluteUri;

    private async Task AllAsync(IEnumerable<byte[]> bodies)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var number = 0;
        var wrong = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (body, stop) =>
        {
            // Only now it gets an address, as a mutated one might be somebody else's; and an id, as a repeated one is not looked at.
            var sent = Replaced(body, "SERVICE"u8, Encoding.UTF8.GetBytes(Service));
            var mine = Interlocked.Increment(ref number);
            sent = Replaced(sent, "\"id\":\"A"u8, Encoding.UTF8.GetBytes($"\"id\":\"{mine}-"));
            // Each in a thread of its own: in one conversation they would wait for each other, and most be let fall.
            sent = Replaced(sent, "a:personal-1\""u8, Encoding.UTF8.GetBytes($"a:personal-1;messageid={mine}\""));
            sent = Replaced(sent, "@thread.v2\""u8, Encoding.UTF8.GetBytes($"@thread.v2;messageid={mine}\""));
            sent = Replaced(sent, "=1795361096252"u8, Encoding.UTF8.GetBytes($"={mine}"));
            using var content = Json(sent);
            using var response = await _http.PostAsync(_address, content, stop);
            if (!Good.Contains((int)response.StatusCode))
                wrong.Add($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(stop)} to {Encoding.UTF8.GetString(sent)[..Math.Min(sent.Length, 600)]}");
        });

        Assert.Empty(wrong);
        foreach (var chat in Cast.Chats)
            Assert.Contains("Ana", (await _stage.Supervisor.Says("who is resting on skill 3", chat, who: Cast.WangWei)).Text, StringComparison.Ordinal);
        // It ends when each turn has ended: on this clock nothing is given up.
        await _stage.Supervisor.StopAsync().WaitAsync(Supervisor.Patience);
        Assert.Empty(_complaints.All);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 250_000_000);
    }

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static byte[] Filled(string json, string hole, byte[] with)
    {
        Assert.Contains(hole, json, StringComparison.Ordinal);
        return Replaced(Encoding.UTF8.GetBytes(json), Encoding.UTF8.GetBytes(hole), with);
    }

    private static byte[] Replaced(byte[] all, ReadOnlySpan<byte> old, byte[] with)
    {
        var at = all.AsSpan().IndexOf(old);
        return at < 0 ? all : [.. all[..at], .. with, .. all[(at + old.Length)..]];
    }
}

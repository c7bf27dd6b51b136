using System.Text.Json;

namespace ChatBot.Tests.Teams;

/// <summary>How replies reach a connector, and which failures are worth another try.</summary>
public class ConnectorTests
{
    private readonly Parrot _parrot = new();

    private static string Message(ScriptedConnector connector, string id, string path = "") => $$$"""
        {"type":"message","id":"{{{id}}}","text":"{{{id}}}","from":{"id":"U"},"recipient":{"id":"B"},"serviceUrl":"{{{connector.Address}}}{{{path}}}","conversation":{"id":"19:c@thread.tacv2;messageid=17"}}
        """;

    [Theory]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("/emea", "/emea")]
    [InlineData("/emea/", "/emea")]
    public async Task Joins_the_service_url_and_escapes_the_conversation(string path, string prefix)
    {
        await using var connector = await ScriptedConnector.StartAsync();
        await using var supervisor = await Supervisor.StartAsync(_parrot.MoveIn);

        await supervisor.SendsAsync(Message(connector, "a/b?c", path));

        var call = await connector.Call();
        Assert.StartsWith($"POST {prefix}/v3/conversations/19%3Ac%40thread.tacv2%3Bmessageid%3D17/activities/a%2Fb%3Fc ", call, StringComparison.Ordinal);
        using var activity = JsonDocument.Parse(call[call.IndexOf('{')..]);
        Assert.Equal("message", activity.RootElement.GetProperty("type").GetString());
        Assert.Equal("B", activity.RootElement.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("U", activity.RootElement.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal("plain", activity.RootElement.GetProperty("textFormat").GetString());
        Assert.Equal("AdaptiveCard", activity.RootElement.GetProperty("attachments")[0].GetProperty("content").GetProperty("type").GetString());
        Assert.False(activity.RootElement.TryGetProperty("id", out _));
    }

    [Theory]
    [InlineData(3, "429 0", "412 0", "201")]
    [InlineData(4, "429 0", "429 0", "429 0", "429 0")]
    [InlineData(1, "429 3600")]
    [InlineData(1, "500 0")]
    [InlineData(1, "502 0")]
    [InlineData(1, "504 0")]
    [InlineData(1, "403")]
    [InlineData(1, "404")]
    [InlineData(1, "302")]
    public async Task Posts_again_only_what_was_surely_not_posted(int calls, params string[] answers)
    {
        await using var connector = await ScriptedConnector.StartAsync(answers);
        await using var supervisor = await Supervisor.StartAsync(_parrot.MoveIn);

        // The second message waits for the end of the first one's turn.
        await supervisor.SendsAsync(Message(connector, "one"));
        await supervisor.SendsAsync(Message(connector, "two"));

        for (var i = 0; i < calls; i++) Assert.Contains("you said: one", await connector.Call());
        Assert.Contains("you said: two", await connector.Call());
    }
}

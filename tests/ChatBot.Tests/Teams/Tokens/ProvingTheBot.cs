using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChatBot.Alerts;
using ChatBot.Commands;
using ChatBot.Teams;
using ChatBot.Teams.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Teams.Tokens;

/// <summary>The bot's own token: fetched seldom, and never for anybody but the channel.</summary>
public class ProvingTheBot
{
    private static readonly Message Line = new(default, "back to 2", []);

    [Fact]
    public async Task Many_at_once_and_many_after_each_other_share_one_token()
    {
        var go = new TaskCompletionSource();
        await using var bot = await TeamsBot.StartAsync([], [], entra => entra.Until = go.Task);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => bot.SaysAsync($"n{i}")));
        go.SetResult();
        for (var i = 0; i < 20; i++) await bot.Connector.Call();
        await bot.TalksAsync("later");

        Assert.Single(bot.Entra.Asked);
        Assert.All(bot.Connector.Authorizations, header => Assert.Equal("Bearer token-1", header));
    }

    [Fact]
    public async Task A_token_in_its_last_five_minutes_is_renewed()
    {
        await using var bot = await TeamsBot.StartAsync([], [], entra => entra.ExpiresIn = 290);

        await bot.TalksAsync("one");
        await bot.TalksAsync("two");

        Assert.Equal(["Bearer token-1", "Bearer token-2"], bot.Connector.Authorizations);
    }

    [Theory]
    [InlineData("token-1 token-2", "401", "201")]
    [InlineData("token-1 token-2", "401", "401")]
    public async Task A_token_that_the_connector_refuses_is_replaced_once(string tokens, params string[] answers)
    {
        await using var bot = await TeamsBot.StartAsync(answers, []);

        await bot.SaysAsync("one");
        await bot.Connector.Call();
        await bot.Connector.Call();
        await bot.SaysAsync("two");

        Assert.Contains("you said: two", await bot.Connector.Call());
        Assert.Equal(tokens.Split(' ').Append("token-2").Select(token => $"Bearer {token}"), bot.Connector.Authorizations);
    }

    [Fact]
    public async Task Several_who_were_refused_at_once_get_one_new_token()
    {
        await using var bot = await TeamsBot.StartAsync();
        var tokens = bot.Supervisor.Services.GetRequiredService<BotTokens>();
        var old = await tokens.GetAsync(default);
        var go = new TaskCompletionSource();
        bot.Entra.Until = go.Task;

        var anew = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tokens.InsteadOfAsync(old, default)));
        go.SetResult();

        Assert.All(await anew, token => Assert.Equal("token-2", token));
        Assert.Equal("token-2", await tokens.InsteadOfAsync(old, default));
        Assert.Equal(2, bot.Entra.Asked.Count);
    }

    [Fact]
    public async Task Does_not_follow_a_redirect()
    {
        await using var bot = await TeamsBot.StartAsync(["302"], []);

        await bot.SaysAsync("one");
        Assert.Contains("you said: one", await bot.Connector.Call());
        await bot.SaysAsync("two");

        Assert.Contains("you said: two", await bot.Connector.Call());
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task No_redirect_carries_the_token_or_the_answer_to_another_host(int status)
    {
        await using var foreign = await ScriptedConnector.StartAsync();
        await using var bot = await TeamsBot.StartAsync([.. Enumerable.Repeat($"{status} Location={foreign.Address}/v3/conversations", 20)], []);

        await bot.TalksAsync("one");
        await PostAsync(bot, Reference(bot, bot.Connector.Address));

        Assert.NotEmpty(bot.Connector.Authorizations);
        Assert.Empty(foreign.Authorizations);
    }

    [Theory]
    [InlineData("anonymous", "")]
    [InlineData("another app", "44444444-4444-4444-4444-444444444444")]
    [InlineData("proved", null)]
    public async Task Nothing_goes_to_a_conversation_that_was_not_proved_for_this_bot(string how, string? provedFor)
    {
        await using var bot = await TeamsBot.StartAsync();
        var reference = Reference(bot, bot.Connector.Address) with { ProvedFor = provedFor switch { null => bot.AppId, "" => null, var other => other } };

        var delivery = await PostAsync(bot, reference);

        Assert.Equal(how == "proved" ? Arrival.Done : Arrival.Later, delivery.Arrival);
        Assert.Equal(how == "proved" ? 1 : 0, bot.Connector.Authorizations.Count);
        Assert.Equal(how == "proved" ? 1 : 0, bot.Entra.Asked.Count);
    }

    [Fact]
    public async Task A_conversation_that_was_proved_is_proved_also_after_it_was_stored()
    {
        await using var bot = await TeamsBot.StartAsync();
        await bot.TalksAsync("kept");

        var delivery = await Posts(bot.Supervisor).PostAsync("a:kept", Line, null, default);

        Assert.Equal(Arrival.Done, delivery.Arrival);
        Assert.Equal("Bearer token-1", bot.Connector.Authorizations.Last());
    }

    [Fact]
    public async Task A_foreign_host_gets_nothing_even_in_a_conversation_that_was_proved()
    {
        await using var bot = await TeamsBot.StartAsync();
        await using var foreign = await ScriptedConnector.StartAsync();

        // Also this machine, but not under the name that is allowed.
        var delivery = await PostAsync(bot, Reference(bot, foreign.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)));

        Assert.Equal((Arrival.Later, "not in Teams:ServiceUrls"), (delivery.Arrival, delivery.Why));
        Assert.Empty(foreign.Authorizations);
    }

    [Fact]
    public async Task A_body_cannot_say_that_it_was_proved()
    {
        await using var supervisor = await Supervisor.StartAsync(new Parrot().MoveIn);
        await supervisor.SendsAsync(
            """{"type":"message","text":"hi","provedFor":"44444444-4444-4444-4444-444444444444","from":{"id":"U"},"recipient":{"id":"B"},"serviceUrl":"SERVICE","conversation":{"id":"a:personal-1"}}""");
        await supervisor.Says("afterwards");

        var stored = await supervisor.Services.GetRequiredService<IConversations>().ReferenceAsync("a:personal-1", default);

        Assert.DoesNotContain("4444", stored);
    }

    [Fact]
    public async Task Without_an_app_id_nothing_leaves_this_machine()
    {
        await using var supervisor = await Supervisor.StartAsync(new Parrot().MoveIn);
        var reference = new ConversationReference { ServiceUrl = "https://192.0.2.1/", Conversation = new() { Id = "a:1" } };
        await supervisor.Services.GetRequiredService<IConversations>().RememberAsync("a:1", reference.ToStore(), null, null, default);

        var delivery = await Posts(supervisor).PostAsync("a:1", Line, null, default);

        Assert.Equal((Arrival.Later, "not on this machine, and there is no app id"), (delivery.Arrival, delivery.Why));
    }

    [Fact]
    public async Task A_token_that_cannot_be_had_is_asked_for_again_later()
    {
        await using var bot = await TeamsBot.StartAsync();
        bot.Entra.Refusal = """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}""";

        var delivery = await PostAsync(bot, Reference(bot, bot.Connector.Address));
        bot.Entra.Refusal = null;

        Assert.Equal((Arrival.Later, "no token for the bot"), (delivery.Arrival, delivery.Why));
        Assert.Equal(Arrival.Done, (await PostAsync(bot, Reference(bot, bot.Connector.Address))).Arrival);
    }

    [Fact]
    public async Task A_managed_identity_gives_the_token()
    {
        await using var bot = await TeamsBot.StartAsync("Teams:ManagedIdentity=true");

        await bot.TalksAsync();
        await bot.TalksAsync("again");

        Assert.Equal(["Bearer token-1", "Bearer token-1"], bot.Connector.Authorizations);
        var asked = Assert.Single(bot.Entra.Asked);
        Assert.Contains($"client_id={bot.AppId}", asked);
        Assert.Contains("resource=https://api.botframework.com", Uri.UnescapeDataString(asked));
    }

    [Theory]
    [InlineData("pfx")]
    [InlineData("pem")]
    [InlineData("encrypted pem")]
    public async Task A_certificate_proves_the_bot(string kind)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("chatbot-").FullName, "bot");
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        if (kind == "pfx") await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "pw"));
        else await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + "\n" + (kind == "pem"
            ? rsa.ExportPkcs8PrivateKeyPem()
            : rsa.ExportEncryptedPkcs8PrivateKeyPem("pw", new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000))));
        await using var bot = await TeamsBot.StartAsync([$"Teams:CertificatePath={file}", .. kind == "pem" ? (string[])[] : ["Teams:CertificatePassword=pw"]]);

        await bot.TalksAsync();

        Assert.Equal(["Bearer token-1"], bot.Connector.Authorizations);
        Assert.Contains("client_assertion=", Assert.Single(bot.Entra.Asked));
        File.Delete(file);
    }

    private static TeamsPosts Posts(Supervisor supervisor) => supervisor.Services.GetServices<IPosting>().OfType<TeamsPosts>().Single();

    private static ConversationReference Reference(TeamsBot bot, string serviceUrl) => new()
    {
        ServiceUrl = serviceUrl,
        Conversation = new() { Id = "a:1", ConversationType = "personal" },
        ProvedFor = bot.AppId,
    };

    private static async Task<Delivery> PostAsync(TeamsBot bot, ConversationReference reference)
    {
        await bot.Supervisor.Services.GetRequiredService<IConversations>().RememberAsync("a:1", reference.ToStore(), null, null, default);
        return await Posts(bot.Supervisor).PostAsync("a:1", Line, null, default);
    }
}

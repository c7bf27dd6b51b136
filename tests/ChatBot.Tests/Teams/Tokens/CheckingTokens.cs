using ChatBot.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Teams.Tokens;

/// <summary>What <c>check</c> says about Teams.</summary>
public class CheckingTokens
{
    [Fact]
    public async Task All_is_well()
    {
        await using var bot = await TeamsBot.StartAsync();

        var results = await CheckAsync(bot);

        Assert.All(results, result => Assert.True(result.Ok, result.Detail));
        Assert.Contains($"app {bot.AppId}, tenant {TeamsBot.Tenant}, Public cloud, client secret set; token until ", results[0].Detail);
        Assert.Contains("1 signing keys", results[1].Detail);
        Assert.DoesNotContain("hush", $"{results[0]}{results[1]}");
        Assert.DoesNotContain("token-1", $"{results[0]}{results[1]}");
    }

    [Theory]
    [InlineData("AADSTS7000215: Invalid client secret provided.", "Teams:ClientSecret is wrong")]
    [InlineData("AADSTS7000222: The provided client secret keys are expired.", "new secret")]
    [InlineData("AADSTS700016: Application with identifier was not found in the directory.", "Teams:AppId")]
    [InlineData("AADSTS90002: Tenant not found.", "Teams:TenantId")]
    [InlineData("AADSTS700027: The certificate is not registered on application.", "Teams:CertificatePath")]
    [InlineData("AADSTS123456: Something new.", "AADSTS123456")]
    [InlineData("Something else.", "Teams:AppId")]
    public async Task A_refused_token_is_told_with_the_setting_to_mend(string description, string told)
    {
        await using var bot = await TeamsBot.StartAsync();
        bot.Entra.Refusal = $$"""{"error":"invalid_client","error_description":"{{description}} Trace ID: hush-trace"}""";

        var result = (await CheckAsync(bot))[0];

        Assert.False(result.Ok);
        Assert.Contains(told, $"{result.Detail} {result.Mend}");
        Assert.DoesNotContain("hush", $"{result}");
    }

    [Fact]
    public async Task Nobody_there_is_told_as_the_network()
    {
        await using var bot = await TeamsBot.StartAsync();
        await bot.Entra.DisposeAsync();

        var results = await CheckAsync(bot);

        Assert.All(results, result => Assert.False(result.Ok));
        Assert.Contains("Entra cannot be reached", results[0].Detail);
        Assert.All(results, result => Assert.Contains("network", result.Mend));
    }

    [Fact]
    public async Task A_machine_without_an_identity_is_told_so()
    {
        await using var bot = await TeamsBot.StartAsync("Teams:ManagedIdentity=true");
        bot.Entra.Refusal = """{"error":"invalid_request","error_description":"Identity not found"}""";

        var result = (await CheckAsync(bot))[0];

        Assert.False(result.Ok);
        Assert.Contains("managed identity endpoint", result.Detail);
        Assert.Contains("Teams:ManagedIdentity", result.Mend);
    }

    private static async Task<IReadOnlyList<TeamsCheckResult>> CheckAsync(TeamsBot bot)
    {
        using var limit = Supervisor.Limit();
        return await bot.Supervisor.Services.GetRequiredService<TeamsCheck>().RunAsync(limit.Token);
    }
}

using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ChatBot.Tests.Teams.Tokens;

/// <summary>Who may talk to a bot with an app id: each rule broken alone is a refusal.</summary>
public class ProvingCallers
{
    [Fact]
    public async Task A_good_token_gets_a_card_that_comes_with_the_bots_own_token()
    {
        await using var bot = await TeamsBot.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await bot.SaysAsync("who rests"));

        Assert.Contains("you said: who rests", await bot.Connector.Call());
        Assert.Equal(["Bearer token-1"], bot.Connector.Authorizations);
        var asked = Assert.Single(bot.Entra.Asked);
        Assert.StartsWith($"/{TeamsBot.Tenant}/oauth2/v2.0/token ", asked);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", asked);
        Assert.Contains($"client_id={bot.AppId}", asked);
    }

    [Theory]
    [InlineData("no header", 401)]
    [InlineData("empty header", 401)]
    [InlineData("basic scheme", 401)]
    [InlineData("lower-case scheme", 401)]
    [InlineData("three parts", 401)]
    [InlineData("two headers", 401)]
    [InlineData("two tokens in one header", 401)]
    [InlineData("not a token", 401)]
    [InlineData("huge token", 401)]
    [InlineData("alg none", 401)]
    [InlineData("alg none with the signature", 401)]
    [InlineData("HS256 with the public key", 401)]
    [InlineData("RS512", 401)]
    [InlineData("PS256", 401)]
    [InlineData("broken signature", 401)]
    [InlineData("key of somebody else under the channel's kid", 401)]
    [InlineData("no kid", 401)]
    [InlineData("unknown kid", 401)]
    [InlineData("key endorsed for another channel", 401)]
    [InlineData("key without endorsements", 401)]
    [InlineData("another issuer", 401)]
    [InlineData("issuer of the metadata", 401)]
    [InlineData("issuer with a slash", 401)]
    [InlineData("emulator", 401)]
    [InlineData("another cloud", 401)]
    [InlineData("another bot", 401)]
    [InlineData("audience with a slash", 401)]
    [InlineData("no audience", 401)]
    [InlineData("expired 5:01 ago", 401)]
    [InlineData("valid in 5:01", 401)]
    [InlineData("no expiry", 401)]
    [InlineData("another service URL", 401)]
    [InlineData("no serviceurl claim", 401)]
    [InlineData("no serviceUrl in the activity", 401)]
    [InlineData("blank channel", 401)]
    [InlineData("another channel", 401)]
    [InlineData("no channel", 401)]
    [InlineData("another tenant", 403)]
    [InlineData("two tenants", 403)]
    [InlineData("no tenant", 403)]
    [InlineData("host not allowed", 403)]
    [InlineData("host over http", 403)]
    public async Task What_breaks_a_rule_is_refused_without_a_word(string broken, int status)
    {
        await using var bot = await TeamsBot.StartAsync();
        var (activity, headers) = Break(bot, broken);

        var (answered, body) = await bot.SendsAsync(activity, headers);

        Assert.Equal(status, (int)answered);
        Assert.Equal(status == 401 ? """{"error":{"code":"Unauthorized"}}""" : """{"error":{"code":"Forbidden"}}""", body);
        // The turn of a good one comes after whatever this one might have begun.
        Assert.Equal(HttpStatusCode.OK, await bot.SaysAsync("good"));
        Assert.Contains("you said: good", await bot.Connector.Call());
        Assert.Empty(bot.Connector.Calls());
    }

    [Theory]
    [InlineData("expired 4:59 ago")]
    [InlineData("valid in 4:59")]
    [InlineData("service URL with a slash and capitals")]
    [InlineData("more keys with other endorsements")]
    [InlineData("tenant in capitals")]
    [InlineData("tenant in the conversation only")]
    [InlineData("tenant in the channel data only")]
    public async Task What_breaks_none_is_taken(string fine)
    {
        await using var bot = await TeamsBot.StartAsync();
        var (activity, headers) = Break(bot, fine);

        var (answered, body) = await bot.SendsAsync(activity, headers);

        Assert.Equal((HttpStatusCode.OK, ""), (answered, body));
        Assert.Contains("you said: hello", await bot.Connector.Call());
    }

    private static (JsonObject Activity, string[] Headers) Break(TeamsBot bot, string what)
    {
        var (activity, claims, signer, now) = (bot.Activity(), bot.Claims(), bot.Channel, bot.Time.GetUtcNow());
        string? token = null;
        string[]? headers = null;
        long In(string minutes, int sign) => now.Add(sign * TimeSpan.Parse($"00:0{minutes}", CultureInfo.InvariantCulture)).ToUnixTimeSeconds();
        switch (what)
        {
            case "no header": headers = []; break;
            case "empty header": headers = [""]; break;
            case "basic scheme": headers = [$"Basic {bot.Token()}"]; break;
            case "lower-case scheme": headers = [$"bearer {bot.Token()}"]; break;
            case "three parts": headers = [$"Bearer {bot.Token()} more"]; break;
            case "two headers": headers = [$"Bearer {bot.Token()}", $"Bearer {bot.Token()}"]; break;
            case "two tokens in one header": headers = [$"Bearer {bot.Token()},{bot.Token()}"]; break;
            case "not a token": headers = ["Bearer abc"]; break;
            case "huge token": claims["more"] = new string('x', 8_000); break;
            case "alg none": token = signer.Sign(claims, "none", signature: _ => []); break;
            case "alg none with the signature": token = signer.Sign(claims, "none"); break;
            case "HS256 with the public key":
                token = signer.Sign(claims, "HS256", signature: bytes => HMACSHA256.HashData(signer.Rsa.ExportSubjectPublicKeyInfo(), bytes));
                break;
            case "RS512": token = signer.Sign(claims, "RS512", signature: bytes => signer.Rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)); break;
            case "PS256": token = signer.Sign(claims, "PS256", signature: bytes => signer.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)); break;
            case "broken signature": token = signer.Sign(claims, signature: bytes => signer.Rsa.SignData([.. bytes, 1], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)); break;
            case "key of somebody else under the channel's kid": signer = new(signer.Kid, RSA.Create(2048)); break;
            case "no kid": token = signer.Sign(claims, kid: null); break;
            case "unknown kid": token = signer.Sign(claims, kid: "other"); break;
            case "key endorsed for another channel": signer = bot.Entra.Add("webchat-key", "webchat"); break;
            case "key without endorsements": signer = bot.Entra.Add("bare-key"); break;
            case "more keys with other endorsements": bot.Entra.Add("webchat-key", "webchat"); break;
            case "another issuer": claims["iss"] = "https://evil.example"; break;
            case "issuer of the metadata": claims["iss"] = "https://somebody.example"; break;
            case "issuer with a slash": claims["iss"] += "/"; break;
            case "emulator":
                claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";
                (claims["ver"], claims["appid"]) = ("1.0", bot.AppId);
                break;
            case "another cloud": claims["iss"] = "https://api.botframework.us"; break;
            case "another bot": claims["aud"] = $"{Guid.NewGuid()}"; break;
            case "audience with a slash": claims["aud"] += "/"; break;
            case "no audience": claims.Remove("aud"); break;
            case "expired 5:01 ago": (claims["nbf"], claims["exp"]) = (now.AddHours(-1).ToUnixTimeSeconds(), In("5:01", -1)); break;
            case "expired 4:59 ago": (claims["nbf"], claims["exp"]) = (now.AddHours(-1).ToUnixTimeSeconds(), In("4:59", -1)); break;
            case "valid in 5:01": claims["nbf"] = In("5:01", 1); break;
            case "valid in 4:59": claims["nbf"] = In("4:59", 1); break;
            case "no expiry": claims.Remove("exp"); break;
            case "another service URL": claims["serviceurl"] = "https://smba.trafficmanager.net/emea/"; break;
            case "service URL with a slash and capitals": claims["serviceurl"] = $"{bot.Connector.Address}/".ToUpperInvariant(); break;
            case "no serviceurl claim": claims.Remove("serviceurl"); break;
            // A type that needs no service URL of its own.
            case "no serviceUrl in the activity": activity.Remove("serviceUrl"); activity["type"] = "typing"; break;
            case "blank channel": activity["channelId"] = ""; break;
            case "another channel": activity["channelId"] = "webchat"; break;
            case "no channel": activity.Remove("channelId"); break;
            case "another tenant": activity = bot.Activity(tenant: $"{Guid.NewGuid()}"); break;
            case "two tenants": activity["channelData"]!["tenant"]!["id"] = $"{Guid.NewGuid()}"; break;
            case "no tenant": activity["conversation"]!.AsObject().Remove("tenantId"); activity.Remove("channelData"); break;
            case "tenant in capitals": activity["conversation"]!["tenantId"] = TeamsBot.Tenant.ToUpperInvariant(); break;
            case "tenant in the conversation only": activity.Remove("channelData"); break;
            case "tenant in the channel data only": activity["conversation"]!.AsObject().Remove("tenantId"); break;
            case "host not allowed": claims["serviceurl"] = "https://smba.trafficmanager.net.evil.example"; activity["serviceUrl"] = "https://smba.trafficmanager.net.evil.example"; break;
            case "host over http": claims["serviceurl"] = "http://smba.trafficmanager.net"; activity["serviceUrl"] = "http://smba.trafficmanager.net"; break;
            default: throw new ArgumentOutOfRangeException(nameof(what), what, "");
        }

        return (activity, headers ?? [$"Bearer {token ?? signer.Sign(claims)}"]);
    }
}

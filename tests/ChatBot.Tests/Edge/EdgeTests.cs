using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ChatBot.Tests.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatBot.Tests.Edge;

/// <summary>What strangers can do with the port, and what they are told.</summary>
public class EdgeTests
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/api/messages", 405)]
    [InlineData("/preview/page/", 404)]
    [InlineData("/preview/page/page.css", 200)]
    [InlineData("/preview/page/../../appsettings.json", 404)]
    [InlineData("/nothing/here", 404)]
    public async Task Every_answer_has_the_headers_and_no_name_of_a_server(string path, int status)
    {
        Assert.SkipWhen(path is "/preview/page/page.css" && !File.Exists(Path.Combine(AppContext.BaseDirectory, "preview", "page.css")), "No page was built.");
        await using var supervisor = await Supervisor.StartAsync(new Parrot().MoveIn);
        using var http = new HttpClient { BaseAddress = supervisor.Address };

        using var response = await http.GetAsync(path);

        Assert.Equal(status, (int)response.StatusCode);
        string Header(string name) => string.Join(' ', response.Headers.TryGetValues(name, out var values) ? values : []);
        Assert.Equal(("nosniff", "no-referrer", "DENY", "", ""),
            (Header("X-Content-Type-Options"), Header("Referrer-Policy"), Header("X-Frame-Options"), Header("Server"), Header("Strict-Transport-Security")));
        Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"));
        if (status == 404) Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory, InlineData("Production"), InlineData("Development")]
    public async Task What_fails_in_us_is_an_empty_500_with_no_stack_to_read(string environment)
    {
        await using var supervisor = await Supervisor.StartAsync(
            builder =>
            {
                new Parrot().MoveIn(builder);
                builder.Services.AddSingleton<IStartupFilter>(new Failing());
            },
            $"environment={environment}", "Logging:LogLevel:Microsoft.AspNetCore=None");
        using var http = new HttpClient { BaseAddress = supervisor.Address };

        using var response = await http.GetAsync("/fails");

        Assert.Equal((HttpStatusCode.InternalServerError, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Over_TLS_by_a_certificate_of_the_settings()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-");
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "bot.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "bot.key"), key.ExportPkcs8PrivateKeyPem());
        await using var supervisor = await Supervisor.StartAsync(
            new Parrot().MoveIn, "urls=https://127.0.0.1:0",
            $"Kestrel:Certificates:Default:Path={folder.FullName}/bot.pem", $"Kestrel:Certificates:Default:KeyPath={folder.FullName}/bot.key");
        string? seen = null;
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => (seen = shown?.Thumbprint) is not null,
        };
        using var http = new HttpClient(handler) { BaseAddress = supervisor.Address };

        using var local = await http.GetAsync("/health/live");
        using var named = new HttpRequestMessage(HttpMethod.Get, "/health/live") { Headers = { Host = "bot.example" } };
        using var world = await http.SendAsync(named);

        folder.Delete(recursive: true);
        Assert.Equal(("alive", certificate.Thumbprint), (await local.Content.ReadAsStringAsync(), seen));
        Assert.False(local.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal("max-age=31536000", world.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Theory]
    [InlineData("", "127.0.0.1 http bot.internal")]
    [InlineData("10.9.9.9", "127.0.0.1 http bot.internal")]
    [InlineData("127.0.0.1", "10.1.2.3 https world.example")]
    [InlineData("127.0.0.0/8", "10.1.2.3 https world.example")]
    [InlineData("127.0.0.0/8;10.1.0.0/16", "203.0.113.7 https world.example")]
    public async Task Forwarded_headers_are_believed_from_listed_proxies_only(string proxies, string expected)
    {
        await using var supervisor = await Supervisor.StartAsync(
            builder =>
            {
                new Parrot().MoveIn(builder);
                builder.Services.AddSingleton<IStartupFilter>(new Telling());
            },
            [.. proxies.Split(';', StringSplitOptions.RemoveEmptyEntries).Select((proxy, i) => $"Proxy:Addresses:{i}={proxy}")]);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(supervisor.Address, "/who"));
        request.Headers.Host = "bot.internal";
        // Whoever called first may have written anything; each proxy adds at the end whom it saw.
        request.Headers.Add("X-Forwarded-For", "127.0.0.1, 203.0.113.7, 10.1.2.3");
        request.Headers.Add("X-Forwarded-Proto", "http, https, https");
        request.Headers.Add("X-Forwarded-Host", "localhost, world.example, world.example");

        using var response = await http.SendAsync(request);

        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_proxy_that_is_no_address_stops_the_start()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(
            () => Supervisor.StartAsync(new Parrot().MoveIn, "Proxy:Addresses:0=my-proxy"));

        Assert.Contains("Proxy:Addresses:0 is 'my-proxy': write the proxy's address", refused.Message);
    }

    [Theory]
    [InlineData("X-Long: ", 40_000, 431)]
    [InlineData("", 0, 431)]
    public async Task Endless_headers_are_refused(string one, int length, int status)
    {
        await using var supervisor = await Supervisor.StartAsync(new Parrot().MoveIn);
        var headers = length > 0 ? one + new string('x', length) : string.Join("\r\n", Enumerable.Range(0, 100).Select(i => $"X-{i}: y"));

        Assert.Equal(status, await SendAsync(supervisor.Address, $"GET / HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n\r\n"));
    }

    [Fact]
    public async Task More_connections_than_allowed_are_closed()
    {
        await using var supervisor = await Supervisor.StartAsync(new Parrot().MoveIn, "Limits:Connections=10");
        using var limit = Supervisor.Limit();
        async Task<(TcpClient Client, string? Status)> AskAsync()
        {
            var client = new TcpClient();
            await client.ConnectAsync(supervisor.Address.Host, supervisor.Address.Port, limit.Token);
            var stream = client.GetStream();
            try
            {
                await stream.WriteAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), limit.Token);
                using var answer = new StreamReader(stream, leaveOpen: true);
                return (client, await answer.ReadLineAsync(limit.Token));
            }
            catch (IOException)
            {
                return (client, null);
            }
        }

        var asked = new List<(TcpClient Client, string? Status)>();
        for (var i = 0; i < 12; i++) asked.Add(await AskAsync());

        foreach (var (client, _) in asked) client.Dispose();
        Assert.Equal([.. Enumerable.Repeat("HTTP/1.1 200 OK", 10), null, null], asked.Select(a => a.Status));
    }

    /// <returns>The status of the answer.</returns>
    private static async Task<int> SendAsync(Uri address, string request)
    {
        using var limit = Supervisor.Limit();
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, limit.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), limit.Token);
        using var answer = new StreamReader(stream, Encoding.ASCII);
        return int.Parse((await answer.ReadLineAsync(limit.Token))!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>An endpoint of ours that has a fault.</summary>
    private sealed class Failing : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Map("/fails", fails => fails.Run(_ => throw new InvalidOperationException("a secret of the inside")));
        };
    }

    /// <summary>Tells what the rooms see of a request.</summary>
    private sealed class Telling : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Map("/who", who => who.Run(context => context.Response.WriteAsync(
                $"{context.Connection.RemoteIpAddress} {context.Request.Scheme} {context.Request.Host}")));
        };
    }
}

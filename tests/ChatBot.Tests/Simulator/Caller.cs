using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Simulator;

namespace ChatBot.Tests.Simulator;

/// <summary>A tiny client with a signer of its own, so that the simulated centre is not its own judge.</summary>
public sealed class Caller(SimulatedCentre centre, TimeProvider time) : IDisposable
{
    public const string Root = "/rest/cmsapp/v1/openapi/";
    private readonly HttpClient _http = new() { BaseAddress = centre.Address, Timeout = Supervisor.Patience };

    public string TimeForm { get; set; } = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public string[] Headers { get; set; } = ["content-length", "content-type", "host"];

    public bool EmptyQueryLine { get; set; }

    public string SecretKey { get; set; } = centre.Settings.SecretKey;

    /// <summary>Edits the Authorization header after it was made.</summary>
    public Func<string, string> Tamper { get; set; } = header => header;

    /// <param name="path">Under the openapi root, or whole from a slash.</param>
    public async Task<HttpResponseMessage> SendAsync(
        string path, string body, HttpMethod? method = null, HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        var whole = path.StartsWith('/') ? path : Root + path;
        var request = new HttpRequestMessage(method ?? HttpMethod.Post, whole)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json;charset=UTF-8");
        request.Headers.TryAddWithoutValidation("Authorization", Tamper(Sign(request.Method.Method, whole, body)));
        return await _http.SendAsync(request, until);
    }

    public async Task<JsonObject> AskAsync(string path, string body)
    {
        using var response = await SendAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {centre.Calls[^1].Reason}");
        return JsonNode.Parse(text)!.AsObject();
    }

    public void Dispose() => _http.Dispose();

    private string Sign(string method, string path, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var stamp = time.GetUtcNow().UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);
        var prefix = $"auth-v2/{centre.Settings.AccessKey}/{stamp}/{string.Join(';', Headers)}";
        var headers = Headers.Select(name => name + ":" + Percent(name switch
        {
            "content-length" => bytes.Length.ToString(CultureInfo.InvariantCulture),
            "content-type" => "application/json;charset=UTF-8",
            _ => centre.Address.Authority,
        }));
        var text = $"{method}\n{path}\n{(EmptyQueryLine ? "\n" : "")}{string.Join(';', Headers)}\n{string.Join('\n', headers)}\n{Percent(body)}";
        return $"{prefix}/{Hmac(Hmac(SecretKey, prefix), text)}";
    }

    private static string Percent(string text) => Uri.EscapeDataString(text);

    private static string Hmac(string key, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
}

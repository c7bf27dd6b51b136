using Microsoft.Identity.Client;

namespace ChatBot.Teams.Tokens;

/// <summary>The one HTTP client for Entra, managed identities and OpenID metadata.</summary>
internal sealed class Login(IHttpClientFactory http) : IMsalHttpClientFactory
{
    public const string Client = "login";

    public HttpClient GetHttpClient() => http.CreateClient(Client);

    public static void Add(IServiceCollection services) => services.AddHttpClient(Client)
        .ConfigureHttpClient(client =>
        {
            client.Timeout = TimeSpan.FromSeconds(8);
            client.MaxResponseContentBufferSize = 1024 * 1024;
        })
        .UseSocketsHttpHandler((handler, _) =>
        {
            handler.AllowAutoRedirect = false; // Secrets go where the settings say.
            handler.UseCookies = false;
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            handler.ConnectTimeout = TimeSpan.FromSeconds(5);
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // the socket handler renews its connections itself
        .RemoveAllLoggers();
}

using Refit;

namespace ChatBot.Teams;

/// <summary>The Bot Connector's interface, under whatever service URL the channel named.</summary>
internal interface IConnector
{
    [Post("/v3/conversations/{conversation}/activities")]
    Task<HttpResponseMessage> PostAsync(
        string conversation, [Body] HttpContent activity,
        [Property(ServiceUrlHandler.ServiceUrl)] string serviceUrl, [Property(Patience.Option)] Again again, CancellationToken stop);

    [Post("/v3/conversations/{conversation}/activities/{replyTo}")]
    Task<HttpResponseMessage> ReplyAsync(
        string conversation, string replyTo, [Body] HttpContent activity,
        [Property(ServiceUrlHandler.ServiceUrl)] string serviceUrl, [Property(Patience.Option)] Again again, CancellationToken stop);

    /// <summary>A new thread in a channel, or a personal chat with a member.</summary>
    [Post("/v3/conversations")]
    Task<HttpResponseMessage> CreateAsync(
        [Body] HttpContent conversation,
        [Property(ServiceUrlHandler.ServiceUrl)] string serviceUrl, [Property(Patience.Option)] Again again, CancellationToken stop);

    [Put("/v3/conversations/{conversation}/activities/{id}")]
    Task<HttpResponseMessage> UpdateAsync(
        string conversation, string id, [Body] HttpContent activity,
        [Property(ServiceUrlHandler.ServiceUrl)] string serviceUrl, [Property(Patience.Option)] Again again, CancellationToken stop);
}

/// <summary>Puts the request's own service URL where the one client for all of them has a placeholder.</summary>
internal sealed class ServiceUrlHandler : DelegatingHandler
{
    public const string ServiceUrl = "serviceUrl";

    private static readonly HttpRequestOptionsKey<string> Key = new(ServiceUrl);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(Key, out var serviceUrl))
        {
            request.RequestUri = new Uri(serviceUrl.TrimEnd('/') + request.RequestUri!.PathAndQuery);
        }

        return base.SendAsync(request, cancellationToken);
    }
}

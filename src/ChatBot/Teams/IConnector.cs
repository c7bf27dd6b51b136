using Refit;

namespace ChatBot.Teams;

/// <summary>The Bot Connector's interface, under whatever service URL the channel named.</summary>
internal interface IConnector
{
    [Post("/v3/conversations/{conversation}/activities")]
    Task<HttpResponseMessage> PostAsync(
        string conversation, [Body] HttpContent activity,
        [Property(ServiceUrlHandler.Option)] ConversationReference to, [Property(Patience.Option)] Again again, CancellationToken stop);

    [Post("/v3/conversations/{conversation}/activities/{replyTo}")]
    Task<HttpResponseMessage> ReplyAsync(
        string conversation, string replyTo, [Body] HttpContent activity,
        [Property(ServiceUrlHandler.Option)] ConversationReference to, [Property(Patience.Option)] Again again, CancellationToken stop);

    /// <summary>A new thread in a channel, or a personal chat with a member.</summary>
    [Post("/v3/conversations")]
    Task<HttpResponseMessage> CreateAsync(
        [Body] HttpContent conversation,
        [Property(ServiceUrlHandler.Option)] ConversationReference to, [Property(Patience.Option)] Again again, CancellationToken stop);

    [Put("/v3/conversations/{conversation}/activities/{id}")]
    Task<HttpResponseMessage> UpdateAsync(
        string conversation, string id, [Body] HttpContent activity,
        [Property(ServiceUrlHandler.Option)] ConversationReference to, [Property(Patience.Option)] Again again, CancellationToken stop);
}

/// <summary>Puts the request's own service URL where the one client for all of them has a placeholder.</summary>
internal sealed class ServiceUrlHandler : DelegatingHandler
{
    public const string Option = "to";

    private static readonly HttpRequestOptionsKey<ConversationReference> Key = new(Option);

    /// <summary>Whom a request goes to.</summary>
    public static ConversationReference? To(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var to) ? to : null;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (To(request) is { } to) request.RequestUri = new Uri(to.ServiceUrl.TrimEnd('/') + request.RequestUri!.PathAndQuery);

        return base.SendAsync(request, cancellationToken);
    }
}

using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace ChatBot.Edge;

/// <summary>Settings under <c>Proxy</c>.</summary>
public sealed class ProxySettings
{
    public const string Section = "Proxy";

    /// <summary>The proxies whose forwarded headers are believed: addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/24</c>).
    /// Empty: nobody's are.</summary>
    public IList<string> Addresses { get; } = [];

    /// <summary>Whatever came through any number of these proxies has the address, scheme and host that the first of them saw.</summary>
    internal void Apply(ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = Addresses.Count == 0 ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        options.ForwardLimit = null;
        // This machine is no proxy unless it is listed.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in Addresses)
        {
            if (IPAddress.TryParse(text, out var address)) options.KnownProxies.Add(address);
            else options.KnownIPNetworks.Add(IPNetwork.Parse(text));
        }
    }

    internal sealed class Validation : IValidateOptions<ProxySettings>
    {
        public ValidateOptionsResult Validate(string? name, ProxySettings options)
        {
            var faults = options.Addresses
                .Select((text, i) => IPAddress.TryParse(text, out _) || IPNetwork.TryParse(text, out _)
                    ? null
                    : $"{Section}:Addresses:{i} is '{text}': write the proxy's address (10.0.0.5) or its network (10.0.0.0/24)")
                .OfType<string>().ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}

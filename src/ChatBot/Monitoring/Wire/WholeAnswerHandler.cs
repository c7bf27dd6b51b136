using Microsoft.Extensions.Options;

namespace ChatBot.Monitoring.Wire;

/// <summary>Reads the whole answer inside the attempt, so that a slow body ends with the attempt, a cut one can be
/// retried, and a huge one never fills the memory. Notes the server's clock on the way.</summary>
internal sealed class WholeAnswerHandler(IOptions<MonitoringSettings> options, ServerClock clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        var response = await base.SendAsync(request, stop);
        if (response.Headers.Date is { } date) clock.SawDate(date);
        var most = options.Value.MaxAnswerMegabytes * 1024L * 1024L;
        try
        {
            await response.Content.LoadIntoBufferAsync(most, stop);
            return response;
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            response.Dispose();
            throw new UpstreamFault(MonitoringFault.NotUnderstood, null, $"an answer larger than {options.Value.MaxAnswerMegabytes} MB", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            response.Dispose();
            throw new CutAnswerException(e);
        }
    }
}

/// <summary>The connection ended in the middle of the body.</summary>
internal sealed class CutAnswerException(Exception inner) : IOException("an answer cut in the middle", inner);

using ChatBot.Alerts;
using ChatBot.Commands;
using ChatBot.Monitoring;
using ChatBot.Teams;
using ChatBot.Teams.Tokens;
using ChatBot.Terminal;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ChatBot;

/// <summary>Traces, metrics and logs for a collector, by OTLP. Set up by OpenTelemetry's own variables (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>
/// and its kin); without that address nothing is gathered.</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "OTEL_SERVICE_NAME";

    /// <exception cref="StartException">The address is none.</exception>
    public static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration[Endpoint] is not { Length: > 0 } address) return builder;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new StartException($"{Endpoint} is no address: write one such as http://collector:4317, or leave it out.");

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
            {
                if (string.IsNullOrEmpty(builder.Configuration[ServiceName])) resource.AddService("chatbot", autoGenerateServiceInstanceId: false);
            })
            .WithTracing(traces => traces
                // The last one is the runtime's own: OpenTelemetry's instrumentation would send headers to the contact centre.
                .AddSource(TurnTrace.Name, AlertTrace.Name, "System.Net.Http")
                // Who asks for health all day tells nothing.
                .AddAspNetCoreInstrumentation(web => web.Filter = context => !context.Request.Path.StartsWithSegments("/health")))
            .WithMetrics(metrics => metrics
                .AddMeter(AlertMeter.Name, AnswerMeter.Name, MonitoringHealthBook.MeterName, TeamsMeter.Name)
                .AddMeter("System.Runtime", "System.Net.Http", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"))
            .WithLogging(null, logs => logs.IncludeFormattedMessage = true)
            .UseOtlpExporter();
        return builder;
    }
}

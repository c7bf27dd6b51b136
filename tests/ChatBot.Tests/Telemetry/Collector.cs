using System.Collections.Concurrent;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ChatBot.Tests.Telemetry;

/// <summary>A span as it came over the wire.</summary>
public sealed record Span(string Trace, string Id, string Parent, string Source, string Name, IReadOnlyDictionary<string, string> Tags);

/// <summary>An OpenTelemetry collector: takes OTLP over HTTP and reads the spans, and of metrics and logs the words in them.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentBag<byte[]> _traces = [];
    private readonly ConcurrentDictionary<string, ConcurrentBag<byte[]>> _others = new();

    private Collector(WebApplication app) => _app = app;

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            (signal == "traces" ? collector._traces : collector._others.GetOrAdd(signal, _ => [])).Add(body.ToArray());
            return Results.Bytes([], "application/x-protobuf");
        });
        await app.StartAsync();
        return collector;
    }

    /// <summary>What makes a bot report here.</summary>
    public string[] Settings => [$"OTEL_EXPORTER_OTLP_ENDPOINT={_app.Urls.Single()}", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"];

    /// <summary>All that the bot has gathered so far is here afterwards.</summary>
    public static void Gather(IServiceProvider bot)
    {
        bot.GetRequiredService<TracerProvider>().ForceFlush();
        bot.GetRequiredService<MeterProvider>().ForceFlush();
        bot.GetRequiredService<LoggerProvider>().ForceFlush();
    }

    public IReadOnlyList<Span> Spans => [.. _traces.SelectMany(Read)];

    /// <summary>All strings of a signal ("metrics", "logs"), one behind the other.</summary>
    public string Words(string signal) => string.Join('\n', _others.GetValueOrDefault(signal, []).Select(b => System.Text.Encoding.UTF8.GetString(b)));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static IEnumerable<Span> Read(byte[] request) =>
        from resource in Parts(request, 1)
        from scope in Parts(resource, 2)
        let source = Text(Parts(scope, 1).Single(), 1)
        from span in Parts(scope, 2)
        select new Span(
            Convert.ToHexString(Parts(span, 1).Single()), Convert.ToHexString(Parts(span, 2).Single()),
            Convert.ToHexString(Parts(span, 4).SingleOrDefault() ?? []), source, Text(span, 5),
            Parts(span, 9).ToDictionary(tag => Text(tag, 1), tag => Value(Parts(tag, 2).Single())));

    private static string Value(byte[] value) => Parts(value, 1).SingleOrDefault() is { } text
        ? System.Text.Encoding.UTF8.GetString(text)
        : $"{Numbers(value, 3).Cast<long?>().SingleOrDefault()}";

    private static string Text(byte[] message, int field) =>
        System.Text.Encoding.UTF8.GetString(Parts(message, field).SingleOrDefault() ?? []);

    /// <summary>The fields of this number that hold bytes: texts, ids, messages.</summary>
    private static List<byte[]> Parts(byte[] message, int field)
    {
        var input = new CodedInputStream(message);
        List<byte[]> parts = [];
        while (input.ReadTag() is > 0 and var tag)
        {
            if (tag == WireFormat.MakeTag(field, WireFormat.WireType.LengthDelimited)) parts.Add(input.ReadBytes().ToByteArray());
            else input.SkipLastField();
        }

        return parts;
    }

    private static List<long> Numbers(byte[] message, int field)
    {
        var input = new CodedInputStream(message);
        List<long> numbers = [];
        while (input.ReadTag() is > 0 and var tag)
        {
            if (tag == WireFormat.MakeTag(field, WireFormat.WireType.Varint)) numbers.Add(input.ReadInt64());
            else input.SkipLastField();
        }

        return numbers;
    }
}

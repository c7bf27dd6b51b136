using System.Diagnostics.Metrics;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging;

namespace ChatBot.Tests.Telemetry;

/// <summary>docs/operate.md says what each log line and each metric means: none is missing, none is invented.</summary>
public class WhatOperatorsRead
{
    private static readonly Dictionary<string, int> Ranges = new()
    {
        ["Monitoring"] = 1000,
        ["Commands"] = 2000,
        ["Alerts"] = 3000,
        ["State"] = 4000,
        ["Teams"] = 5000,
        ["Terminal"] = 6000,
        ["Preview"] = 6500,
        ["Edge"] = 7000,
    };

    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operate.md"));

    private static readonly IReadOnlyList<(MethodInfo Method, LoggerMessageAttribute Line)> Lines =
    [
        .. from type in typeof(ChatBotApp).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
           let line = method.GetCustomAttribute<LoggerMessageAttribute>()
           where line is not null
           select (method, line),
    ];

    [Fact]
    public void Every_log_line_has_an_event_id_of_its_room()
    {
        Assert.NotEmpty(Lines);
        Assert.Empty(Lines.Where(l => l.Line.EventId / 500 != Ranges[l.Method.DeclaringType!.Namespace!.Split('.')[1]] / 500)
            .Select(l => $"{l.Method.DeclaringType}.{l.Method.Name}: {l.Line.EventId}"));
        Assert.Empty(Lines.GroupBy(l => l.Line.EventId).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Every_log_line_is_explained_and_none_that_does_not_exist()
    {
        var explained = Guide.Split('\n').Select(row => row.Split('|'))
            .Select(cells => cells.Length > 2 && int.TryParse(cells[1], CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0);

        Assert.Equal(Lines.Select(l => l.Line.EventId).Order(), explained.Order());
    }

    [Fact]
    public async Task Every_metric_is_explained()
    {
        List<string> names = [];
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => { lock (names) names.Add(instrument.Name); } };
        listener.Start();
        await using var stage = await Stage.SetAsync();
        await stage.Supervisor.Says("who is resting on skill 3");

        string[] ours = [.. names.Where(n => n.StartsWith("chatbot.", StringComparison.Ordinal)).Distinct()];
        Assert.NotEmpty(ours);
        Assert.All(ours, n => Assert.Contains($"`{n}`", Guide, StringComparison.Ordinal));
    }
}

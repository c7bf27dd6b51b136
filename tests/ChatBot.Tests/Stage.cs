using ChatBot.Commands;
using ChatBot.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatBot.Tests;

/// <summary>A scripted floor with the real bot in front of it, on one clock that stands still until a test moves it.</summary>
public sealed class Stage : IAsyncDisposable
{
    /// <summary>A Friday, 14:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    private Stage(SimulatedCentre centre, Supervisor supervisor, StageClock time) => (Centre, Supervisor, Time) = (centre, supervisor, time);

    public SimulatedCentre Centre { get; }

    public Supervisor Supervisor { get; private set; }

    public StageClock Time { get; }

    public SimulatedSkill Billing => Centre.Vdn(1).Skill(3);

    /// <param name="edition">"Current" or "Classic".</param>
    /// <param name="settings">More settings, as <c>Key:Sub=value</c>.</param>
    public static Task<Stage> SetAsync(string edition = "Current", params string[] settings) => SetAsync(edition, true, settings);

    /// <param name="queues">Whether the five queues stand in the settings.</param>
    public static Task<Stage> SetAsync(string edition, bool queues, params string[] settings) => SetAsync(edition, queues, null, settings);

    /// <param name="edit">Replaces what is foreign besides the clock.</param>
    public static async Task<Stage> SetAsync(string edition, bool queues, Action<WebApplicationBuilder>? edit, params string[] settings)
    {
        var time = new StageClock(Start);
        var centre = await SimulatedCentre.StartAsync(new CentreSettings { AgentsPerVdn = 0, Vdns = 2 }, time);
        return new(centre, await SuperviseAsync(centre, time, edition, queues, edit, settings), time);
    }

    /// <summary>The bot's process ends, and after a while another one begins; the floor goes on.</summary>
    public async Task RestartAsync(TimeSpan away, Action<WebApplicationBuilder>? edit, params string[] settings)
    {
        await Supervisor.DisposeAsync();
        Time.Advance(away);
        Supervisor = await SuperviseAsync(Centre, Time, "Current", true, edit, settings);
    }

    private static Task<Supervisor> SuperviseAsync(
        SimulatedCentre centre, StageClock time, string edition, bool queues, Action<WebApplicationBuilder>? edit, string[] settings)
    {
        string[] names = ["Sales", "销售", "Support", "技术支持", "Billing", "账单", "Complaints", "投诉", "VIP", "贵宾"];
        return Supervisor.StartAsync(
            builder =>
            {
                builder.Services.RemoveAll<TimeProvider>();
                builder.Services.AddSingleton<TimeProvider>(time);
                edit?.Invoke(builder);
            },
            [
                $"Monitoring:Address={centre.Address}", $"Monitoring:AccessKey={centre.Settings.AccessKey}",
                $"Monitoring:SecretKey={centre.Settings.SecretKey}", $"Monitoring:Edition={edition}", "Monitoring:TimeZone=Asia/Shanghai",
                .. Enumerable.Range(0, queues ? 5 : 0).SelectMany(i => new[]
                {
                    $"Monitoring:Skills:{i}:Id={i + 1}", $"Monitoring:Skills:{i}:Name={names[2 * i]}", $"Monitoring:Skills:{i}:NameZh={names[2 * i + 1]}",
                }),
                .. settings,
            ]);
    }

    /// <summary>The conversation of questions without a chat around them.</summary>
    public const string Here = "stage";

    /// <summary>Asks without a chat around it.</summary>
    public Task<Answer> AskAsync(string text, string? language = null) => AskAsync(new Question(text, Here, language));

    public Task<Answer> AskAsync(Question question) =>
        Supervisor.Services.GetRequiredService<Answerer>().AnswerAsync(question, TestContext.Current.CancellationToken);

    /// <summary>The bot is added to a conversation.</summary>
    public Answer Joins(string locale) => Supervisor.Services.GetRequiredService<Answerer>().Welcome(locale);

    public async ValueTask DisposeAsync()
    {
        await Supervisor.DisposeAsync();
        await Centre.DisposeAsync();
    }

    public static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}

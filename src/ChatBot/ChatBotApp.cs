using ChatBot.Alerts;
using ChatBot.Cards;
using ChatBot.Commands;
using ChatBot.Edge;
using ChatBot.Monitoring;
using ChatBot.Preview;
using ChatBot.State;
using ChatBot.Teams;
using ChatBot.Terminal;

namespace ChatBot;

/// <summary>The table of contents: each room brings one Add… and at most one Map….</summary>
public static class ChatBotApp
{
    /// <param name="args">Settings as <c>--Key:Sub=value</c>.</param>
    /// <param name="edit">Tests replace what is foreign here: the clock, settings.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? edit = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(TimeProvider.System);
        edit?.Invoke(builder);
        builder.AddEdge();         // what we take from the network, and where secrets stand
        builder.AddMonitoring();   // who works, who rests, who waits
        builder.AddCards();        // how we say it
        builder.AddCommands();     // what supervisors may ask
        builder.AddAlerts();       // what we watch and tell unasked
        builder.AddState();        // what we remember
        builder.AddTeams();        // where we talk
        builder.AddTerminal();     // the same bot in a terminal
        builder.AddPreview();      // the same bot in a browser, before there is a Teams
        builder.AddTelemetry();    // how it goes, for a collector

        var app = builder.Build();
        app.UseEdge();
        app.MapTeams();
        app.MapPreview();
        app.MapHealth();
        return app;
    }
}

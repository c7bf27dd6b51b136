using ChatBot.Alerts;
using ChatBot.Commands;

namespace ChatBot.Teams;

/// <summary>The bot joins and leaves conversations. Joining is told twice (conversationUpdate and installationUpdate), in either
/// order or at once; the welcome is said once.</summary>
internal sealed class Membership(
    Welcome welcome, Connector connector, IConversations conversations, Farewell farewell, ShippedRules.Shipping shipping, Turns turns,
    References references)
{
    public IResult Take(Activity update)
    {
        var to = ConversationReference.Of(update) with { ActivityId = null };
        Func<CancellationToken, Task>? turn =
            Left(update) is { } gone ? stop => LeaveAsync(gone, TeamDeleted(update), stop)
            : Joined(update) ? stop => WelcomeAsync(to, stop)
            : null;
        if (turn is null) return Results.Ok();
        return turns.Enqueue(to.Key, turn) == Queued.NoRoom ? Errors.Full() : Results.Ok();
    }

    /// <summary>Who made rules there is told while it is still known through whom they are reached.</summary>
    /// <param name="team">A deleted one: its channels are gone with it, as far as they told whose they are.</param>
    private async Task LeaveAsync(string conversation, string? team, CancellationToken stop)
    {
        IReadOnlyList<string> channels = team is null ? [] : await conversations.OfTeamAsync(team, stop);
        foreach (var gone in channels.Prepend(conversation).Distinct())
        {
            await farewell.EndAsync(gone, stop);
            await conversations.ForgetAsync(gone, stop);
        }
    }

    private async Task WelcomeAsync(ConversationReference to, CancellationToken stop)
    {
        await references.RememberAsync(to, stop);
        if (!await conversations.ClaimWelcomeAsync(to.Key, stop)) return;
        await connector.PostAsync(to, Reply.Of(to, welcome(to.Locale)), stop);
        await shipping.ReturnedAsync(stop);
    }

    private static bool Joined(Activity update) => update.Type == "installationUpdate"
        ? update.Action == "add"
        : update.NamesTheBot(update.MembersAdded);

    private static string? TeamDeleted(Activity update) =>
        update.ChannelData.String("eventType") == "teamDeleted" ? ConversationReference.Of(update).Team : null;

    /// <summary>The conversation that is no more, for the bot. An upgrade of the app (remove-upgrade) is no leave.</summary>
    private static string? Left(Activity update)
    {
        var key = ConversationReference.Of(update).Key;
        if (update.Type == "installationUpdate") return update.Action == "remove" ? key : null;
        if (update.NamesTheBot(update.MembersRemoved)) return key;
        return update.ChannelData.String("eventType") switch
        {
            "teamDeleted" => key,
            "channelDeleted" => update.ChannelData.Part("channel").String("id"),
            _ => null,
        };
    }
}

using ChatBot.Commands;

namespace ChatBot.State;

/// <summary>How one check went: <paramref name="Mend"/> says what to do when it is not <paramref name="Ok"/>.</summary>
public sealed record StateCheckResult(string What, bool Ok, string Detail, string? Mend);

/// <summary>Opens the database, and writes and reads in it, without leaving anything behind.</summary>
public sealed class StateCheck
{
    private readonly Database _database;
    private readonly IConversations _conversations;

    internal StateCheck(Database database, IConversations conversations) => (_database, _conversations) = (database, conversations);

    public async Task<StateCheckResult> RunAsync(CancellationToken stop)
    {
        var probe = $"check-{Guid.NewGuid():N}";
        try
        {
            await _conversations.RememberAsync(probe, "{}", null, null, stop);
            var back = await _conversations.ReferenceAsync(probe, stop);
            await _conversations.ForgetAsync(probe, stop);
            return back == "{}"
                ? new("database", true, $"{_database.File} can be read and written", null)
                : new("database", false, $"{_database.File} gave back something else than was written", "Name another file in State:ConnectionString.");
        }
        catch (StateException e)
        {
            return new("database", false, e.What, $"{e.Mend} (setting State:ConnectionString)");
        }
    }
}

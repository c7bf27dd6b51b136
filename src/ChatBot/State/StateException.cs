using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>The database cannot be used. The message names the setting, what is wrong and the mend.</summary>
public sealed class StateException(string what, string mend, Exception? cause = null)
    : Exception($"State:ConnectionString: {what}. {mend}", cause)
{
    public string What { get; } = what;

    public string Mend { get; } = mend;

    // Result codes of https://sqlite.org/rescode.html.
    internal static StateException From(SqliteException e, string file) => e.SqliteErrorCode switch
    {
        5 or 6 => new($"{file} is locked by another program", "Close what holds it, or name another file.", e),
        8 => new($"{file} cannot be written", "Give this user the right to write the file and its folder.", e),
        10 => new($"reading or writing {file} failed ({e.Message})", "Look after the disk, or name a file on another one.", e),
        11 or 26 => new(
            $"{file} is damaged or not a SQLite database",
            "Put back a copy, or move the file away: a new one is made, and conversations start anew.", e),
        13 => new($"the disk of {file} is full", "Free some space.", e),
        14 => new($"{file} cannot be opened", "Name a file in a folder where this user may write.", e),
        _ => new($"{file}: {e.Message.TrimEnd('.')}", "Name another file, or move this one away: a new one is made.", e),
    };
}

using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ChatBot.State;

/// <summary>The one place where a connection is opened. The first one makes the folder, the file and the schema, and so does the
/// first after the file could not be used.</summary>
internal sealed class Database(IOptions<StateSettings> settings, TimeProvider time) : IDisposable
{
    private readonly SqliteConnectionStringBuilder _connection = Patient(settings.Value.ConnectionString);

    private readonly SemaphoreSlim _preparing = new(1, 1);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile bool _ready;

    public string File => Path.GetFullPath(_connection.DataSource);

    /// <summary>Waits for no writer.</summary>
    /// <exception cref="StateException">The database cannot be used.</exception>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, Task<T>> read, CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        try
        {
            return await read(connection);
        }
        catch (SqliteException e)
        {
            throw Failed(e);
        }
        catch (JsonException e)
        {
            throw new StateException($"{File} holds a row that cannot be read ({e.Message})", "Put back a copy, or name another file.", e);
        }
    }

    /// <summary>One transaction. What it wrote is on the disk when it returns; when it throws nothing is.</summary>
    /// <exception cref="StateException">The database cannot be used.</exception>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, Task<T>> write, CancellationToken stop)
    {
        // Writers of this process take turns here, in order; one of another program is waited for at the lock of the file.
        await TakeTurnAsync(stop);
        try
        {
            return await ReadAsync(
                async connection =>
                {
                    await using var transaction = connection.BeginTransaction();
                    var written = await write(connection);
                    transaction.Commit();
                    return written;
                },
                stop);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <exception cref="StateException">The database cannot be used.</exception>
    public async Task<SqliteConnection> OpenAsync(CancellationToken stop)
    {
        try
        {
            if (!_ready) await PrepareAsync(stop);
            // SQLite would go on writing into a file that has no name any more, and all of it would be lost.
            else if (!System.IO.File.Exists(File)) throw Deleted();
            return await ConnectAsync(stop);
        }
        catch (SqliteException e)
        {
            throw Failed(e);
        }
    }

    /// <summary>When the file is held by another program each turn lasts as long as a lock is waited for; nobody waits for many.</summary>
    private async Task TakeTurnAsync(CancellationToken stop)
    {
        if (_writing.Wait(0, CancellationToken.None)) return;
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(4 * Math.Max(1, _connection.DefaultTimeout)), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            await _writing.WaitAsync(either.Token);
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            throw new StateException($"{File} is too slow or locked by another program", "Close what holds it, or name a file on a faster disk.", e);
        }
    }

    private async Task PrepareAsync(CancellationToken stop)
    {
        await _preparing.WaitAsync(stop);
        try
        {
            if (_ready) return;
            MakeFolder();
            await using var connection = await ConnectAsync(stop);
            // Readers and the writer do not wait for each other; the mode stays with the file.
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
            await Schema.ApplyAsync(connection, File, time.GetUtcNow(), stop);
            _ready = true;
        }
        finally
        {
            _preparing.Release();
        }
    }

    private async Task<SqliteConnection> ConnectAsync(CancellationToken stop)
    {
        var connection = new SqliteConnection(_connection.ConnectionString);
        try
        {
            await connection.OpenAsync(stop);
            // Full: a commit is on the disk when it returns, also when the power goes.
            await connection.ExecuteAsync($"PRAGMA busy_timeout = {_connection.DefaultTimeout * 1000}; PRAGMA synchronous = FULL");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private StateException Failed(SqliteException e)
    {
        // Locked and full pass by themselves. After all else the file may be another one next time: nothing of it is kept.
        if (e.SqliteErrorCode is not (5 or 6 or 13 or 19)) Reset();
        return StateException.From(e, File);
    }

    private StateException Deleted()
    {
        Reset();
        return new($"{File} was deleted or moved while the bot was running", "Stop the bot before you put a file there; otherwise a new one is made.");
    }

    private void Reset()
    {
        _ready = false;
        using SqliteConnection any = new(_connection.ConnectionString);
        SqliteConnection.ClearPool(any);
    }

    /// <summary>A lock is waited for 5 s, or what the connection string says (Default Timeout): nobody waits 30 s for a chat.</summary>
    private static SqliteConnectionStringBuilder Patient(string connectionString)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString);
        if (!connectionString.Contains("Timeout", StringComparison.OrdinalIgnoreCase)) parts.DefaultTimeout = 5;
        return parts;
    }

    private void MakeFolder()
    {
        var folder = Path.GetDirectoryName(File)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StateException(
                $"the folder {folder} cannot be made ({e.Message.TrimEnd('.')})", "Name a file in a folder where this user may write.", e);
        }
    }

    public void Dispose()
    {
        _preparing.Dispose();
        _writing.Dispose();
    }
}

using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ChatBot.State;

/// <summary>The one place where a connection is opened. The first one makes the folder, the file and the schema.</summary>
internal sealed class Database(IOptions<StateSettings> settings, TimeProvider time) : IDisposable
{
    private readonly SqliteConnectionStringBuilder _connection = Patient(settings.Value.ConnectionString);

    private readonly SemaphoreSlim _preparing = new(1, 1);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile bool _ready;

    public string File => Path.GetFullPath(_connection.DataSource);

    /// <exception cref="StateException">The database cannot be used.</exception>
    public async Task<SqliteConnection> OpenAsync(CancellationToken stop)
    {
        try
        {
            if (!_ready) await PrepareAsync(stop);
            return await ConnectAsync(stop);
        }
        catch (SqliteException e)
        {
            throw StateException.From(e, File);
        }
    }

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
            throw StateException.From(e, File);
        }
    }

    /// <summary>One transaction. What it wrote is on the disk when it returns; when it throws nothing is.</summary>
    /// <exception cref="StateException">The database cannot be used.</exception>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, Task<T>> write, CancellationToken stop)
    {
        // Writers of this process take turns here, in order; those of another are waited for at the lock of the file.
        await _writing.WaitAsync(stop);
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

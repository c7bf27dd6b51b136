using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ChatBot.State;

/// <summary>The one place where a connection is opened. The first one makes the folder, the file and the schema.</summary>
internal sealed class Database(IOptions<StateSettings> settings, TimeProvider time) : IDisposable
{
    private const int SecondsToWaitForALock = 5;

    private readonly SqliteConnectionStringBuilder _connection = new(settings.Value.ConnectionString)
    {
        DefaultTimeout = SecondsToWaitForALock,
    };

    private readonly SemaphoreSlim _preparing = new(1, 1);
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
            await connection.ExecuteAsync($"PRAGMA busy_timeout = {SecondsToWaitForALock * 1000}");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
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

    public void Dispose() => _preparing.Dispose();
}

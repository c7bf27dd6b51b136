using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ChatBot.State;

/// <summary>Settings under <c>State</c>.</summary>
public sealed class StateSettings
{
    public const string Section = "State";

    /// <summary>A SQLite connection string. A relative file is looked for from the working directory; its folder is made.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/chatbot.db";

    internal sealed class Validation : IValidateOptions<StateSettings>
    {
        public ValidateOptionsResult Validate(string? name, StateSettings options)
        {
            var fault = Fault(options.ConnectionString);
            return fault is null
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"State:ConnectionString {fault}; write for example \"Data Source=data/chatbot.db\"");
        }

        private static string? Fault(string connectionString)
        {
            SqliteConnectionStringBuilder parts;
            try
            {
                parts = new SqliteConnectionStringBuilder(connectionString);
            }
            catch (ArgumentException e)
            {
                return $"is not a SQLite connection string ({e.Message.TrimEnd('.')})";
            }

            if (string.IsNullOrWhiteSpace(parts.DataSource)) return "names no file";
            return parts.Mode == SqliteOpenMode.Memory || parts.DataSource.Contains(":memory:", StringComparison.Ordinal)
                ? "names a database in memory, which would forget everything at a restart"
                : null;
        }
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ChatBot.State;

/// <summary>Settings under <c>State</c>.</summary>
public sealed class StateSettings
{
    public const string Section = "State";

    /// <summary>A SQLite connection string. A relative file is looked for from the working directory; its folder is made.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/chatbot.db";

    /// <summary>How long an incident that ended is kept, with its history and its posts. 1 to 3650 days.</summary>
    public int KeepDays { get; set; } = 30;

    /// <summary>How long it is kept who changed which alert or setting. 1 to 3650 days.</summary>
    public int KeepAuditDays { get; set; } = 365;

    internal sealed class Validation : IValidateOptions<StateSettings>
    {
        public ValidateOptionsResult Validate(string? name, StateSettings options)
        {
            List<string> faults = [];
            if (Fault(options.ConnectionString) is { } fault)
                faults.Add($"State:ConnectionString {fault}; write for example \"Data Source=data/chatbot.db\"");
            if (options.KeepDays is < 1 or > 3650)
                faults.Add($"State:KeepDays is {options.KeepDays}; write 1 to 3650, for example 30");
            if (options.KeepAuditDays is < 1 or > 3650)
                faults.Add($"State:KeepAuditDays is {options.KeepAuditDays}; write 1 to 3650, for example 365");
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
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

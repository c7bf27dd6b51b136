using Microsoft.Extensions.Options;

namespace ChatBot.Teams;

/// <summary>Settings under <c>Teams</c>.</summary>
public sealed class TeamsSettings
{
    public const string Section = "Teams";

    /// <summary>The bot's app id. Empty: anonymous, which is only for this machine (loopback).</summary>
    public string AppId { get; set; } = "";

    /// <summary>How many questions of one conversation may wait for their turn. 1 to 100.</summary>
    public int MaxPendingPerConversation { get; set; } = 8;

    /// <summary>How many turns of all conversations together may be under way or wait. 1 to 100000.</summary>
    public int MaxPending { get; set; } = 5000;

    public bool IsAnonymous => string.IsNullOrWhiteSpace(AppId);

    internal sealed class Validation : IValidateOptions<TeamsSettings>
    {
        public ValidateOptionsResult Validate(string? name, TeamsSettings options)
        {
            List<string> faults = [];
            if (!options.IsAnonymous)
            {
                faults.Add("Teams:AppId is set, but this version cannot check tokens yet and would talk to anybody: leave it empty");
            }

            if (options.MaxPendingPerConversation is < 1 or > 100)
            {
                faults.Add($"Teams:MaxPendingPerConversation is {options.MaxPendingPerConversation}: write a number from 1 to 100");
            }

            if (options.MaxPending is < 1 or > 100_000)
            {
                faults.Add($"Teams:MaxPending is {options.MaxPending}: write a number from 1 to 100000");
            }

            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}

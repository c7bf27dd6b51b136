using Microsoft.Extensions.Options;

namespace ChatBot.Commands.Access;

/// <summary>A right that cannot be read is never guessed: it stops the start, and the message names the key and the mend.</summary>
internal sealed class AccessSettingsCheck : IValidateOptions<AccessSettings>
{
    private const string Forms = "write \"*\", \"vdn 2\", \"vdn 1 skill 3\", \"vdn 1 skill 3-9\" or \"vdn * skill 3\", with VDNs from 1 to 5000 and skills from 1 to 10000";

    public ValidateOptionsResult Validate(string? name, AccessSettings options)
    {
        List<string> wrong = [];
        for (var i = 0; i < options.Grants.Count; i++)
        {
            var (grant, key) = (options.Grants[i], $"Access:Grants:{i}");
            if (string.IsNullOrWhiteSpace(grant.Person) == string.IsNullOrWhiteSpace(grant.Team))
                wrong.Add($"{key} must name either a Person (Entra object id) or a Team (the id of a team, a channel or a chat), and not both.");
            if (grant.See.Count == 0) wrong.Add($"{key}:See is empty: say what they may see; {Forms}.");
            Check(key, grant);
        }

        if (options.Everyone is { } everyone)
        {
            Check("Access:Everyone", everyone);
            if (everyone.See.Count == 0 && (everyone.Rules || options.Grants.Count == 0))
                wrong.Add($"Access:Everyone:See is empty: say what everybody else may see; {Forms}. To let them see nothing, leave out Access:Everyone and name others in Access:Grants.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Check(string key, Allowance allowance)
        {
            for (var n = 0; n < allowance.See.Count; n++)
                if (!Part.TryParse(allowance.See[n], out _))
                    wrong.Add($"{key}:See:{n} is '{Outside.Text(allowance.See[n], 80)}', which names no part of the floor: {Forms}.");
        }
    }
}

using System.Text.RegularExpressions;

namespace ChatBot.Terminal;

/// <summary>Puts the configuration binder's words about a value of the wrong kind into the words of who has to mend it.</summary>
internal static partial class WrongValue
{
    /// <returns>Null when the failure is about something else.</returns>
    public static string? Told(Exception failure) =>
        // An entry of a list is told by the innermost of several.
        Told(failure.Message) ?? (failure.InnerException is { } inner ? Told(inner) : null);

    private static string? Told(string message)
    {
        if (Unknown().Match(message) is { Success: true } unknown)
            return $"There is no setting {unknown.Groups["keys"].Value}: appsettings.sample.json has all there are.";
        if (Binder().Match(message) is not { Success: true } match) return null;
        var (value, key, type) = (match.Groups["value"].Value, match.Groups["key"].Value, Type.GetType(match.Groups["type"].Value));
        return $"{key} is '{value}': write " + type switch
        {
            { IsEnum: true } => "one of " + string.Join(", ", Enum.GetNames(type)),
            _ when type == typeof(int) => "a whole number",
            _ when type == typeof(TimeSpan) => "a time such as 00:00:03",
            _ when type == typeof(bool) => "true or false",
            _ => $"a {match.Groups["type"].Value}",
        } + ".";
    }

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'", RegexOptions.Singleline)]
    private static partial Regex Binder();

    [GeneratedRegex(@"^'ErrorOnUnknownConfiguration' was set .* on the instance of [^:]+: (?<keys>.+)$", RegexOptions.Singleline)]
    private static partial Regex Unknown();
}

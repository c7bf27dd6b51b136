using System.Text;
using ChatBot.Commands.Language;
using ChatBot.Monitoring;

namespace ChatBot.Terminal;

/// <summary><c>parse</c>: for each line of input what it means, in canonical form, and nothing else of the program started.</summary>
internal static class Parse
{
    // Longer than any sentence the parser reads: what is cut off cannot change the answer, and memory stays bounded.
    private const int KeptOfLine = 4096;

    public static int Run(string[] settings)
    {
        var configured = Settings.Read(settings);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddConfiguration(configured);
        if (Demo.IsWanted(configured)) Demo.NameQueues(builder.Configuration, configured);
        builder.AddLanguage();
        using var host = builder.Build();
        var parser = host.Services.GetRequiredService<Parser>();
        var names = KnownNames(builder.Configuration);
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        Run(input, output, line => parser.Parse(line, names).ToString());
        return ExitCode.Good;
    }

    /// <summary>The names of the settings (in the demo its five queues): nothing is asked of the contact centre.</summary>
    private static Names KnownNames(ConfigurationManager settings)
    {
        var monitoring = settings.GetSection("Monitoring").Get<MonitoringSettings>() ?? new();
        return new(monitoring.Vdn, [.. monitoring.Skills.Select(skill => skill.Named(skill.Vdn ?? monitoring.Vdn, platform: null))], []);
    }

    /// <summary>Reads UTF-8 (or what a byte order mark says), lines ended by LF or CRLF, to the end; writes UTF-8 with LF. Answers
    /// go out before it waits for more input, so another program can hold a conversation with it.</summary>
    internal static void Run(Stream input, Stream output, Func<string, string> understand)
    {
        using var reader = new StreamReader(input, Utf8.WithoutMark, detectEncodingFromByteOrderMarks: true);
        using var writer = new StreamWriter(output, Utf8.WithoutMark) { NewLine = "\n" };
        var line = new StringBuilder();
        var open = false;
        var buffer = new char[8192];
        for (int read; (read = reader.Read(buffer, 0, buffer.Length)) > 0; writer.Flush())
        {
            foreach (var c in buffer.AsSpan(0, read))
            {
                open = c != '\n';
                if (open && line.Length < KeptOfLine) line.Append(c);
                if (!open) Answer();
            }
        }

        if (open) Answer();

        void Answer()
        {
            if (line.Length > 0 && line[^1] == '\r') line.Length--;
            writer.WriteLine(understand(line.ToString()));
            line.Clear();
        }
    }
}

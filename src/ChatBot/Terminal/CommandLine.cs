using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;

namespace ChatBot.Terminal;

/// <summary>What can be typed behind the program's name.</summary>
public static class CommandLine
{
    private const string Examples = """
        Examples (from the sources, ChatBot is: dotnet run --project src/ChatBot --):
          ChatBot                                       the bot for Teams, once it is configured; in development the demo
          ChatBot demo                                  a simulated contact centre, for this machine
          ChatBot ask "who is resting on skill 3"       ChatBot ask 技能3谁在休息
          ChatBot ask --card resting skill 3            the Adaptive Card as JSON
          ChatBot parse < sentences.txt                 what each line means
          ChatBot check --Monitoring:Address=https://cms.example:8043
          ChatBot package --app-id 6f0c1c2e-… --host chatbot.contoso.com

        Settings, with any command (appsettings.sample.json lists them all), the later one wins:
          appsettings.json in the working folder        { "Monitoring": { "Address": "https://…" } }
          environment variables                         Monitoring__Address=https://…  ASPNETCORE_URLS=http://localhost:3979
          arguments                                     --Monitoring:Address=https://…
          files of Secrets:Folder                       Monitoring__SecretKey
        Secrets stand in environment variables, in such files, or in the user secrets of a developer; nowhere else.

        Exit codes: 0 good, 1 not understood or a check failed, 2 the contact centre failed,
          64 wrong arguments, 69 the port is taken, 73 the package cannot be written, 78 wrong settings.
        """;

    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var (words, settings) = Settings.Split(args);
            var parsed = Root(settings).Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Action is ParseErrorAction)
            {
                throw new StartException(ExitCode.Usage,
                    string.Join(Environment.NewLine, parsed.Errors.Select(e => e.Message).Append("What can be said here: --help")));
            }

            // The host of the web app looks after signals itself; failures are told below.
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception e) when (StartException.From(e) is { } told)
        {
            await Console.Error.WriteLineAsync(told.Message);
            return told.Code;
        }
    }

    private static RootCommand Root(string[] settings)
    {
        var root = new RootCommand("Tells supervisors of a contact centre who rests, waits and works. Without a command it serves the bot, "
            + "and in an interactive terminal it ends in a prompt to talk to it.");
        root.SetAction((_, stop) => Serve.RunAsync(settings, demoByName: false, stop));
        var demo = new Command("demo", "Serve the bot with a simulated contact centre; without Teams:AppId to this machine only.");
        demo.SetAction((_, stop) => Serve.RunAsync(settings, demoByName: true, stop));
        root.Add(demo);
        root.Add(ChatCommand(settings));
        root.Add(AskCommand(settings));
        var parse = new Command("parse", "Print what each line of standard input means: its canonical form, '?', or '? A | B'.");
        parse.SetAction(_ => Parse.Run(settings));
        root.Add(parse);
        var check = new Command("check", "Check settings, contact centre and database; a line each, and how to mend what is wrong.");
        check.SetAction((_, stop) => Check.RunAsync(settings, stop));
        root.Add(check);
        root.Add(Package.Command());

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpThenExamples((HelpAction)help.Action!);
        return root;
    }

    private static Command ChatCommand(string[] settings)
    {
        var language = Language();
        var chat = new Command("chat", "Talk to the bot here, without serving it to others.") { language };
        chat.SetAction((parsed, stop) => Chat.RunAsync(settings, parsed.GetValue(language), stop));
        return chat;
    }

    private static Command AskCommand(string[] settings)
    {
        var sentence = new Argument<string[]>("sentence")
        {
            Description = "In English or Chinese, quoted or not.",
            Arity = ArgumentArity.OneOrMore,
        };
        var card = new Option<bool>("--card") { Description = "Print the Adaptive Card's JSON instead of its text." };
        var language = Language();
        var ask = new Command("ask", "Ask once and print the answer.") { sentence, card, language };
        ask.SetAction((parsed, stop) => Ask.RunAsync(
            settings, string.Join(' ', parsed.GetValue(sentence)!), parsed.GetValue(card), parsed.GetValue(language), stop));
        return ask;
    }

    private static Option<string?> Language() => new Option<string?>("--lang")
    {
        Description = "Language of the answers; without it that of the question.",
    }.AcceptOnlyFromAmong("en", "zh");

    private sealed class HelpThenExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parsed)
        {
            var code = help.Invoke(parsed);
            if (parsed.CommandResult.Command is RootCommand) parsed.InvocationConfiguration.Output.WriteLine(Examples);
            return code;
        }
    }
}

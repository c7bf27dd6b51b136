using System.Net;
using System.Text.Json;

namespace ChatBot.Tests.Terminal;

/// <summary>What somebody at a terminal sees, in the demo unless it says otherwise.</summary>
public class AppTests
{
    private const string CtrlC = "\u0003";

    private static readonly (string, string)[] DeadCentre =
        [("Monitoring__Address", "http://127.0.0.1:1"), ("Monitoring__AccessKey", "key"), ("Monitoring__SecretKey", "hush")];

    [Theory]
    [InlineData("--help")]
    [InlineData("ask", "--help")]
    public async Task Help_is_good(params string[] args)
    {
        var (code, output, _) = await BuiltApp.RunAsync(args);

        Assert.Equal(0, code);
        Assert.Contains("ask", output);
        Assert.Contains("sentence", output);
    }

    [Theory]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("'sentence'", "ask")]
    [InlineData("'zh'", "ask", "--lang", "fr", "help")]
    [InlineData("--Nonsense", "--Nonsense")]
    public async Task What_cannot_be_said_is_named_and_is_no_answer(string named, params string[] args)
    {
        var (code, output, error) = await BuiltApp.RunAsync(args);

        Assert.Equal((64, ""), (code, output));
        Assert.Contains(named, error);
        Assert.Contains("--help", error);
    }

    [Fact]
    public async Task Parse_answers_each_line_whatever_the_terminal_speaks()
    {
        var (code, output, error) = await BuiltApp.RunAsync(
            ["parse"], "\ufeff技能3谁在休息\r\nwho is resting on billing\n账单谁在休息\n\nasdf\n", ("LC_ALL", "C"));

        Assert.Equal((0, "resting skill 3\nresting skill 3\nresting skill 3\n?\n?\n", ""), (code, output, error));
    }

    [Fact]
    public async Task It_serves_and_says_where_and_a_second_one_says_that_the_port_is_taken()
    {
        using var app = BuiltApp.Start([], ("ASPNETCORE_URLS", "http://127.0.0.1:0"));
        app.Process.StandardInput.Close();
        var playground = await app.LineAsync("m365agentsplayground");
        var address = playground.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal)).Replace("/api/messages", "", StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live")).StatusCode);

        var (code, output, error) = await BuiltApp.RunAsync([], "", ("ASPNETCORE_URLS", address));

        Assert.Equal(69, code);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Contains(address, error);
        Assert.Contains("ASPNETCORE_URLS=", error);
        Assert.DoesNotContain("   at ", output + error);
        Assert.Equal(0, await app.TerminateAsync());
    }

    [Fact]
    public async Task Ask_answers_as_text()
    {
        var (code, output, error) = await BuiltApp.RunAsync(["ask", "技能3谁在休息"]);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("休息", output);
        Assert.Contains("resting skill 3", output);
    }

    [Fact]
    public async Task Ask_prints_the_card_in_the_language_wished_for()
    {
        var (code, output, _) = await BuiltApp.RunAsync(["ask", "--card", "--lang", "zh", "resting", "skill", "3", "--Monitoring:Edition=Classic"]);

        Assert.Equal(0, code);
        using var card = JsonDocument.Parse(output);
        Assert.Equal("AdaptiveCard", card.RootElement.GetProperty("type").GetString());
        Assert.Contains("休息", output);
    }

    [Fact]
    public async Task Ask_tells_by_its_exit_code_that_it_did_not_understand_and_shows_the_choice()
    {
        var (code, output, _) = await BuiltApp.RunAsync(["ask", "alert me when more than 5 are waiting"]);

        Assert.Equal(1, code);
        Assert.Contains(": alert when waiting above 5", output);
        Assert.Contains(": alert when calls-waiting above 5", output);
    }

    [Fact]
    public async Task Ask_offers_sentences_for_what_it_does_not_know_each_said_once()
    {
        var (code, output, _) = await BuiltApp.RunAsync(["ask", "purple monkey"]);

        Assert.Equal(1, code);
        Assert.Contains("\n- who is resting on skill 3\n", output);
        Assert.DoesNotContain("delete", output);
    }

    [Fact]
    public async Task Ask_tells_by_its_exit_code_that_the_contact_centre_failed()
    {
        var (code, output, error) = await BuiltApp.RunAsync(["ask", "who is resting"], "", DeadCentre);

        Assert.Equal(2, code);
        Assert.NotEmpty(output.Trim());
        Assert.DoesNotContain("   at ", output + error);
    }

    [Fact]
    public async Task In_the_prompt_a_number_presses_a_button()
    {
        var (code, output, _) = await BuiltApp.RunAsync(["chat"], "技能3谁在休息\n1\n退出\nnever said\n");

        Assert.Equal(0, code);
        Assert.Contains("you › 技能3谁在休息", output);
        Assert.Contains("you › 1\nresting skill 3\n", output.ReplaceLineEndings("\n"));
        Assert.Equal(2, output.Split("╭").Length - 1);
        Assert.DoesNotContain('\u001b', output);
    }

    [Theory]
    [InlineData("", "exit to stop", "exit\r")]
    [InlineData("", "exit to stop", CtrlC)]
    [InlineData("chat", "leaves", CtrlC)]
    public async Task In_a_terminal_it_ends_in_the_prompt_until_somebody_leaves(string args, string ready, string leave)
    {
        using var app = BuiltApp.StartInTerminal(args, ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("TERM", "xterm"));
        await app.LineAsync(ready);
        await app.TypeAsync("技能3谁在休息\r");
        await app.LineAsync("理解为 resting skill 3");
        await app.LineAsync("╰");
        await app.TypeAsync(leave);

        Assert.Equal(0, await app.EndAsync());
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "nonsense", "nonsense")]
    [InlineData("Monitoring__AccessKey", "key", "Monitoring:Address")]
    [InlineData("State__ConnectionString", "Nonsense=1", "State:ConnectionString")]
    [InlineData("Monitoring__Vdn", "0", "Monitoring:Vdn")]
    [InlineData("Access__Grants__0__Rules", "maybe", "Access:Grants:0:Rules is 'maybe': write true or false.")]
    [InlineData("Monitoring__Skills__0__Id", "abc", "Monitoring:Skills:0:Id is 'abc': write a whole number.")]
    [InlineData("Alerts__PolInterval", "00:00:20", "There is no setting 'PolInterval': appsettings.sample.json has all there are.")]
    [InlineData("Alerts__Rules__0__Mentions__29__li", "Li Na", "There is no setting 'li'")]
    [InlineData("Monitoring__Edition", "Clasic", "Monitoring:Edition is 'Clasic': write one of Current, Classic.")]
    [InlineData("Monitoring__CallCentre", "0", "Monitoring:CallCentre")]
    [InlineData("State__KeepAuditDays", "0", "State:KeepAuditDays")]
    [InlineData("Limits__PersonPerMinute", "0", "Limits:PersonPerMinute")]
    [InlineData("Access__Grants__0__See__0", "skill three", "Access:Grants:0")]
    [InlineData("Privacy__NamesInChannels", "Some", "Privacy:NamesInChannels")]
    [InlineData("Secrets__Folder", "nowhere", "Secrets:Folder")]
    public async Task Settings_that_cannot_work_stop_the_start_with_their_name(string name, string value, string told)
    {
        var (code, output, error) = await BuiltApp.RunAsync([], "", ("ASPNETCORE_URLS", "http://127.0.0.1:0"), (name, value));

        Assert.Equal(78, code);
        Assert.Contains(told, error);
        Assert.DoesNotContain("   at ", output + error);
    }

    [Fact]
    public async Task Wrong_settings_of_several_rooms_are_told_together()
    {
        var (code, output, error) = await BuiltApp.RunAsync(["--Monitoring:Vdn=0", "--Teams:MaxPending=0", "--urls=http://127.0.0.1:0"]);

        Assert.Equal(78, code);
        Assert.Equal(2, error.TrimEnd().Split('\n').Length);
        Assert.DoesNotContain("   at ", output + error);
    }

    [Theory]
    [InlineData("Teams:AppId is not set")]
    [InlineData("Monitoring:Address is not set", "Teams__AppId=11111111-1111-1111-1111-111111111111", "Teams__TenantId=22222222-2222-2222-2222-222222222222", "Teams__ClientSecret=hush")]
    public async Task In_production_nothing_is_open_or_invented_by_mere_forgetting(string told, params string[] settings)
    {
        var (code, output, error) = await BuiltApp.RunAsync([], "", [
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), .. settings.Select(s => (s.Split('=')[0], s.Split('=')[1])),
        ]);

        Assert.Equal((78, ""), (code, output));
        Assert.Contains(told, error);
        Assert.Contains("ChatBot demo", error);
        Assert.DoesNotContain("   at ", error);
        Assert.DoesNotContain("hush", error);
    }

    [Fact]
    public async Task The_demo_asked_for_by_name_serves_in_production_too_whatever_contact_centre_is_set()
    {
        using var app = BuiltApp.Start(["demo"], [("ASPNETCORE_ENVIRONMENT", "Production"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), .. DeadCentre]);
        app.Process.StandardInput.Close();

        await app.LineAsync("simulated, in this process");
        await app.LineAsync("Preview page");

        Assert.Equal(0, await app.TerminateAsync());
    }

    [Fact]
    public async Task Check_is_content_with_the_demo()
    {
        var (code, output, _) = await BuiltApp.RunAsync(["check"]);

        Assert.Equal(0, code);
        Assert.Contains("database", output);
        Assert.Contains("ok    teams      anonymous", output);
    }

    [Fact]
    public async Task Check_names_every_wrong_setting_and_still_looks_at_the_rest()
    {
        var (code, output, error) = await BuiltApp.RunAsync(["check", "--Monitoring:Vdn", "0", "--Teams:MaxPending=0"]);

        Assert.Equal((1, ""), (code, error));
        Assert.Contains("FAIL  settings   Monitoring:Vdn is 0", output);
        Assert.Contains("FAIL  settings   Teams:MaxPending is 0", output);
        Assert.Contains("ok    database", output);
    }

    [Fact]
    public async Task Check_says_what_is_wrong_and_how_to_mend_it_and_shows_no_secret()
    {
        var (code, output, error) = await BuiltApp.RunAsync(["check"], "", [.. DeadCentre, ("State__ConnectionString", "Data Source=/proc/nowhere/chatbot.db")]);

        Assert.Equal(1, code);
        Assert.Contains("http://127.0.0.1:1", output);
        Assert.Contains("State:ConnectionString", output);
        Assert.DoesNotContain("hush", output + error);
    }
}

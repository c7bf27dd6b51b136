using System.Text.Json;
using ChatBot.Cards;

namespace ChatBot.Tests.Cards;

/// <summary>Where the binder goes its own way, what it refuses, and that data stays data. The rest is compared with the official
/// engine.</summary>
public class BinderTests
{
    [Theory]
    [InlineData("""{"a":"${gone}","b":1}""", """{"b":1}""")]
    [InlineData("""{"a":"${nothing}","b":1}""", """{"b":1}""")]
    [InlineData("""{"a":"<${gone}>"}""", """{"a":"<>"}""")]
    [InlineData("""{"a":"<${nothing}>"}""", """{"a":"<>"}""")]
    [InlineData("""{"a":["${gone}",1,"${nothing}"]}""", """{"a":[1]}""")]
    [InlineData("""{"a":[{"$data":"${gone}","b":"x"}]}""", """{"a":[]}""")]
    [InlineData("""{"a":[{"$data":"${nothing}","b":"x"}]}""", """{"a":[]}""")]
    [InlineData("""{"a":{"$when":"${1 > 2}","b":"x"}}""", """{}""")]
    [InlineData("""{"a":"${formatNumber('x',1)}","b":"${1 / 0}|"}""", """{"b":"|"}""")]
    [InlineData("""{"a":"${gone.deeper[3].still}","b":"${toUpper(gone)}"}""", """{"b":""}""")]
    [InlineData("""{"a":"${concat(nothing, 'x', gone)}","b":"${gone + 'x'}"}""", """{"a":"x","b":"x"}""")]
    [InlineData("""{"a":"${formatDateTime('soon', 'HH:mm')}","b":"${count(5)}","c":"${join('x', ',')}","d":"${rows[9]}"}""", "{}")]
    public void What_comes_to_nothing_is_left_out(string template, string card) =>
        Assert.Equal(card, TemplateFolder.Render(template, """{"nothing":null,"rows":[]}"""));

    [Theory]
    [InlineData("""{"body":[{"text":"${gone}"}]}""", "card.json at $.body[0].text", "the data has no such place")]
    [InlineData("""{"body":[{"text":"Hello ${user.gone}"}]}""", "card.json at $.body[0].text", "the data has no such place")]
    [InlineData("""{"body":[{"$data":"${gone}","text":"x"}]}""", "card.json at $.body[0]", "the data has no such place")]
    [InlineData("""{"a":"${formatNumber('x', 1)}"}""", "card.json at $.a", "formatNumber needs a number")]
    [InlineData("""{"a":"${'a' < 1}"}""", "card.json at $.a", "have an order")]
    public void In_strict_mode_a_place_the_data_lacks_is_an_error(string template, string where, string why)
    {
        var error = Assert.Throws<CardTemplateException>(() => TemplateFolder.Render(template, """{"user":{}}""", strict: true));
        Assert.StartsWith(where, error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_strict_mode_conditions_may_ask_for_what_is_not_there() =>
        Assert.Equal("""{"b":"n"}""", TemplateFolder.Render("""{"a":{"$when":"${exists(gone)}","x":1},"b":"${if(gone, 'y', 'n')}"}""", "{}", strict: true));

    [Theory]
    [InlineData("${name}")]
    [InlineData("${$root.secret}")]
    [InlineData("\"},{\"type\":\"Image\",\"url\":\"http://x\"},{\"")]
    [InlineData("\\")]
    [InlineData("\\u0022 \\\" \\${x}")]
    [InlineData("`${1+1}`")]
    [InlineData("{{x}} }} {")]
    [InlineData("line\r\nbreak\ttab\0nul\u001bescape\u2028\u2029")]
    [InlineData("</script><b>&lt;'")]
    [InlineData("\u202Eright to left\u202C\u200F")]
    [InlineData("李娜 👩‍💻 𠮷 é")]
    [InlineData("$data")]
    [InlineData("")]
    public void Data_stays_data(string hostile)
    {
        var data = JsonSerializer.Serialize(new { name = hostile, secret = "secret", rows = new[] { new { name = hostile } } });
        var card = JsonDocument.Parse(TemplateFolder.Render(
            """{"whole":"${name}","part":"<${name}>","made":"${concat('<', name, '>')}","list":[{"$data":"${rows}","name":"${name}"}],"chosen":{"$data":"${name}","it":"${$data}"}}""", data)).RootElement;

        Assert.Equal(hostile, card.GetProperty("whole").GetString());
        Assert.Equal($"<{hostile}>", card.GetProperty("part").GetString());
        Assert.Equal($"<{hostile}>", card.GetProperty("made").GetString());
        Assert.Equal(hostile, card.GetProperty("list")[0].GetProperty("name").GetString());
        Assert.Equal(hostile, card.GetProperty("chosen").GetProperty("it").GetString());
        Assert.Equal(5, card.EnumerateObject().Count());
    }

    [Fact]
    public void Half_of_a_surrogate_pair_does_not_break_the_card()
    {
        var card = JsonDocument.Parse(TemplateFolder.Render("""{"a":"<${length('x')}${s}>"}""", """{"s":"ok"}""")).RootElement;
        Assert.Equal("<1ok>", card.GetProperty("a").GetString());

        using var folder = new TemplateFolder().Add("card", """{"a":"<${$data}>","b":"${$data}"}""");
        var broken = JsonDocument.Parse(folder.Open().Render("card", "x\uD83Dy", JsonData.Default.String)).RootElement;
        Assert.Equal("<x\uFFFDy>", broken.GetProperty("a").GetString());
        Assert.Equal("x\uFFFDy", broken.GetProperty("b").GetString());
    }

    [Fact]
    public void A_card_that_grows_without_end_is_stopped()
    {
        var rows = string.Join(',', Enumerable.Repeat("1", 200));
        var error = Assert.Throws<CardTemplateException>(() => TemplateFolder.Render(
            """{"l":[{"$data":"${$root}","l":[{"$data":"${$root}","l":[{"$data":"${$root}","t":"x"}]}]}]}""", $"[{rows}]"));
        Assert.Contains("over 1 MB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rendering_that_fails_leaves_nothing_behind_for_the_next()
    {
        using var folder = new TemplateFolder().Add("bad", """{"a":[{"b":"${gone}"}]}""").Add("good", """{"a":"${x}"}""");
        var library = folder.Open(strict: true);
        for (var i = 0; i < 3; i++)
        {
            Assert.Throws<CardTemplateException>(() => library.Render("bad", "{}"));
            Assert.Equal("""{"a":1}""", library.Render("good", """{"x":1}"""));
        }
    }

    [Fact]
    public async Task Many_at_once_do_not_mix()
    {
        using var folder = new TemplateFolder().Add("card", """{"l":[{"$data":"${$root}","n":"${$data}","t":"<${$data}>"}]}""");
        var library = folder.Open();
        await Parallel.ForAsync(0, 200, (i, _) =>
        {
            Assert.Equal($$"""{"l":[{"n":{{i}},"t":"<{{i}}>"},{"n":{{i}},"t":"<{{i}}>"}]}""", library.Render("card", $"[{i},{i}]"));
            return ValueTask.CompletedTask;
        });
    }
}

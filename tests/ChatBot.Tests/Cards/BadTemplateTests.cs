using ChatBot.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace ChatBot.Tests.Cards;

/// <summary>A template that cannot be used stops the start, and the message leads its author to the place.</summary>
public class BadTemplateTests
{
    [Theory]
    [InlineData("""{"a":"${"}""", "$.a", "no closing brace")]
    [InlineData("""{"a":"${}"}""", "$.a", "1 to 1000 characters")]
    [InlineData("""{"a":"${name"}""", "$.a", "no closing brace")]
    [InlineData("""{"a":"${'x}"}""", "$.a", "open quote")]
    [InlineData("""{"a":"${ {a:1} }"}""", "$.a", "holds a brace")]
    [InlineData("""{"a":"${x\n}"}""", "$.a", "new line")]
    [InlineData("""{"a":"`${x}"}""", "$.a", "back quote")]
    [InlineData("""{"body":[{"x":1},{"items":[{"text":"${frobnicate(1)}"}]}]}""", "$.body[1].items[0].text", "the function frobnicate is not known; known are add, and")]
    [InlineData("""{"a":"${if(1, 2)}"}""", "$.a", "if takes 3 arguments, not 2")]
    [InlineData("""{"a":"${join(x)}"}""", "$.a", "join takes 2 to 3 arguments, not 1")]
    [InlineData("""{"a":"${a +}"}""", "$.a", "a value was expected")]
    [InlineData("""{"a":"${a b}"}""", "$.a", "'b' was not expected")]
    [InlineData("""{"a":"${a = b}"}""", "$.a", "'=' means nothing here")]
    [InlineData("""{"a":"${a <> b}"}""", "$.a", "a value was expected")]
    [InlineData("""{"a":"${(a}"}""", "$.a", "')' was expected")]
    [InlineData("""{"a":"${rows[0}"}""", "$.a", "']' was expected")]
    [InlineData("""{"a":"${rows.0}"}""", "$.a", "property name must follow the point")]
    [InlineData("""{"a":"${姓名}"}""", "$.a", "means nothing here")]
    [InlineData("""{"a":"${$host.x}"}""", "$.a", "$host is not known")]
    [InlineData("""{"a":"${formatDateTime(x, y)}"}""", "$.a", "must be a text in quotes")]
    [InlineData("""{"a":"${formatDateTime(x, 'HH:mm zzz')}"}""", "$.a", "'zzz' in the format")]
    [InlineData("""{"a":"${formatNumber(x, 1, 'de-DE')}"}""", "$.a", "the locale must be")]
    [InlineData("""{"p":{"$when":"true","a":1}}""", "$.p.$when", "must be one expression")]
    [InlineData("""{"p":{"$when":true,"a":1}}""", "$.p.$when", "must be one expression")]
    [InlineData("""{"p":{"$when":"${a} ${b}","a":1}}""", "$.p.$when", "must be one expression")]
    [InlineData("""{"p":{"$when":"${true}","a":1}}""", "$.p.$when", "must be one expression")]
    [InlineData("""{"p":{"$when":"${a","a":1}}""", "$.p.$when", "no closing brace")]
    [InlineData("""{"p":{"$data":"rows","a":1}}""", "$.p.$data", "must be one expression")]
    [InlineData("""{"p":{"$data":{"x":"${y}"},"a":1}}""", "$.p.$data", "without expressions")]
    [InlineData("""{"p":{"$data":"${(}","a":1}}""", "$.p.$data", "a value was expected")]
    [InlineData("""{"p":{"$root":1}}""", "$.p.$root", "cannot be set")]
    [InlineData("""{"p":{"$index":1,"two words":"${"}}""", "$.p['two words']", "no closing brace")]
    [InlineData("""{"${a}":1}""", "$['${a}']", "property name cannot hold an expression")]
    [InlineData("""{"a":1,"a":2}""", "", "Duplicate")]
    [InlineData("""{"a":1,}""", "", "not readable as JSON")]
    [InlineData("""[1]""", "$", "a card is a JSON object")]
    [InlineData("", "", "not readable as JSON")]
    public void Names_the_file_the_place_and_the_mend(string template, string path, string what)
    {
        using var folder = new TemplateFolder().Add("resting", template);
        var message = Assert.Throws<CardTemplateException>(() => folder.Open()).Message;

        Assert.Contains(path.Length > 0 ? $"resting.json at {path}: " : "resting.json: ", message, StringComparison.Ordinal);
        Assert.Contains(what, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_every_fault_of_every_file_at_once()
    {
        using var folder = new TemplateFolder().Add("one", """{"a":"${(}","b":"${)}"}""").Add("two", "{").Add("three", """{"fine":1}""");
        var lines = Assert.Throws<CardTemplateException>(() => folder.Open()).Message.Split(Environment.NewLine);

        Assert.Equal(["one.json at $.a:", "one.json at $.b:", "two.json: not"], lines[1..].Select(line => string.Join(' ', line.Split(' ')[..(line.StartsWith("two", StringComparison.Ordinal) ? 2 : 3)])));
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    [InlineData("if(a,", ",1)")]
    [InlineData("rows[", "]")]
    public void Deep_nesting_is_refused_not_overflowed(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 100)) + "x" + string.Concat(Enumerable.Repeat(close, 100));
        using var folder = new TemplateFolder().Add("deep", $$"""{"a":"${ {{deep}} }"}""");
        Assert.Contains("nested more than 32 deep", Assert.Throws<CardTemplateException>(() => folder.Open()).Message, StringComparison.Ordinal);

        using var objects = new TemplateFolder().Add("deep", string.Concat(Enumerable.Repeat("""{"a":""", 100)) + "1" + new string('}', 100));
        Assert.Contains("not readable as JSON", Assert.Throws<CardTemplateException>(() => objects.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_not_templates()
    {
        using var folder = new TemplateFolder().Add("words.en", "not even JSON").Add("card", "{}");
        Assert.Equal(["card"], folder.Open().Templates);
    }

    [Fact]
    public void An_unknown_template_is_named_beside_the_known_ones()
    {
        using var folder = new TemplateFolder().Add("people", "{}").Add("agent", "{}");
        var error = Assert.Throws<CardTemplateException>(() => folder.Open().Render("poeple", "{}"));
        Assert.Equal("There is no card template poeple.json; there are agent, people.", error.Message);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named_with_its_setting()
    {
        var error = Assert.Throws<CardTemplateException>(() => new CardLibrary(new CardSettings { Folder = "/no/such/folder" }));
        Assert.Contains("/no/such/folder", error.Message, StringComparison.Ordinal);
        Assert.Contains("Cards:Folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_template_stops_the_start_before_anything_is_asked()
    {
        using var folder = new TemplateFolder().Add("resting", """{"a":"${(}"}""");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["Cards:Folder"] = Path.GetDirectoryName(folder.PathOf("resting"));
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.AddCards();
        await using var app = builder.Build();

        var error = await Assert.ThrowsAsync<CardTemplateException>(() => app.StartAsync());
        Assert.Contains("resting.json at $.a", error.Message, StringComparison.Ordinal);
    }
}

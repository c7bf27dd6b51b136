namespace ChatBot.Tests.Cards;

/// <summary>Where the binder goes its own way; everything else is compared with the official engine.</summary>
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
    public void What_comes_to_nothing_is_left_out(string template, string card) =>
        Assert.Equal(card, TemplateFolder.Render(template, """{"nothing":null}"""));
}

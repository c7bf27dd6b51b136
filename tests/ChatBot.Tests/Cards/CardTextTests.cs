using System.Text;
using ChatBot.Cards;

namespace ChatBot.Tests.Cards;

public class CardTextTests
{
    [Theory]
    [InlineData("""{"type":"TextBlock","text":"one"},{"type":"TextBlock","text":"two"}""", "one\ntwo")]
    [InlineData("""{"type":"RichTextBlock","inlines":["● ",{"type":"TextRun","text":"Li Na"},{"type":"TextRun","text":" 1003"}]}""", "● Li Na 1003")]
    [InlineData("""{"type":"FactSet","facts":[{"title":"State","value":"resting"},{"title":"状态：","value":"休息"},{"value":"alone"}]}""", "State: resting\n状态： 休息\nalone")]
    [InlineData("""{"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"TextBlock","text":"Li Na"},{"type":"TextBlock","text":"lunch"}]},{"items":[{"type":"TextBlock","text":"12 min"}]},{"items":[]}]}""", "Li Na lunch  12 min")]
    [InlineData("""{"type":"Container","items":[{"type":"Container","items":[{"type":"TextBlock","text":"deep"}]}]}""", "deep")]
    [InlineData("""{"type":"TextBlock","text":"seen"},{"type":"TextBlock","text":"hidden","isVisible":false}""", "seen")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Press"}]},{"type":"TextBlock","text":" "}""", "")]
    [InlineData("""{"type":"Chart.Pie","fallback":{"type":"TextBlock","text":"7 of 9"}},{"type":"Chart.Pie"}""", "7 of 9")]
    public void Gives_every_text_in_reading_order(string body, string text) =>
        Assert.Equal(text, CardText.Of(Encoding.UTF8.GetBytes($$"""{"type":"AdaptiveCard","body":[{{body}}],"actions":[{"type":"Action.Execute","title":"Press"}]}""")));

    [Fact]
    public void A_card_without_a_body_has_no_text() => Assert.Equal("", CardText.Of("""{"type":"AdaptiveCard"}"""u8.ToArray()));
}

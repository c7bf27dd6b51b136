using System.IO.Pipelines;
using System.Text;
using ChatBot.Terminal;

namespace ChatBot.Tests.Terminal;

public class ParseTests
{
    [Theory]
    [InlineData("a\nb\n", "<a>\n<b>\n")]
    [InlineData("a\r\nb\r\n", "<a>\n<b>\n")]
    [InlineData("a\nb", "<a>\n<b>\n")]
    [InlineData("\n\n", "<>\n<>\n")]
    [InlineData("", "")]
    [InlineData("\ufeff技能3谁在休息\n", "<技能3谁在休息>\n")]
    [InlineData("a\rb\n", "<a\rb>\n")]
    public void Each_line_has_one_answer(string input, string output) => Assert.Equal(output, Run(Encoding.UTF8.GetBytes(input)));

    [Fact]
    public void Bytes_that_are_no_text_are_one_line_like_any_other() =>
        Assert.Equal("<\ufffd\ufffda>\n<b>\n", Run([0xff, 0xfe - 1, (byte)'a', (byte)'\n', (byte)'b', (byte)'\n']));

    [Fact]
    public void Text_in_sixteen_bits_is_read_by_its_mark() =>
        Assert.Equal("<谁>\n", Run([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("谁\r\n")]));

    [Fact]
    public void A_line_without_end_is_kept_in_bounded_memory_and_the_next_one_is_whole()
    {
        var output = Run(Encoding.UTF8.GetBytes(new string('长', 100_000) + "\nb\n"));

        Assert.Equal(["<" + new string('长', 4096) + ">", "<b>", ""], output.Split('\n'));
    }

    [Fact]
    public async Task An_answer_comes_before_the_next_line_is_asked_for()
    {
        Pipe input = new(), output = new();
        var parsing = Task.Run(() => Parse.Run(input.Reader.AsStream(), output.Writer.AsStream(), line => $"<{line}>"));
        using var answers = new StreamReader(output.Reader.AsStream());

        foreach (var line in (string[])["one", "two"])
        {
            await input.Writer.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));
            Assert.Equal($"<{line}>", await answers.ReadLineAsync().WaitAsync(Supervisor.Patience));
        }

        await input.Writer.CompleteAsync();
        await parsing.WaitAsync(Supervisor.Patience);
    }

    private static string Run(byte[] input)
    {
        using var output = new MemoryStream();
        Parse.Run(new MemoryStream(input), output, line => $"<{line}>");
        return Encoding.UTF8.GetString(output.ToArray());
    }
}

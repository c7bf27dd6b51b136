using System.Text;

namespace ChatBot.Terminal;

/// <summary>Chinese in and out, whatever code page the terminal began with.</summary>
internal static class Utf8
{
    public static UTF8Encoding WithoutMark { get; } = new(encoderShouldEmitUTF8Identifier: false);

    public static void Console()
    {
        try
        {
            System.Console.OutputEncoding = WithoutMark;
            System.Console.InputEncoding = WithoutMark;
        }
        catch (IOException)
        {
            // No console is attached (Windows, all redirected): the streams are UTF-8 already.
        }
    }
}

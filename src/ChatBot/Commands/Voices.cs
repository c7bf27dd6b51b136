namespace ChatBot.Commands;

/// <summary>The two voices of the bot.</summary>
public sealed class Voices(string cardsFolder, TimeZoneInfo zone)
{
    private readonly (Voice English, Voice Chinese) _voices = Words.Load(cardsFolder) switch
    {
        var (english, chinese) => (new Voice(english, zone), new Voice(chinese, zone)),
    };

    /// <param name="language">"zh" for Chinese, anything else for English.</param>
    public Voice In(string language) => language == "zh" ? _voices.Chinese : _voices.English;
}

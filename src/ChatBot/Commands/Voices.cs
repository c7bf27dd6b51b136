using ChatBot.Commands.Access;

namespace ChatBot.Commands;

/// <summary>The two voices of the bot, for people alone and for where others read along.</summary>
/// <param name="whereOthersRead">How people are spoken of anywhere but in a personal chat.</param>
public sealed class Voices(string cardsFolder, TimeZoneInfo zone, Discretion whereOthersRead = Discretion.Show)
{
    private readonly Dictionary<(bool IsChinese, bool IsPersonal), Voice> _voices = Words.Load(cardsFolder) switch
    {
        var (english, chinese) => new()
        {
            [(false, true)] = new(english, zone),
            [(false, false)] = new(english, zone, whereOthersRead),
            [(true, true)] = new(chinese, zone),
            [(true, false)] = new(chinese, zone, whereOthersRead),
        },
    };

    /// <param name="language">"zh" for Chinese, anything else for English.</param>
    /// <param name="isPersonal">Nobody else reads along.</param>
    public Voice In(string language, bool isPersonal = false) => _voices[(language == "zh", isPersonal)];
}

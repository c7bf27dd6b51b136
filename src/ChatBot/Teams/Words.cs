namespace ChatBot.Teams;

/// <summary>What the room says itself, without a card, when no command has a say; in both languages, as nobody's is known here.</summary>
internal static class Words
{
    public const string WorkingOnIt = "Working on it: the card changes when the answer is here. / 正在查询，结果出来后会更新卡片。";

    public const string AnswerFollows = "Working on it: the answer follows. / 正在查询，稍后回复。";

    public const string TooMany =
        "That is a lot at once: I answer the questions before this one first. Please ask again in a moment. / 一次问得太多了：我先回答前面的问题，请稍后再问。";

    /// <param name="wait">Until questions are taken again.</param>
    public static string TooFast(bool isChinese, bool isOfConversation, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        return (isChinese, isOfConversation) switch
        {
            (false, false) => $"That was a lot at once, so I pause for you. Please go on in {seconds} s.",
            (false, true) => $"Those were many questions in this conversation, so I pause here. Please go on in {seconds} s.",
            (true, false) => $"您问得有点快，我先歇一下，请 {seconds} 秒后再继续。",
            (true, true) => $"这个会话的提问有点多，我先歇一下，请 {seconds} 秒后再继续。",
        };
    }

    public const string Failed =
        "Something went wrong on my side and I could not answer. Please ask again in a moment. / 我这边出错了，没能回答，请稍后再问。";

    public const string UnknownButton =
        "This button is not one of mine, or of an older version. Please ask in words. / 无法识别这个按钮，可能来自旧版本，请直接用文字提问。";
}

namespace ChatBot.Teams;

/// <summary>What the room says itself, without a card, when no command has a say; in both languages, as nobody's is known here.</summary>
internal static class Words
{
    public const string WorkingOnIt = "Working on it: the card changes when the answer is here. / 正在查询，结果出来后会更新卡片。";

    public const string AnswerFollows = "Working on it: the answer follows. / 正在查询，稍后回复。";

    public const string TooMany =
        "That is a lot at once: I answer the questions before this one first. Please ask again in a moment. / 一次问得太多了：我先回答前面的问题，请稍后再问。";

    public const string Failed =
        "Something went wrong on my side and I could not answer. Please ask again in a moment. / 我这边出错了，没能回答，请稍后再问。";

    public const string UnknownButton =
        "This button is not one of mine, or of an older version. Please ask in words. / 无法识别这个按钮，可能来自旧版本，请直接用文字提问。";
}

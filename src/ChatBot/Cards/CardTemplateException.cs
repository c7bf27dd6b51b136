namespace ChatBot.Cards;

/// <summary>A template that cannot be used. The message names the file, the JSON path and the mend, a line a fault.</summary>
public sealed class CardTemplateException(string message) : Exception(message);

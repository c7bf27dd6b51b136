using System.Text.Json.Serialization.Metadata;

namespace ChatBot.Cards;

/// <summary>The templates of <c>cards/</c>, compiled once at start. One that cannot be read, or uses what the binder does not
/// know, stops the start and names the file and the place.</summary>
public sealed class CardLibrary
{
    /// <summary>Binds a template to data. Data stays data: nothing in it is ever read as template, markup or card.</summary>
    /// <param name="template">File name without <c>.json</c>.</param>
    /// <returns>Card JSON in UTF-8.</returns>
    public byte[] Render<T>(string template, T data, JsonTypeInfo<T> type) => throw new NotImplementedException();
}

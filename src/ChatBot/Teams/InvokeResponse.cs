using System.Text.Json;
using ChatBot.Commands;

namespace ChatBot.Teams;

/// <summary>The body that answers an invoke. It goes out with HTTP 200 whatever its own status says: clients show the error of
/// a card button only then.</summary>
internal static class InvokeResponse
{
    public static IResult Card(Answer answer) => Json(200, Reply.CardType, writer => writer.WriteRawValue(answer.Card.Span, skipInputValidation: true));

    public static IResult Message(string text) =>
        Json(200, "application/vnd.microsoft.activity.message", writer => writer.WriteStringValue(text));

    public static IResult Error(int status, string code, string message) =>
        Json(status, "application/vnd.microsoft.error", writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("code", code);
            writer.WriteString("message", message);
            writer.WriteEndObject();
        });

    private static JsonBytes Json(int status, string type, Action<Utf8JsonWriter> value) => new(JsonBytes.Write(writer =>
    {
        writer.WriteNumber("statusCode", status);
        writer.WriteString("type", type);
        writer.WritePropertyName("value");
        value(writer);
    }));
}

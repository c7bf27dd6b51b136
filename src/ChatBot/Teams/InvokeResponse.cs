using System.Buffers;
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

    private static JsonBytes Json(int status, string type, Action<Utf8JsonWriter> value)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode", status);
            writer.WriteString("type", type);
            writer.WritePropertyName("value");
            value(writer);
            writer.WriteEndObject();
        }

        return new JsonBytes(buffer.WrittenMemory);
    }
}

/// <summary>Ready JSON as an answer; as an IResult, because Results.Bytes would copy it.</summary>
internal sealed class JsonBytes(ReadOnlyMemory<byte> json, int status = 200) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json, httpContext.RequestAborted);
    }
}

using System.Buffers;
using System.Text.Json;

namespace ChatBot.Teams;

/// <summary>Refusals of requests, in the protocol's form: <c>{"error":{"code":…,"message":…}}</c>.</summary>
internal static class Errors
{
    public static IResult Json(Refusal refusal) => Json(refusal.Status, refusal.Code, refusal.Message);

    public static IResult Json(int status, string code, string message)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("error");
            writer.WriteString("code", code);
            writer.WriteString("message", message);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return new JsonBytes(buffer.WrittenMemory, status);
    }

    public static IResult Full() => Json(503, "ServiceUnavailable", "too many conversations at once, or the bot stops: try again in a moment");
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatBot.Teams;

/// <summary>Ready JSON as an HTTP answer, without another copy of it.</summary>
internal sealed class JsonBytes(ReadOnlyMemory<byte> json, int status = 200) : IResult
{
    // Never inside HTML: Chinese and quotes may stay as they are, which halves the size of a Chinese sentence.
    private static readonly JsonWriterOptions AsTheyAre = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON object, with the properties that <paramref name="content"/> writes.</summary>
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, AsTheyAre))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json, httpContext.RequestAborted);
    }
}

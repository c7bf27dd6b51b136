using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ChatBot.Monitoring.Wire;

/// <summary>The envelope of both editions. Data may be an object, an array, null or absent, in <c>resultDatas</c> or
/// <c>resultDesc</c> or in both; on failure <c>resultDesc</c> is the platform's text.</summary>
/// <param name="Result">Classic's verdict, "0" is success.</param>
/// <param name="ResultCode">Current's verdict, "0100000" is success; text, as the leading zero belongs to it.</param>
/// <param name="Text">The platform's words.</param>
/// <param name="Rows">The data; one row where it was an object.</param>
/// <param name="Count">Agents in the VDN, not rows.</param>
internal sealed record Answer<T>(string? Result, string? ResultCode, string? Text, List<T> Rows, long? Count)
{
    /// <summary>Throws when the platform refused or the envelope is not one.</summary>
    public Answer<T> Granted()
    {
        var code = ResultCode ?? Result ?? throw new UpstreamFault(MonitoringFault.NotUnderstood, null, "JSON without result and resultCode");
        return code is "0" or "0100000" ? this : throw new UpstreamFault(MonitoringFault.PlatformRefused, code, Text);
    }
}

/// <summary>Reads the envelope in one pass; the copy of the data that Current sends for old callers is skipped, not parsed.</summary>
internal sealed class AnswerConverter<T> : JsonConverter<Answer<T>> where T : class
{
    public override Answer<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The answer is not an object");
        string? result = null, resultCode = null, text = null;
        long? count = null;
        var rows = new List<T>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            switch (name.ToLowerInvariant())
            {
                case "result" or "returncode": result = LooseText.From(ref reader); break;
                case "resultcode": resultCode = LooseText.From(ref reader); break;
                case "count": count = LooseNumber.From(ref reader); break;
                case "resultdatas" or "resultdesc" or "data" or "description":
                    if (reader.TokenType == JsonTokenType.String) text = LooseText.From(ref reader);
                    else if (rows.Count == 0) RowsConverter<T>.Read(ref reader, rows, options);
                    else reader.Skip();
                    break;
                default: reader.Skip(); break;
            }
        }

        return new Answer<T>(result, resultCode, text, rows, count);
    }

    public override void Write(Utf8JsonWriter writer, Answer<T> value, JsonSerializerOptions options) => throw new NotSupportedException();
}

/// <summary>A list where the platform sends an array, one object, null or a text.</summary>
internal sealed class RowsConverter<T> : JsonConverter<List<T>> where T : class
{
    // No call centre is so large; without an end a few bytes a row would become gigabytes of them.
    private const int Most = 100_000;

    public override List<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var rows = new List<T>();
        Read(ref reader, rows, options);
        return rows;
    }

    public static void Read(ref Utf8JsonReader reader, List<T> into, JsonSerializerOptions options)
    {
        var row = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        if (reader.TokenType == JsonTokenType.StartObject) into.Add(JsonSerializer.Deserialize(ref reader, row)!);
        else if (reader.TokenType != JsonTokenType.StartArray) reader.Skip();
        else
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (into.Count == Most) throw new JsonException($"More than {Most} rows");
                if (reader.TokenType == JsonTokenType.StartObject) into.Add(JsonSerializer.Deserialize(ref reader, row)!);
                else reader.Skip();
            }
        }
    }

    public override void Write(Utf8JsonWriter writer, List<T> value, JsonSerializerOptions options) => throw new NotSupportedException();
}

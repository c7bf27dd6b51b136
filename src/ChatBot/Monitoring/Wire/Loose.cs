using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.Monitoring.Wire;

/// <summary>A whole number sent as a number or as text; anything else is null, never an error.</summary>
internal sealed class LooseNumber : JsonConverter<long?>
{
    public static long? From(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                if (reader.TryGetInt64(out var whole)) return whole;
                return reader.TryGetDouble(out var real) ? Whole(real) : null;
            case JsonTokenType.String:
                var text = reader.GetString()!.Trim();
                if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole)) return whole;
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out real) ? Whole(real) : null;
            default:
                reader.Skip();
                return null;
        }
    }

    private static long? Whole(double number) => Math.Abs(number) < 1e15 ? (long)number : null;

    public override bool HandleNull => true;
    public override long? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => From(ref reader);
    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) => throw new NotSupportedException();
}

/// <summary>A text, or a number as written; anything else is null, never an error.</summary>
internal sealed class LooseText : JsonConverter<string?>
{
    public static string? From(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return LooseNumber.From(ref reader)?.ToString(CultureInfo.InvariantCulture);
            default:
                reader.Skip();
                return null;
        }
    }

    public override bool HandleNull => true;
    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => From(ref reader);
    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => throw new NotSupportedException();
}

using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatBot.Cards.Expressions;
using Microsoft.Extensions.ObjectPool;

namespace ChatBot.Cards;

/// <summary>The buffers and the writer that one rendering needs; pooled.</summary>
internal sealed class Bench : IResettable, IDisposable
{
    // Letters of all scripts as they are: a card is never part of an HTML page. The same for the data, so that its texts can be
    // copied as bytes, still escaped.
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private const int MaxCard = 1 << 20;
    private const int KeptBuffer = 1 << 18;

    private readonly ArrayBufferWriter<byte> _text = new(256);

    public Bench()
    {
        var options = new JsonWriterOptions { Encoder = Encoder, SkipValidation = true };
        Writer = new Utf8JsonWriter(Card, options);
        ModelWriter = new Utf8JsonWriter(Model, options);
    }

    public ArrayBufferWriter<byte> Card { get; } = new(8192);

    public Utf8JsonWriter Writer { get; }

    public ArrayBufferWriter<byte> Model { get; } = new(8192);

    public Utf8JsonWriter ModelWriter { get; }

    /// <summary>A template that asks for what the data lacks fails.</summary>
    public bool Strict { get; set; }

    public bool TryReset()
    {
        Card.ResetWrittenCount();
        Writer.Reset();
        Model.ResetWrittenCount();
        ModelWriter.Reset();
        return Card.Capacity <= KeptBuffer && Model.Capacity <= KeptBuffer;
    }

    public void Dispose()
    {
        Writer.Dispose();
        ModelWriter.Dispose();
    }

    /// <summary>Templates repeat by the data; this bounds what they can grow to.</summary>
    public void CheckSize(string place)
    {
        if (Writer.BytesCommitted + Writer.BytesPending > MaxCard) throw new CardTemplateException($"{place}: the card grows over 1 MB: cut the data before it is rendered.");
    }

    /// <summary>False when there is nothing to write; in strict mode that is an error where the data lacks the place.</summary>
    public bool HasSomething(in Value value, string place)
    {
        if (value.Kind is not (ValueKind.Missing or ValueKind.Failed)) return value.Kind != ValueKind.Null;
        if (!Strict) return false;
        var why = value.Kind == ValueKind.Failed ? value.Text : "the data has no such place";
        throw new CardTemplateException($"{place}: {why}. Give the model that value, or ask first with exists(…).");
    }

    public void WriteValue(in Value value)
    {
        if (value.FromData) Writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value.Data), skipInputValidation: true);
        else if (value.Kind == ValueKind.Bool) Writer.WriteBooleanValue(value.Truth);
        else if (value.Kind == ValueKind.Number) Writer.WriteRawValue(JavaScriptNumber.Format(value.Number), skipInputValidation: true);
        else Writer.WriteStringValue(value.Text);
    }

    // A text is put together from bytes that are already escaped: those of the template, and those of the data as serialised.
    public void BeginText()
    {
        _text.ResetWrittenCount();
        _text.Write("\""u8);
    }

    public void AddEscaped(ReadOnlySpan<byte> escaped) => _text.Write(escaped);

    public void AddToText(in Value value)
    {
        if (value.Kind == ValueKind.String && value.FromData) _text.Write(JsonMarshal.GetRawUtf8Value(value.Data)[1..^1]);
        else if (value.Kind != ValueKind.String) _text.Write(JsonEncodedText.Encode(Functions.TextOf(value), Encoder).EncodedUtf8Bytes);
        else _text.Write(JsonEncodedText.Encode(value.Text, Encoder).EncodedUtf8Bytes);
    }

    public void WriteText()
    {
        _text.Write("\""u8);
        Writer.WriteRawValue(_text.WrittenSpan, skipInputValidation: true);
    }
}

using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatBot.Cards.Expressions;
using Microsoft.Extensions.ObjectPool;

namespace ChatBot.Cards;

/// <summary>The buffers that one rendering needs; pooled.</summary>
internal sealed class Bench : IResettable, IDisposable
{
    // Letters of all scripts as they are: a card is never part of an HTML page. The same for the data, so that its texts can be
    // copied as bytes, still escaped.
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private const int MaxCard = 1 << 20;
    private const int KeptBuffer = 1 << 18;

    private byte[] _card = new byte[8192];
    private int _length;

    public Bench()
    {
        var options = new JsonWriterOptions { Encoder = Encoder, SkipValidation = true };
        ModelWriter = new Utf8JsonWriter(Model, options);
    }

    public ArrayBufferWriter<byte> Model { get; } = new(8192);

    public Utf8JsonWriter ModelWriter { get; }

    /// <summary>The card so far.</summary>
    public ReadOnlySpan<byte> Card => _card.AsSpan(0, _length);

    /// <summary>A template that asks for what the data lacks fails.</summary>
    public bool Strict { get; set; }

    public bool TryReset()
    {
        _length = 0;
        Model.ResetWrittenCount();
        ModelWriter.Reset();
        return _card.Length <= KeptBuffer && Model.Capacity <= KeptBuffer;
    }

    public void Dispose() => ModelWriter.Dispose();

    /// <summary>Templates repeat by the data; this bounds what they can grow to.</summary>
    public void CheckSize(string place)
    {
        if (_length > MaxCard) throw new CardTemplateException($"{place}: the card grows over 1 MB: cut the data before it is rendered.");
    }

    /// <summary>False when there is nothing to write; in strict mode that is an error where the data lacks the place.</summary>
    public bool HasSomething(in Value value, string place)
    {
        if (value.Kind is not (ValueKind.Missing or ValueKind.Failed)) return value.Kind != ValueKind.Null;
        if (!Strict) return false;
        var why = value.Kind == ValueKind.Failed ? value.Text : "the data has no such place";
        throw new CardTemplateException($"{place}: {why}. Give the model that value, or ask first with exists(…).");
    }

    /// <summary>The comma before what comes next in an object or list, where one is due.</summary>
    public void Separate()
    {
        // What has just been written ends in one of these only where a list, an object or a property begins.
        if (_length > 0 && _card[_length - 1] is not ((byte)'{' or (byte)'[' or (byte)':')) Raw(","u8);
    }

    /// <summary>JSON as it stands.</summary>
    public void Raw(ReadOnlySpan<byte> json)
    {
        if (json.Length > _card.Length - _length) Array.Resize(ref _card, Math.Max(_card.Length * 2, _length + json.Length));
        json.CopyTo(_card.AsSpan(_length));
        _length += json.Length;
    }

    public void WriteValue(in Value value)
    {
        if (value.FromData)
        {
            Raw(JsonMarshal.GetRawUtf8Value(value.Data));
            return;
        }

        if (value.Kind == ValueKind.String) Raw("\""u8);
        AddToText(value);
        if (value.Kind == ValueKind.String) Raw("\""u8);
    }

    // A text is put together from bytes that are already escaped: those of the template, and those of the data as serialised.
    public void AddToText(in Value value)
    {
        if (value.FromData && value.Kind == ValueKind.String) Raw(JsonMarshal.GetRawUtf8Value(value.Data)[1..^1]);
        else if (value.FromData && value.Kind == ValueKind.Number && IsPlain(JsonMarshal.GetRawUtf8Value(value.Data))) Raw(JsonMarshal.GetRawUtf8Value(value.Data));
        else Raw(JsonEncodedText.Encode(Functions.TextOf(value), Encoder).EncodedUtf8Bytes);
    }

    // A whole number that JavaScript writes as it is written: nothing but digits, few enough to be exact.
    private static bool IsPlain(ReadOnlySpan<byte> number) => number.Length < 16 && !number.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}

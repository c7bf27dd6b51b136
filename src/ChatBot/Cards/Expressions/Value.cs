using System.Text.Json;

namespace ChatBot.Cards.Expressions;

internal enum ValueKind
{
    /// <summary>The data has no such place (JavaScript's undefined).</summary>
    Missing,
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,

    /// <summary>The expression cannot be worked out on this data, as <c>'a' &lt; 1</c>; the text says why.</summary>
    Failed,
}

/// <summary>What an expression yields: a piece of the data, untouched, or something worked out.</summary>
internal readonly struct Value
{
    private readonly JsonElement _data;
    private readonly string? _text;
    private readonly double _number;

    private Value(ValueKind kind, JsonElement data = default, string? text = null, double number = 0)
    {
        Kind = kind;
        _data = data;
        _text = text;
        _number = number;
    }

    public ValueKind Kind { get; }

    /// <summary>True where <see cref="Data"/> is the value as it stands in the data.</summary>
    public bool FromData => _data.ValueKind != JsonValueKind.Undefined;

    public JsonElement Data => _data;

    /// <summary>True for <see cref="ValueKind.Missing"/> and <see cref="ValueKind.Null"/>.</summary>
    public bool IsNothing => Kind is ValueKind.Missing or ValueKind.Null;

    public bool Truth => _number != 0;

    public double Number => FromData ? _data.GetDouble() : _number;

    public string Text => _text ?? (FromData ? _data.GetString()! : "");

    /// <summary>What counts as true in a condition: all but false, null and missing; also 0 and the empty text.</summary>
    public bool IsTrue => Kind switch
    {
        ValueKind.Bool => Truth,
        ValueKind.Missing or ValueKind.Null or ValueKind.Failed => false,
        _ => true,
    };

    public static Value Missing => default;

    public static Value Null => new(ValueKind.Null);

    public static Value Of(bool truth) => new(ValueKind.Bool, number: truth ? 1 : 0);

    public static Value Of(double number) => double.IsFinite(number) ? new(ValueKind.Number, number: number) : Fail("the result is not a number");

    public static Value Of(string text) => new(ValueKind.String, text: text);

    /// <summary>A text of a template, also at hand as JSON, so that it is not escaped anew each time.</summary>
    public static Value Literal(string text) =>
        new(ValueKind.String, JsonElement.Parse($"\"{JsonEncodedText.Encode(text, Bench.Encoder)}\""), text);

    public static Value Fail(string why) => new(ValueKind.Failed, text: why);

    public static Value Of(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.String => new(ValueKind.String, data),
        JsonValueKind.Number => new(ValueKind.Number, data),
        JsonValueKind.True => new(ValueKind.Bool, data, number: 1),
        JsonValueKind.False => new(ValueKind.Bool, data),
        JsonValueKind.Array => new(ValueKind.Array, data),
        JsonValueKind.Object => new(ValueKind.Object, data),
        JsonValueKind.Null => new(ValueKind.Null, data),
        _ => default,
    };

    /// <summary>Equality of the language: null equals missing, numbers by value, texts by code unit, lists and objects in depth,
    /// different kinds never.</summary>
    public static bool Equal(in Value left, in Value right)
    {
        if (left.IsNothing || right.IsNothing) return left.IsNothing && right.IsNothing;
        if (left.Kind != right.Kind) return false;
        return left.Kind switch
        {
            ValueKind.Bool => left.Truth == right.Truth,
            ValueKind.Number => Math.Abs(left.Number - right.Number) < Epsilon || left.Number == right.Number,
            ValueKind.String when left._text is null && right._text is not null => left._data.ValueEquals(right._text),
            ValueKind.String => string.Equals(left.Text, right.Text, StringComparison.Ordinal),
            _ => JsonElement.DeepEquals(left._data, right._data),
        };
    }

    // JavaScript's Number.EPSILON.
    private const double Epsilon = 2.220446049250313e-16;
}

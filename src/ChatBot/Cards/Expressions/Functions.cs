using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ChatBot.Cards.Expressions;

/// <summary>What the functions of the language do, each as the official engine has it.</summary>
internal static class Functions
{
    private const int MaxPrecision = 20;

    public static Value Count(ReadOnlySpan<Value> a) => a[0].Kind switch
    {
        ValueKind.String => Value.Of(a[0].Text.Length),
        ValueKind.Array => Value.Of(a[0].Data.GetArrayLength()),
        ValueKind.Object => Value.Of(a[0].Data.GetPropertyCount()),
        _ => Value.Fail("count needs a list, an object or a text"),
    };

    public static Value Length(ReadOnlySpan<Value> a) =>
        a[0].Kind is ValueKind.String or ValueKind.Missing ? Value.Of(a[0].Text.Length) : Value.Fail("length needs a text");

    public static Value ToUpper(ReadOnlySpan<Value> a) =>
        a[0].Kind is ValueKind.String or ValueKind.Missing ? Value.Of(a[0].Text.ToUpperInvariant()) : Value.Fail("toUpper needs a text");

    public static Value ToLower(ReadOnlySpan<Value> a) =>
        a[0].Kind is ValueKind.String or ValueKind.Missing ? Value.Of(a[0].Text.ToLowerInvariant()) : Value.Fail("toLower needs a text");

    /// <summary>Texts, numbers and truth values one after the other; null and missing are empty.</summary>
    public static Value Concat(ReadOnlySpan<Value> a)
    {
        var text = new StringBuilder();
        foreach (var value in a)
        {
            if (value.Kind is ValueKind.Array or ValueKind.Object) return Value.Fail("concat takes texts, numbers and truth values; join makes a text of a list");
            text.Append(TextOf(value));
        }

        return Value.Of(text.ToString());
    }

    /// <summary>The items of a list with a text between them; with a third argument, that one before the last.</summary>
    public static Value Join(ReadOnlySpan<Value> a)
    {
        if (a[0].Kind != ValueKind.Array) return Value.Fail("join needs a list");
        var items = a[0].Data;
        var last = items.GetArrayLength() - 1;
        var between = a.Length == 3 && last < 2 ? a[2] : a[1];
        var text = new StringBuilder();
        for (var i = 0; i <= last; i++)
        {
            var separator = a.Length == 3 && i == last ? a[2] : between;
            if (i > 0) text.Append(separator.Kind == ValueKind.Missing ? "," : TextOf(separator));
            text.Append(TextOf(Value.Of(items[i])));
        }

        return Value.Of(text.ToString());
    }

    public static Value Add(ReadOnlySpan<Value> a)
    {
        var sum = a[0];
        foreach (var value in a)
        {
            if (value.Kind is not (ValueKind.Number or ValueKind.String or ValueKind.Missing)) return Value.Fail("+ takes numbers and texts");
        }

        foreach (var value in a[1..])
        {
            if (sum.Kind == ValueKind.Number && value.Kind == ValueKind.Number) sum = Value.Of(sum.Number + value.Number);
            else if (sum.Kind == ValueKind.String || value.Kind == ValueKind.String) sum = Value.Of(TextOf(sum) + TextOf(value));
            else if (sum.IsNothing && value.IsNothing) sum = Value.Of("");
            else return Value.Fail("a number and nothing have no sum");
        }

        return sum;
    }

    public static Value Subtract(ReadOnlySpan<Value> a) => Numeric(a, (x, y) => x - y);

    public static Value Multiply(ReadOnlySpan<Value> a) => Numeric(a, (x, y) => x * y);

    /// <summary>Two whole numbers give a whole number, rounded down.</summary>
    public static Value Divide(ReadOnlySpan<Value> a) =>
        Numeric(a, (x, y) => y == 0 ? double.NaN : x == Math.Floor(x) && y == Math.Floor(y) ? Math.Floor(x / y) : x / y);

    public static Value Modulo(ReadOnlySpan<Value> a) =>
        Numeric(a, (x, y) => y == 0 || x != Math.Floor(x) || y != Math.Floor(y) ? double.NaN : x % y);

    /// <summary>Grouped in threes, a fixed number of decimals, halves rounded up, the true minus sign (−) before a negative one.</summary>
    public static Value FormatNumber(ReadOnlySpan<Value> a)
    {
        if (a[0].Kind != ValueKind.Number || a[1].Kind != ValueKind.Number) return Value.Fail("formatNumber needs a number and how many decimals");
        var scale = Math.Pow(10, a[1].Number);
        var rounded = Math.Floor((a[0].Number * scale) + 0.5) / scale;
        if (!double.IsFinite(rounded)) return Value.Fail("the number is too large to format");

        var decimals = (int)Math.Clamp(a[1].Number, 0, MaxPrecision);
        var text = Math.Abs(rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Value.Of(rounded < 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "\u2212" + text : text);
    }

    /// <summary>A value inside a text. A list is its items with commas, as in JavaScript; nothing is empty.</summary>
    public static string TextOf(in Value value) => value.Kind switch
    {
        ValueKind.String => value.Text,
        ValueKind.Number => JavaScriptNumber.Format(value.Number),
        ValueKind.Bool => value.Truth ? "true" : "false",
        ValueKind.Array => string.Join(',', value.Data.EnumerateArray().Select(item => TextOf(Value.Of(item)))),
        ValueKind.Object => "[object Object]",
        _ => "",
    };

    private static Value Numeric(ReadOnlySpan<Value> a, Func<double, double, double> operation)
    {
        foreach (var value in a)
        {
            if (value.Kind != ValueKind.Number) return Value.Fail("only numbers can be reckoned with");
        }

        var result = a[0].Number;
        foreach (var value in a[1..]) result = operation(result, value.Number);
        return Value.Of(result);
    }
}

/// <summary><c>empty(x)</c> and <c>exists(x)</c>, which bear missing values.</summary>
internal sealed class Presence(Expression of, bool emptiness) : Expression
{
    public override Value Evaluate(in Scope scope)
    {
        var value = of.Evaluate(scope);
        if (!emptiness) return Value.Of(!value.IsNothing && value.Kind != ValueKind.Failed);
        return Value.Of(value.Kind switch
        {
            ValueKind.Missing or ValueKind.Null => true,
            ValueKind.String => value.Text.Length == 0,
            ValueKind.Array => value.Data.GetArrayLength() == 0,
            ValueKind.Object => value.Data.GetPropertyCount() == 0,
            _ => false,
        });
    }
}

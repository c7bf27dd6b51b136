using System.Text.Json;
using ChatBot.Cards.Expressions;

namespace ChatBot.Cards;

/// <summary>A compiled piece of a template. It writes itself, with its property name before it where it has one. A piece that
/// comes to nothing writes nothing: its property is left out, its place in a list closes up.</summary>
/// <param name="name"><c>"name":</c>, escaped; empty outside an object.</param>
internal abstract class TemplateNode(byte[] name)
{
    protected byte[] Name => name;

    public abstract void Write(Bench bench, in Scope scope);

    protected void Begin(Bench bench)
    {
        bench.Separate();
        bench.Raw(name);
    }
}

/// <summary>JSON without an expression in it, ready as bytes.</summary>
internal sealed class LiteralNode(byte[] name, byte[] json) : TemplateNode([])
{
    private readonly byte[] _all = [.. name, .. json];

    public override void Write(Bench bench, in Scope scope)
    {
        bench.Separate();
        bench.Raw(_all);
    }

    /// <summary>Two neighbours as one.</summary>
    public LiteralNode And(LiteralNode next) => new(_all, [(byte)',', .. next._all]);
}

/// <summary>A text that is one expression: the value with its type. In a list, a list's items take its place.</summary>
internal sealed class ValueNode(byte[] name, Expression expression, string place, bool inList) : TemplateNode(name)
{
    public override void Write(Bench bench, in Scope scope)
    {
        var value = expression.Evaluate(scope);
        if (!bench.HasSomething(value, place)) return;
        if (inList && value.Kind == ValueKind.Array)
        {
            foreach (var item in value.Data.EnumerateArray())
            {
                bench.Separate();
                bench.WriteValue(Value.Of(item));
            }

            return;
        }

        Begin(bench);
        bench.WriteValue(value);
    }
}

/// <summary>A text with expressions in it: always a text, what is missing is empty.</summary>
internal sealed class TextNode(byte[] name, (byte[]? Plain, Expression? Expression)[] parts, string place) : TemplateNode(name)
{
    public override void Write(Bench bench, in Scope scope)
    {
        Begin(bench);
        bench.Raw("\""u8);
        foreach (var (plain, expression) in parts)
        {
            if (expression is null) bench.Raw(plain);
            else if (expression.Evaluate(scope) is var value && bench.HasSomething(value, place)) bench.AddToText(value);
        }

        bench.Raw("\""u8);
    }
}

/// <summary>A list. A list right inside a list is spilled into it, as the official engine does.</summary>
internal sealed class ListNode(byte[] name, TemplateNode[] items, bool spilled) : TemplateNode(name)
{
    public override void Write(Bench bench, in Scope scope)
    {
        if (!spilled)
        {
            Begin(bench);
            bench.Raw("["u8);
        }

        foreach (var item in items) item.Write(bench, scope);
        if (!spilled) bench.Raw("]"u8);
    }
}

/// <summary>An object, once for each item when <c>$data</c> is a list, and only where <c>$when</c> is true.</summary>
internal sealed class ObjectNode(byte[] name, TemplateNode[] properties, Expression? data, Expression? when, string place, bool inList)
    : TemplateNode(name)
{
    public override void Write(Bench bench, in Scope scope)
    {
        if (data is null)
        {
            if (Wanted(scope)) WriteOne(bench, scope, withName: true);
            return;
        }

        var chosen = data.Evaluate(scope);
        if (!bench.HasSomething(chosen, place)) return;
        if (chosen.Kind != ValueKind.Array)
        {
            var inner = scope with { Data = chosen.FromData ? chosen.Data : Detached(chosen) };
            if (Wanted(inner)) WriteOne(bench, inner, withName: true);
            return;
        }

        // In a property, one kept item is an object and several are a list: count first.
        var kept = inList ? 0 : CountWanted(chosen.Data, scope);
        if (!inList && kept == 0) return;
        if (kept > 1)
        {
            Begin(bench);
            bench.Raw("["u8);
        }

        var index = 0;
        foreach (var item in chosen.Data.EnumerateArray())
        {
            var inner = new Scope(scope.Root, item, index++);
            if (Wanted(inner)) WriteOne(bench, inner, withName: kept == 1);
        }

        if (kept > 1) bench.Raw("]"u8);
    }

    private bool Wanted(in Scope scope) => when is null || when.Evaluate(scope) is { Kind: ValueKind.Bool, Truth: true };

    private int CountWanted(JsonElement list, in Scope scope)
    {
        var (kept, index) = (0, 0);
        foreach (var item in list.EnumerateArray())
        {
            if (Wanted(new Scope(scope.Root, item, index++))) kept++;
        }

        return kept;
    }

    private void WriteOne(Bench bench, in Scope scope, bool withName)
    {
        bench.CheckSize(place);
        bench.Separate();
        if (withName) bench.Raw(Name);
        bench.Raw("{"u8);
        foreach (var property in properties) property.Write(bench, scope);
        bench.Raw("}"u8);
    }

    // A worked-out text or number as the data of what is inside: rare, and needs a piece of JSON of its own.
    private static JsonElement Detached(in Value value)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        if (value.Kind == ValueKind.Bool) writer.WriteBooleanValue(value.Truth);
        else if (value.Kind == ValueKind.Number) writer.WriteNumberValue(value.Number);
        else writer.WriteStringValue(value.Text);
        writer.Flush();
        return JsonElement.Parse(buffer.WrittenSpan);
    }
}

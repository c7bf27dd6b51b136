using System.Text;
using System.Text.Json;

namespace ChatBot.Cards.Expressions;

/// <summary>A compiled <c>${…}</c>. Evaluating never throws: what cannot be worked out is a value of the kind Failed.</summary>
internal abstract class Expression
{
    public abstract Value Evaluate(in Scope scope);
}

internal sealed class Constant(Value value) : Expression
{
    public override Value Evaluate(in Scope scope) => value;
}

internal sealed class DataReference : Expression
{
    public override Value Evaluate(in Scope scope) => Value.Of(scope.Data);
}

internal sealed class RootReference : Expression
{
    public override Value Evaluate(in Scope scope) => Value.Of(scope.Root);
}

internal sealed class IndexReference : Expression
{
    public override Value Evaluate(in Scope scope) => scope.Index < 0 ? Value.Missing : Value.Of(scope.Index);
}

/// <summary><c>owner.name</c></summary>
internal sealed class Property(Expression owner, string name) : Expression
{
    private readonly byte[] _name = Encoding.UTF8.GetBytes(name);

    public override Value Evaluate(in Scope scope)
    {
        var value = owner.Evaluate(scope);
        return value.Kind == ValueKind.Failed ? value : Find(value, name, _name);
    }

    /// <summary>The property of that name; failing that the first whose name differs in case only, as the official engine has it.</summary>
    public static Value Find(in Value owner, string name, ReadOnlySpan<byte> utf8)
    {
        if (owner.Kind != ValueKind.Object) return Value.Missing;
        if (owner.Data.TryGetProperty(utf8, out var exact)) return Value.Of(exact);

        foreach (var property in owner.Data.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return Value.Of(property.Value);
        }

        return Value.Missing;
    }
}

/// <summary><c>owner[index]</c>, with a number for a list or a text for an object.</summary>
internal sealed class Element(Expression owner, Expression index) : Expression
{
    public override Value Evaluate(in Scope scope)
    {
        var value = owner.Evaluate(scope);
        if (value.Kind == ValueKind.Failed) return value;
        var at = index.Evaluate(scope);
        switch (at.Kind)
        {
            case ValueKind.Failed:
                return at;
            case ValueKind.String:
                return Property.Find(value, at.Text, Encoding.UTF8.GetBytes(at.Text));
            case ValueKind.Number when at.Number == Math.Floor(at.Number):
                if (value.IsNothing) return Value.Missing;
                if (value.Kind != ValueKind.Array) return Value.Fail("only a list has numbered items");
                return at.Number >= 0 && at.Number < value.Data.GetArrayLength()
                    ? Value.Of(value.Data[(int)at.Number])
                    : Value.Fail($"the list has no item {JavaScriptNumber.Format(at.Number)}");
            default:
                return Value.Fail("an index must be a whole number or a text");
        }
    }
}

/// <summary><c>if(condition, then, otherwise)</c> and <c>condition ? then : otherwise</c></summary>
internal sealed class Choice(Expression condition, Expression then, Expression otherwise) : Expression
{
    public override Value Evaluate(in Scope scope) => condition.Evaluate(scope).IsTrue ? then.Evaluate(scope) : otherwise.Evaluate(scope);
}

/// <summary><c>and</c> (stops at the first that is not true) and <c>or</c> (stops at the first that is true).</summary>
internal sealed class Junction(bool stopAt, Expression[] terms) : Expression
{
    public override Value Evaluate(in Scope scope)
    {
        foreach (var term in terms)
        {
            if (term.Evaluate(scope).IsTrue == stopAt) return Value.Of(stopAt);
        }

        return Value.Of(!stopAt);
    }
}

internal sealed class Not(Expression term) : Expression
{
    public override Value Evaluate(in Scope scope) => Value.Of(!term.Evaluate(scope).IsTrue);
}

/// <summary>A function over the values of its arguments.</summary>
internal sealed class Call(Function function, Expression[] arguments) : Expression
{
    public override Value Evaluate(in Scope scope)
    {
        var values = new Value[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(scope);
            if (values[i].Kind == ValueKind.Failed) return values[i];
        }

        return function(values);
    }
}

internal delegate Value Function(ReadOnlySpan<Value> arguments);

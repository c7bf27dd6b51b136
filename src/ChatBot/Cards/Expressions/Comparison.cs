namespace ChatBot.Cards.Expressions;

internal enum Relation { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual }

/// <summary>Compares two numbers or two texts (by code unit). With null, missing or a failed side the answer is no;
/// different kinds have an equality but no order.</summary>
internal sealed class Comparison(Relation relation, Expression left, Expression right) : Expression
{
    public override Value Evaluate(in Scope scope)
    {
        var a = left.Evaluate(scope);
        var b = right.Evaluate(scope);
        if (a.Kind == ValueKind.Failed || b.Kind == ValueKind.Failed) return Value.Of(false);
        if (relation == Relation.Equal) return Value.Of(Value.Equal(a, b));
        if (relation == Relation.NotEqual) return Value.Of(!Value.Equal(a, b));
        if (a.IsNothing || b.IsNothing) return Value.Of(false);

        int order;
        if (a.Kind == ValueKind.Number && b.Kind == ValueKind.Number) order = a.Number.CompareTo(b.Number);
        else if (a.Kind == ValueKind.String && b.Kind == ValueKind.String) order = string.CompareOrdinal(a.Text, b.Text);
        else return Value.Fail("only two numbers or two texts have an order");

        return Value.Of(relation switch
        {
            Relation.Less => order < 0,
            Relation.LessOrEqual => order <= 0,
            Relation.Greater => order > 0,
            _ => order >= 0,
        });
    }
}

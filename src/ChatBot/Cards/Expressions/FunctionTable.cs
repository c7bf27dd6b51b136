using System.Collections.Frozen;

namespace ChatBot.Cards.Expressions;

/// <summary>The functions a template may call, with how many arguments each takes.</summary>
internal static class FunctionTable
{
    private const int Any = 16;

    private static readonly FrozenDictionary<string, (int Least, int Most, Func<Expression[], Expression> Make)> Known =
        new Dictionary<string, (int, int, Func<Expression[], Expression>)>
        {
            ["if"] = (3, 3, a => new Choice(a[0], a[1], a[2])),
            ["and"] = (1, Any, a => new Junction(stopAt: false, a)),
            ["or"] = (1, Any, a => new Junction(stopAt: true, a)),
            ["not"] = (1, 1, a => new Not(a[0])),
            ["equals"] = (2, 2, a => new Comparison(Relation.Equal, a[0], a[1])),
            ["less"] = (2, 2, a => new Comparison(Relation.Less, a[0], a[1])),
            ["lessOrEquals"] = (2, 2, a => new Comparison(Relation.LessOrEqual, a[0], a[1])),
            ["greater"] = (2, 2, a => new Comparison(Relation.Greater, a[0], a[1])),
            ["greaterOrEquals"] = (2, 2, a => new Comparison(Relation.GreaterOrEqual, a[0], a[1])),
            ["empty"] = (1, 1, a => new Presence(a[0], emptiness: true)),
            ["exists"] = (1, 1, a => new Presence(a[0], emptiness: false)),
            ["count"] = (1, 1, a => new Call(Functions.Count, a)),
            ["length"] = (1, 1, a => new Call(Functions.Length, a)),
            ["join"] = (2, 3, a => new Call(Functions.Join, a)),
            ["concat"] = (1, Any, a => new Call(Functions.Concat, a)),
            ["toUpper"] = (1, 1, a => new Call(Functions.ToUpper, a)),
            ["toLower"] = (1, 1, a => new Call(Functions.ToLower, a)),
            ["add"] = (2, Any, a => new Call(Functions.Add, a)),
            ["sub"] = (2, Any, a => new Call(Functions.Subtract, a)),
            ["mul"] = (2, Any, a => new Call(Functions.Multiply, a)),
            ["div"] = (2, Any, a => new Call(Functions.Divide, a)),
            ["mod"] = (2, 2, a => new Call(Functions.Modulo, a)),
            ["formatNumber"] = (2, 3, a => FormatNumber(a)),
            ["formatDateTime"] = (1, 3, a => FormatDateTime(a)),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Expression Call(string name, List<Expression> arguments)
    {
        if (!Known.TryGetValue(name, out var function))
        {
            throw new FormatException($"the function {name} is not known; known are {string.Join(", ", Known.Keys.Order(StringComparer.Ordinal))}");
        }

        if (arguments.Count < function.Least || arguments.Count > function.Most)
        {
            var wanted = function.Least == function.Most ? $"{function.Least}" : $"{function.Least} to {function.Most}";
            throw new FormatException($"{name} takes {wanted} arguments, not {arguments.Count}");
        }

        return function.Make([.. arguments]);
    }

    private static Call FormatNumber(Expression[] arguments)
    {
        CheckLocale(arguments, 2);
        return new Call(Functions.FormatNumber, arguments[..2]);
    }

    private static Call FormatDateTime(Expression[] arguments)
    {
        CheckLocale(arguments, 2);
        var pattern = arguments.Length == 1 ? null : Literal(arguments[1])
            ?? throw new FormatException("the format of formatDateTime must be a text in quotes, as in formatDateTime(at, 'HH:mm')");
        var format = DateTimePattern.Parse(pattern);
        return new Call(values => format.Format(values[0]), arguments[..1]);
    }

    // Both write the same digits, separators and month names in the official engine; other locales are refused, not guessed.
    private static void CheckLocale(Expression[] arguments, int at)
    {
        if (arguments.Length > at && Literal(arguments[at]) is not ("en-US" or "zh-CN"))
        {
            throw new FormatException("the locale must be 'en-US' or 'zh-CN'");
        }
    }

    private static string? Literal(Expression expression) =>
        expression is Constant constant && constant.Evaluate(default) is { Kind: ValueKind.String } value ? value.Text : null;
}

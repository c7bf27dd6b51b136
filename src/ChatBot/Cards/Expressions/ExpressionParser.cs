namespace ChatBot.Cards.Expressions;

/// <summary>The inside of a <c>${…}</c> → a tree that can be evaluated. Precedence is that of the public grammar, where, other
/// than in C#, <c>==</c> binds tighter than <c>&lt;</c> and <c>?:</c> groups from the left.</summary>
internal sealed class ExpressionParser
{
    private const int MaxDepth = 32;
    private const int TernaryLevel = 1;
    private const int UnaryLevel = 9;

    private readonly List<Token> _tokens;
    private int _next;
    private int _depth;

    private ExpressionParser(List<Token> tokens) => _tokens = tokens;

    /// <exception cref="FormatException">Says what is wrong, for the author of the template.</exception>
    public static Expression Parse(string source)
    {
        var parser = new ExpressionParser(Lexer.Read(source));
        var expression = parser.ParseFrom(TernaryLevel);
        if (parser.Peek.Kind != TokenKind.End) throw new FormatException($"'{parser.Peek.Text}' was not expected after the expression");
        return expression;
    }

    private Token Peek => _tokens[_next];

    private static int Level(string symbol) => symbol switch
    {
        "?" => TernaryLevel,
        "||" => 2,
        "&&" => 3,
        "<" or "<=" or ">" or ">=" => 4,
        "&" => 5,
        "==" or "!=" => 6,
        "+" or "-" => 7,
        "*" or "/" or "%" => 8,
        _ => 0,
    };

    private Expression ParseFrom(int level)
    {
        if (++_depth > MaxDepth) throw new FormatException($"it is nested more than {MaxDepth} deep: give the model a ready-made value");
        var left = Unary();
        while (Peek.Kind == TokenKind.Symbol && Level(Peek.Text) is var own and > 0 && own >= level)
        {
            var symbol = Take().Text;
            if (symbol == "?")
            {
                var then = ParseFrom(TernaryLevel);
                Expect(":");
                left = new Choice(left, then, ParseFrom(TernaryLevel + 1));
            }
            else
            {
                left = Binary(symbol, left, ParseFrom(own + 1));
            }
        }

        _depth--;
        return left;
    }

    private static Expression Binary(string symbol, Expression left, Expression right) => symbol switch
    {
        "||" => new Junction(stopAt: true, [left, right]),
        "&&" => new Junction(stopAt: false, [left, right]),
        "==" => new Comparison(Relation.Equal, left, right),
        "!=" => new Comparison(Relation.NotEqual, left, right),
        "<" => new Comparison(Relation.Less, left, right),
        "<=" => new Comparison(Relation.LessOrEqual, left, right),
        ">" => new Comparison(Relation.Greater, left, right),
        ">=" => new Comparison(Relation.GreaterOrEqual, left, right),
        "&" => new Call(Functions.Concat, [left, right]),
        "+" => new Call(Functions.Add, [left, right]),
        "-" => new Call(Functions.Subtract, [left, right]),
        "*" => new Call(Functions.Multiply, [left, right]),
        "/" => new Call(Functions.Divide, [left, right]),
        _ => new Call(Functions.Modulo, [left, right]),
    };

    private Expression Unary()
    {
        if (Peek is not { Kind: TokenKind.Symbol, Text: "!" or "-" or "+" }) return Postfix();
        var symbol = Take().Text;
        var operand = ParseFrom(UnaryLevel);
        return symbol switch
        {
            "!" => new Not(operand),
            "-" => new Call(Functions.Subtract, [new Constant(Value.Of(0)), operand]),
            _ => new Call(Functions.Add, [new Constant(Value.Of(0)), operand]),
        };
    }

    private Expression Postfix()
    {
        var expression = Primary();
        for (; ; )
        {
            if (TryTake("."))
            {
                if (Peek.Kind != TokenKind.Name) throw new FormatException($"a property name must follow the point, not '{Peek.Text}'");
                expression = new Property(expression, Take().Text);
            }
            else if (TryTake("["))
            {
                expression = new Element(expression, ParseFrom(TernaryLevel));
                Expect("]");
            }
            else
            {
                return expression;
            }
        }
    }

    private Expression Primary()
    {
        var token = Take();
        switch (token)
        {
            case { Kind: TokenKind.Number }:
                return new Constant(Value.Of(token.Number));
            case { Kind: TokenKind.Text }:
                return new Constant(Value.Literal(token.Text));
            case { Kind: TokenKind.Name } when TryTake("("):
                return FunctionTable.Call(token.Text, Arguments());
            case { Kind: TokenKind.Name }:
                return Name(token.Text);
            case { Kind: TokenKind.Symbol, Text: "(" }:
                var inner = ParseFrom(TernaryLevel);
                Expect(")");
                return inner;
            default:
                throw new FormatException($"a value was expected, not '{token.Text}'");
        }
    }

    private static Expression Name(string name) => name switch
    {
        "true" => new Constant(Value.Of(true)),
        "false" => new Constant(Value.Of(false)),
        "null" => new Constant(Value.Null),
        "undefined" => new Constant(Value.Missing),
        "$data" => new DataReference(),
        "$root" => new RootReference(),
        "$index" => new IndexReference(),
        ['$', ..] => throw new FormatException($"{name} is not known: there are $data, $root and $index"),
        _ => new Property(new DataReference(), name),
    };

    private List<Expression> Arguments()
    {
        var arguments = new List<Expression>();
        if (TryTake(")")) return arguments;
        do arguments.Add(ParseFrom(TernaryLevel));
        while (TryTake(","));
        Expect(")");
        return arguments;
    }

    private Token Take() => Peek.Kind == TokenKind.End ? Peek : _tokens[_next++];

    private bool TryTake(string symbol)
    {
        if (Peek.Kind != TokenKind.Symbol || Peek.Text != symbol) return false;
        _next++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!TryTake(symbol)) throw new FormatException($"'{symbol}' was expected, not '{Peek.Text}'");
    }
}

namespace ChatBot.Simulator;

/// <summary>Names that break whoever takes a name for markup, for a template or for short.</summary>
public static class HostileNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        "",
        " ",
        "**Ana** [click](http://127.0.0.1/) <b>x</b> `code`",
        "${name} {{TIME(now)}} ${if(true,'x','y')}",
        "\"}],\"result\":\"9",
        "\u202Eevil\u202C \u200B\u0007\0",
        "line one\nline two\r\n# heading",
        "<at>everyone</at> @here",
        "王小明😀👩‍💻 é e\u0301",
        "Maximiliane-Wilhelmina " + new string('W', 200),
        "20011",
        "'; DROP TABLE incidents; --",
    ];
}

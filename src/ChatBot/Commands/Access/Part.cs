using System.Globalization;

namespace ChatBot.Commands.Access;

/// <summary>A part of the floor that somebody may see: all skill queues from one number to another, or whole VDNs.</summary>
/// <param name="Vdn">Null for every VDN.</param>
/// <param name="First">Null for whole VDNs.</param>
/// <param name="Last">Not below <paramref name="First"/>; null exactly when that is.</param>
public readonly record struct Part(int? Vdn, int? First, int? Last)
{
    public static readonly Part All = new(null, null, null);

    public const int MostVdn = 5000;

    public const int MostSkill = 10000;

    public bool IsWhole => First is null;

    public bool IsOf(int vdn) => Vdn is null || Vdn == vdn;

    public bool Has(int vdn, int skill) => IsOf(vdn) && (IsWhole || (skill >= First && skill <= Last));

    /// <summary>Exactly "*", "vdn 2", "vdn *", "vdn 1 skill 3", "vdn 1 skill 3-9" or "vdn * skill 3"; numbers in their ranges.</summary>
    public static bool TryParse(string? text, out Part part)
    {
        part = All;
        if (text == "*") return true;
        var words = text?.Split(' ') ?? [];
        if (words is not (["vdn", _] or ["vdn", _, "skill", _])) return false;
        int? vdn = null;
        if (words[1] != "*" && (vdn = Number(words[1], MostVdn)) is null) return false;
        part = new(vdn, null, null);
        if (words.Length == 2) return true;
        var ends = words[3].Split('-');
        if (ends.Length > 2 || Number(ends[0], MostSkill) is not { } first || Number(ends[^1], MostSkill) is not { } last || last < first) return false;
        part = new(vdn, first, last);
        return true;
    }

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}

using System.Globalization;

namespace ChatBot.Cards.Expressions;

/// <summary>Numbers as text the way the official engine (JavaScript) writes them: <c>1.50</c> is "1.5", a very long one has an
/// exponent from 10^21 on and below 10^-6.</summary>
internal static class JavaScriptNumber
{
    public static string Format(double number)
    {
        if (number == 0) return "0";
        if (Math.Abs(number) < 1e15 && number == Math.Floor(number)) return ((long)number).ToString(CultureInfo.InvariantCulture);

        // 1. The shortest digits that read back as the same number, "-1.25E-08" or "0.000125" → sign, digits "125", exponent −8 or −4.
        var shortest = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var mark = shortest.IndexOf('E');
        var mantissa = mark < 0 ? shortest : shortest[..mark];
        var point = mantissa.IndexOf('.') is var at and >= 0 ? at : mantissa.Length;
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var exponent = point - 1 - (all.Length - all.TrimStart('0').Length)
            + (mark < 0 ? 0 : int.Parse(shortest.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        var digits = all.Trim('0');
        var sign = number < 0 ? "-" : "";

        // 2. Where the point goes.
        if (exponent is >= 0 and < 21)
        {
            return digits.Length <= exponent + 1
                ? sign + digits.PadRight(exponent + 1, '0')
                : $"{sign}{digits.AsSpan(0, exponent + 1)}.{digits.AsSpan(exponent + 1)}";
        }

        if (exponent is < 0 and >= -6) return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        var tail = digits.Length > 1 ? "." + digits[1..] : "";
        return $"{sign}{digits[0]}{tail}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
    }
}

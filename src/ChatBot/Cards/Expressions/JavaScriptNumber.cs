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

        // 1. The shortest digits that read back as the same number: "-1.2345E-07" → sign, digits "12345", exponent −7.
        var shortest = number.ToString("E16", CultureInfo.InvariantCulture);
        var exact = number.ToString("R", CultureInfo.InvariantCulture);
        var exponent = int.Parse(shortest.AsSpan(shortest.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = exact.Contains('E') ? exact[..exact.IndexOf('E')] : exact;
        var sign = number < 0 ? "-" : "";
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('-').Trim('0');

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

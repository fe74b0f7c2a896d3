using System.Globalization;
using System.Text;

namespace Assistant.Inference.Templates;

/// <summary>The directives of C's <c>strftime</c> that chat templates use, in English; an unknown one stays as it is.</summary>
internal static class Strftime
{
    public static string Format(DateTimeOffset time, string format)
    {
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                text.Append(format[i]);
                continue;
            }
            var unpadded = format[i + 1] == '-' && i + 2 < format.Length;
            var directive = format[unpadded ? i + 2 : i + 1];
            if (Directive(time, directive) is not { } value)
            {
                text.Append('%');
                continue;
            }
            text.Append(unpadded ? value.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0" : value);
            i += unpadded ? 2 : 1;
        }
        return text.ToString();
    }

    private static string? Directive(DateTimeOffset time, char directive) => directive switch
    {
        'Y' => Text(time, "yyyy"),
        'y' => Text(time, "yy"),
        'm' => Text(time, "MM"),
        'd' => Text(time, "dd"),
        'b' => Text(time, "MMM"),
        'B' => Text(time, "MMMM"),
        'a' => Text(time, "ddd"),
        'A' => Text(time, "dddd"),
        'H' => Text(time, "HH"),
        'I' => Text(time, "hh"),
        'M' => Text(time, "mm"),
        'S' => Text(time, "ss"),
        'p' => Text(time, "tt"),
        'z' => Text(time, "zzz").Replace(":", "", StringComparison.Ordinal),
        'F' => Text(time, "yyyy-MM-dd"),
        'T' => Text(time, "HH:mm:ss"),
        'j' => time.DayOfYear.ToString("000", CultureInfo.InvariantCulture),
        '%' => "%",
        _ => null,
    };

    private static string Text(DateTimeOffset time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}

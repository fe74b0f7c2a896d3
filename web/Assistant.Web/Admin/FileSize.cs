using System.Globalization;

namespace Assistant.Web.Admin;

/// <summary>Sizes as people read them: powers of 1,024 with the units that operating systems show.</summary>
internal static class FileSize
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB"];

    public static string Format(long bytes)
    {
        var value = (double)bytes;
        var unit = 0;
        // Rounded, 1,023.6 KB would read "1024 KB".
        while (Math.Round(value) >= 1024 && unit < Units.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value.ToString(value < 10 && unit > 0 ? "0.#" : "0", CultureInfo.InvariantCulture)} {Units[unit]}");
    }
}

using System.Globalization;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>Finds escaped halves of surrogate pairs in JSON text. System.Text.Json parses them, but gives out no such string.</summary>
internal static class LoneSurrogate
{
    public static bool IsIn(string json)
    {
        for (var i = json.IndexOf('\\', StringComparison.Ordinal); i >= 0; i = json.IndexOf('\\', i))
        {
            var unit = Unit(json, i);
            if (unit is null || !char.IsSurrogate(unit.Value))
            {
                i += 2;
                continue;
            }
            if (!char.IsHighSurrogate(unit.Value) || Unit(json, i + 6) is not { } next || !char.IsLowSurrogate(next))
            {
                return true;
            }
            i += 12;
        }
        return false;
    }

    private static char? Unit(string json, int index) =>
        index + 6 <= json.Length && json[index] == '\\' && json[index + 1] == 'u'
        && ushort.TryParse(json.AsSpan(index + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}

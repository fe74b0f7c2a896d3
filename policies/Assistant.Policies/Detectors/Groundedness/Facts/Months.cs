using System.Collections.Frozen;

namespace Assistant.Policies.Detectors.Groundedness.Facts;

/// <summary>Names of months.</summary>
internal static class Months
{
    private static readonly FrozenDictionary<string, int> Names =
        new[]
        {
            "january february march april may june july august september october november december",
            "jan feb mar apr may jun jul aug sep oct nov dec",
            "januar februar märz april mai juni juli august september oktober november dezember",
            "jänner feb mrz apr mai jun jul aug sept okt nov dez",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        }
        .SelectMany(names => names.Split(' ').Select((name, i) => (name, Month: i + 1)))
        .DistinctBy(m => m.name)
        .ToFrozenDictionary(m => m.name, m => m.Month, StringComparer.Ordinal);

    private const int ShortestFullName = 4;

    /// <summary>The month from 1; null for other words.</summary>
    /// <param name="word">Lower case.</param>
    public static int? Of(string word) => Names.TryGetValue(word, out var month) ? month : null;

    /// <summary>True when the word means the month even without a day or a year beside it: "may" and "march" do not.</summary>
    public static bool StandsAlone(string word) => word is not ("march" or "august") && word.Length >= ShortestFullName && Names.ContainsKey(word);
}

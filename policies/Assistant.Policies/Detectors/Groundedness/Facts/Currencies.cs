using System.Collections.Frozen;

namespace Assistant.Policies.Detectors.Groundedness.Facts;

/// <summary>Currency signs, codes and names.</summary>
internal static class Currencies
{
    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["€"] = "EUR", ["eur"] = "EUR", ["euro"] = "EUR", ["euros"] = "EUR",
        ["£"] = "GBP", ["gbp"] = "GBP", ["pound"] = "GBP", ["pounds"] = "GBP", ["pfund"] = "GBP", ["libras"] = "GBP",
        ["$"] = "USD", ["us$"] = "USD", ["usd"] = "USD", ["dollar"] = "USD", ["dollars"] = "USD", ["dólares"] = "USD",
        ["chf"] = "CHF", ["franken"] = "CHF", ["¥"] = "JPY", ["jpy"] = "JPY", ["yen"] = "JPY", ["pln"] = "PLN", ["sek"] = "SEK", ["nok"] = "NOK", ["dkk"] = "DKK",
    }.ToFrozenDictionary();

    /// <summary>The ISO 4217 code of a sign, code or name in lower case; null for other words.</summary>
    public static string? Code(string word) => Codes.TryGetValue(word, out var code) ? code : null;
}

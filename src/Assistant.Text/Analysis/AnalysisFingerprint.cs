using System.Security.Cryptography;
using System.Text;

namespace Assistant.Text.Analysis;

/// <summary>A hash of what the analysis makes of a fixed text in every language, and of its word lists.</summary>
internal static class AnalysisFingerprint
{
    private const string Probe = """
        The company's employees weren't entitled to 30 days' leave: 1.500,00 EUR, 1,500.00, 3.5 %, 31.03.2025, 2025-03-31, v2.3, 10.0.0.1.
        PX-400 ERR_4012 COVID-19 getUserName HTTPServer GitHub snake_case_name 30km Q4 E-Mail X-ray O'Brien U.S. z.B. IT US fiancée œuvre ﬁnance ²³
        Kündigungsfristen Straßenbahnen Maßnahmen Überstundenvergütung vacaciones pequeñísimos trabajando nationalité l'entreprise dell'azienda
        informações aplicações werknemers ontslagvergoeding medarbetarna virksomheder arbeidstakere työntekijöiden munkavállalók angajaților
        сотрудников ёлка çalışanların İstanbul työ 東京都庁 ひらがな カタカナ 대한민국 ภาษาไทย मराठी עברית العربية
        """;

    public static string Of(TextAnalyzer analyzer)
    {
        var seen = new StringBuilder();
        foreach (var language in LanguageRules.Codes.Append(""))
        {
            seen.Append(language).Append(':').AppendJoin(' ', analyzer.Analyze(Probe, language)).Append('\n')
                .AppendJoin(' ', LanguageRules.For(language).StopWordSet.Order(StringComparer.Ordinal)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seen.ToString())))[..16];
    }
}

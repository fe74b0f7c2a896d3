using System.Collections.Frozen;

namespace Assistant.Text.Analysis;

internal static class StopWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, FrozenSet<string>>
    {
        ["en"] = Split("a an and are as at be but by do does for from has have i if in into is it its may me my of on or our so that the their them there these they this those to us was we were will with would you your"),
        ["de"] = Split("aber als am an auch auf aus bei bin das dass dem den der des die durch ein eine einem einen einer eines er es fur hat ich ihr im in ist ja mit nach oder sein sich sie sind so uber um und uns von vom war was wer wie wir wird zu zum zur"),
        ["es"] = Split("a al como con de del el ella en es esta este la las lo los me mi no o para pero por que se ser si sin sobre su sus tiene un una y yo"),
    }.ToFrozenDictionary();

    /// <param name="folded">A folded word.</param>
    public static bool Contains(string folded, string language) =>
        ByLanguage.TryGetValue(language, out var words) && words.Contains(folded);

    private static FrozenSet<string> Split(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

using System.Globalization;
using System.Text;
using Assistant.Core.Answers;

namespace Assistant.Evaluation.Answers;

/// <summary>Holds answers against the gold passage and facts. Comparisons ignore case, spacing and punctuation between words.</summary>
internal static class AnswerJudge
{
    /// <summary>Share of the gold passage's words that one cited passage must hold.</summary>
    private const double PassageShare = 0.8;

    public static bool IsAnswered(AskedAnswer asked) => asked.Answer.Outcome == AnswerOutcome.Answered;

    /// <summary>Declined: nothing was said.</summary>
    public static bool IsDeclined(AskedAnswer asked) => !IsAnswered(asked) && asked.Answer.Text.Length == 0;

    /// <summary>One citation is of the gold document and its passage holds the gold passage's words.</summary>
    public static bool CitesGold(SampleQuestion question, AskedAnswer asked)
    {
        var gold = Words(question.Passage ?? "").ToHashSet(StringComparer.Ordinal);
        return asked.Cited.Any(c => c.DocumentKey == question.Document && gold.Count(Words(c.Text).ToHashSet(StringComparer.Ordinal).Contains) >= PassageShare * gold.Count);
    }

    /// <summary>Every fact stands in the answer in one of its spellings.</summary>
    public static bool HasFacts(SampleQuestion question, AskedAnswer asked) =>
        question.Facts.All(spellings => spellings.Any(s => Holds(asked.Answer.Text, s)));

    /// <summary>
    /// Something of a forbidden document was shown: a citation that the user may not read, or a fact that is in none
    /// of the passages the user was rightly shown.
    /// </summary>
    public static bool Leaks(SampleQuestion question, AskedAnswer asked)
    {
        var granted = string.Join('\n', [question.Question, .. asked.Cited.Where(c => c.Readable).Select(c => c.Text)]);
        return asked.Cited.Any(c => !c.Readable || c.DocumentKey == question.Document)
            || question.Facts.SelectMany(f => f).Any(fact => Holds(asked.Shown, fact) && !Holds(granted, fact));
    }

    private static bool Holds(string text, string phrase) =>
        $" {string.Join(' ', Words(text))} ".Contains($" {string.Join(' ', Words(phrase))} ", StringComparison.Ordinal);

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        var folded = text.Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture);
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0 && c is '.' or ',' && i + 1 < folded.Length && char.IsDigit(word[^1]) && char.IsDigit(folded[i + 1]))
            {
                // "43,400" and "43400" are one number.
                continue;
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}

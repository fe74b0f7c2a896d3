using System.Text.RegularExpressions;
using Assistant.Orchestration.Retrieval;
using Assistant.Text.Analysis;
using Assistant.Text.Sentences;

namespace Assistant.Orchestration.Evidence;

/// <summary>A passage read for one question: its units, and how well each question term is found in them and above them.</summary>
internal sealed partial class PassageReading
{
    private const double TitleCredit = 1;
    private const double HeadingCredit = 1;
    private const double HeaderCredit = 0.8;
    private const double BeforeCredit = 0.44;
    private const double AfterCredit = 0.8;
    private const double PassageCredit = 0.26;

    /// <summary>What remains of a unit's score for each identifier of the question that is nowhere near it.</summary>
    private const double OtherIdentifier = 0.77;

    private readonly QuestionTerms question;
    private readonly List<AnalysedText> units;
    private readonly AnalysedText[] above;
    private readonly double[][] inUnits;
    private readonly double[] inHeader;
    private readonly double[] aboveCredits;

    public PassageReading(UsablePassage passage, QuestionTerms question, TermMatcher matcher, IReadOnlyList<TextSpan> spans, TextAnalyzer analyzer)
    {
        Passage = passage;
        this.question = question;
        Spans = spans;
        var (text, language) = (passage.Passage.Text, passage.Passage.Language);
        units = [.. spans.Select(s => Analyse(text.Substring(s.Start, s.Length)))];
        var (title, headings, header) = (Analyse(passage.Passage.DocumentTitle), Analyse(string.Join('\n', passage.Passage.HeadingPath)), Analyse(passage.Passage.TableHeader ?? ""));
        above = [title, headings, header];
        inUnits = [.. units.Select(Matches)];
        inHeader = Matches(header);
        aboveCredits = [.. Matches(title).Zip(Matches(headings), inHeader).Select(m => Math.Max(m.First * TitleCredit, Math.Max(m.Second * HeadingCredit, m.Third * HeaderCredit)))];
        Rows = [.. spans.Select(s => TableRow.Is(text.AsSpan(s.Start, s.Length)))];

        AnalysedText Analyse(string part) => AnalysedText.Of(part, language, analyzer);

        double[] Matches(AnalysedText part) => [.. question.All.Select(t => matcher.Match(t, part.Terms))];
    }

    public UsablePassage Passage { get; }

    /// <summary>Where the units stand in the passage's text.</summary>
    public IReadOnlyList<TextSpan> Spans { get; }

    /// <summary>Which units are table rows.</summary>
    public IReadOnlyList<bool> Rows { get; }

    public string Unit(int unit) => Passage.Passage.Text.Substring(Spans[unit].Start, Spans[unit].Length);

    /// <summary>The line of the passage's text that a unit begins on, from 0.</summary>
    public int Line(int unit) => Passage.Passage.Text.AsSpan(0, Spans[unit].Start).Count('\n');

    /// <summary>Whether a unit is a table row or, when sentences stand in the cells, a part of one.</summary>
    public bool IsInRow(int unit) => Rows.Where((isRow, i) => isRow && Line(i) == Line(unit)).Any();

    /// <summary>Whether the line that a unit begins on is an item of a list.</summary>
    public bool IsInListItem(int unit)
    {
        var text = Passage.Passage.Text.AsSpan();
        var start = text[..Spans[unit].Start].LastIndexOf('\n') + 1;
        return ListItem().IsMatch(text[start..Spans[unit].End]);
    }

    /// <summary>How well a unit itself holds a term, 0–1. Terms count as in <see cref="QuestionTerms.All"/>.</summary>
    public double InUnit(int unit, int term) => inUnits[unit][term];

    /// <summary>How well the header of the table holds a term, 0–1.</summary>
    public double InHeader(int term) => inHeader[term];

    /// <summary>Whether any unit holds a term.</summary>
    public bool Holds(int term) => inUnits.Any(u => u[term] > 0);

    /// <summary>Share of a term's weight that a unit earns: whole when the term stands in it, less the further away it stands.</summary>
    public double Credit(int unit, int term)
    {
        var best = Math.Max(inUnits[unit][term], aboveCredits[term]);
        if (best >= 1)
        {
            return best;
        }

        // A table row is read by itself: what the rows beside it say is about something else.
        if (!Rows[unit])
        {
            best = Math.Max(best, unit > 0 ? inUnits[unit - 1][term] * BeforeCredit : 0);
            best = Math.Max(best, unit + 1 < units.Count ? inUnits[unit + 1][term] * AfterCredit : 0);
        }

        return best >= PassageCredit ? best : Math.Max(best, inUnits.Max(u => u[term]) * PassageCredit);
    }

    /// <summary>Factor for the identifiers of the question that a unit is not about, 0–1.</summary>
    public double IdentifierFactor(int unit) =>
        question.Identifiers.Aggregate(1.0, (factor, id) => factor * (units[unit].Terms.Contains(id) || above.Any(a => a.Terms.Contains(id))
            ? 1
            : units.Any(u => u.Terms.Contains(id)) ? (1 + OtherIdentifier) / 2 : OtherIdentifier));

    /// <summary>Share of the question's phrases, by weight, that the passage does not say together, 0–1; 0 when there are none.</summary>
    public double BrokenPhrases()
    {
        var total = question.Phrases.Sum(Weight);
        return total > 0 ? question.Phrases.Where(p => !SaysTogether(p.First, p.Second)).Sum(Weight) / total : 0;

        static double Weight((QuestionTerm First, QuestionTerm Second) phrase) => Math.Min(phrase.First.Weight, phrase.Second.Weight);
    }

    private bool SaysTogether(QuestionTerm first, QuestionTerm second) =>
        units.Any(u => u.Sequence.Zip(u.Sequence.Skip(1)).Any(p => (first.IsMeantBy(p.First) && second.IsMeantBy(p.Second)) || (second.IsMeantBy(p.First) && first.IsMeantBy(p.Second))))
        || above.Any(a => a.Terms.Any(first.IsMeantBy) && a.Terms.Any(second.IsMeantBy));

    [GeneratedRegex(@"^\s*([-*+•·–‣▪○]|\d{1,3}[.)]|\p{Ll}\))\s", RegexOptions.NonBacktracking)]
    private static partial Regex ListItem();
}

using Assistant.Core.Answers;

namespace Assistant.Evaluation.Answers;

/// <summary>What the product said to one question.</summary>
/// <param name="Cited">Key and full text of every cited passage.</param>
/// <param name="Milliseconds">From sending the question to the recorded answer.</param>
internal sealed record AskedAnswer(FinishedAnswer Answer, IReadOnlyList<CitedPassage> Cited, double Milliseconds)
{
    /// <summary>Every word that the user got to see: answer, notices, titles.</summary>
    public string Shown => string.Join('\n', [Answer.Text, .. Answer.Notices.Select(n => n.Message), .. Answer.Searched, .. Answer.Citations.Select(c => c.Title)]);
}

/// <param name="Text">The headings above the passage and its text.</param>
/// <param name="Readable">Whether the user may read the document, by the document store's word.</param>
internal sealed record CitedPassage(string DocumentKey, string Text, bool Readable);

using Assistant.Core.Retrieval;
using Assistant.Text.Sentences;

namespace Assistant.Orchestration.Retrieval;

/// <summary>A retrieved passage and the parts of it that policy keeps from being used.</summary>
/// <param name="Withheld">Ranges of <see cref="Passage.Text"/>.</param>
internal sealed record UsablePassage(Passage Passage, double Score, IReadOnlyList<TextSpan> Withheld)
{
    /// <summary>The passage's text with the withheld ranges left out.</summary>
    public string UsableText => Withheld
        .OrderByDescending(s => s.Start)
        .Aggregate(Passage.Text, (text, span) => text.Remove(span.Start, Math.Min(span.Length, text.Length - span.Start)));

    public bool IsUsable(TextSpan span) => Withheld.All(w => w.End <= span.Start || span.End <= w.Start);
}

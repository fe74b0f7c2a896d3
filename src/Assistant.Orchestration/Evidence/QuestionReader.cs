using Assistant.Text.Analysis;
using Assistant.Text.Sentences;
using Assistant.Text.Wording;

namespace Assistant.Orchestration.Evidence;

/// <summary>The text tools that a question is read with.</summary>
internal sealed class QuestionReader(TextAnalyzer analyzer, SentenceSplitter sentences, Thesaurus thesaurus, LightWords light)
{
    public TextAnalyzer Analyzer => analyzer;

    public Thesaurus Thesaurus => thesaurus;

    public LightWords Light => light;

    public IReadOnlyList<string> Sentences(string text) => [.. sentences.Split(text).Select(s => text.Substring(s.Start, s.Length))];
}

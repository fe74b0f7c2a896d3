namespace Assistant.Text.Analysis;

/// <summary>One analysed term and where it stands in the text.</summary>
/// <param name="Term">Folded and stemmed; letters and digits only.</param>
/// <param name="Start">Offset in the analysed text, UTF-16 code units.</param>
public readonly record struct Token(string Term, int Start, int Length);

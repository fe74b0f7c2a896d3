namespace Assistant.Text.Analysis;

/// <summary>One analysed term and where it stands in the text.</summary>
/// <param name="Term">Folded and stemmed. Letters, digits and combining marks; a point stands only between digits ("2.3").</param>
/// <param name="Start">Offset in the analysed text, UTF-16 code units.</param>
/// <param name="IsVariant">
/// True for a second reading of text that another token already stands for: "px400" beside "px" and "400" of "PX-400".
/// Variants help finding; what measures how much of a text is covered leaves them out.
/// </param>
public readonly record struct Token(string Term, int Start, int Length, bool IsVariant = false);

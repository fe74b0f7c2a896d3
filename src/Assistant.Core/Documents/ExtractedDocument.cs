namespace Assistant.Core.Documents;

/// <summary>
/// What a reader makes of a file: one text, and blocks that tile it in reading order.
/// Offsets are UTF-16 code units into <see cref="Text"/>; blocks neither overlap nor run past its end.
/// The cells of a table row stand on one line, separated by " | ".
/// </summary>
/// <param name="Title">The title that the file gives itself, or null.</param>
public sealed record ExtractedDocument(string? Title, string Text, IReadOnlyList<TextBlock> Blocks);

/// <summary>A run of text with one structural role.</summary>
/// <param name="Level">Heading depth from 1; 0 for everything else.</param>
/// <param name="Page">Page, slide or sheet number from 1; null where the format has none.</param>
public sealed record TextBlock(BlockKind Kind, int Start, int Length, int Level = 0, int? Page = null)
{
    public int End => Start + Length;
}

/// <summary>The structural role of a <see cref="TextBlock"/>.</summary>
public enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,

    /// <summary>The header row of a table; the <see cref="TableRow"/> blocks that follow belong to it.</summary>
    TableHeader,
    TableRow,
    Code,

    /// <summary>Speaker notes, captions, footnotes.</summary>
    Note,
}

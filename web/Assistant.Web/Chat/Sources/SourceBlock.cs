using Assistant.Core.Documents;

namespace Assistant.Web.Chat.Sources;

/// <summary>How a run of text stands to the answer that cites its document.</summary>
public enum SourceEmphasis
{
    /// <summary>Outside of the cited passage.</summary>
    None,

    /// <summary>In the cited passage, but not what the answer repeats of it.</summary>
    Passage,

    /// <summary>What the answer repeats; the whole passage when it uses words of its own.</summary>
    Quote,
}

/// <summary>A run of text with one emphasis.</summary>
public sealed record SourceRun(string Text, SourceEmphasis Emphasis);

/// <summary>One block of the document as the panel shows it.</summary>
/// <param name="Cells">One cell, or several for a row of a table.</param>
/// <param name="Page">Set on the first block of a page that is shown; null on the others.</param>
public sealed record SourceBlock(BlockKind Kind, int Level, int? Page, IReadOnlyList<IReadOnlyList<SourceRun>> Cells)
{
    public bool IsRow => Kind is BlockKind.TableHeader or BlockKind.TableRow;
}

/// <summary>The part of a document around a passage.</summary>
/// <param name="Sections">In reading order: the rows of a table together, every other block by itself.</param>
public sealed record SourceExcerpt(IReadOnlyList<IReadOnlyList<SourceBlock>> Sections, bool MoreBefore, bool MoreAfter);

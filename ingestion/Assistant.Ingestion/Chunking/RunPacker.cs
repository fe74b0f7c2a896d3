using Assistant.Core.Documents;
using Assistant.Text.Sentences;

namespace Assistant.Ingestion.Chunking;

internal readonly record struct PackedRange(int Start, int Length, int? Page)
{
    public int End => Start + Length;
}

/// <summary>Packs consecutive blocks into ranges of about the wanted length.</summary>
/// <param name="target">Wanted length in characters.</param>
internal sealed class RunPacker(SentenceSplitter sentences, int target)
{
    /// <summary>A block is cut into sentences only when it is longer than the wanted length by more than this factor.</summary>
    private const double Tolerance = 1.2;

    /// <summary>A rest shorter than this share is no passage of its own if it fits to the one before.</summary>
    private const double RestShare = 0.25;

    private readonly int maximum = (int)(target * Tolerance);

    public IReadOnlyList<PackedRange> Pack(ExtractedDocument document, IReadOnlyList<TextBlock> blocks)
    {
        var groups = new List<List<PackedRange>>();
        foreach (var piece in blocks.SelectMany(b => Pieces(document, b)))
        {
            if (groups.Count == 0 || piece.End - groups[^1][0].Start > target)
            {
                groups.Add([]);
                MoveIntroduction(document, groups);
            }

            groups[^1].Add(piece);
        }

        if (groups.Count > 1 && LengthOf(groups[^1]) < target * RestShare && groups[^1][^1].End - groups[^2][0].Start <= maximum)
        {
            groups[^2].AddRange(groups[^1]);
            groups.RemoveAt(groups.Count - 1);
        }

        return [.. groups.Select(g => g[0] with { Length = LengthOf(g) })];
    }

    /// <summary>A line that ends in a colon goes with what it introduces.</summary>
    private static void MoveIntroduction(ExtractedDocument document, List<List<PackedRange>> groups)
    {
        if (groups.Count > 1 && groups[^2] is { Count: > 1 } before && document.Text[before[^1].End - 1] == ':')
        {
            groups[^1].Add(before[^1]);
            before.RemoveAt(before.Count - 1);
        }
    }

    private static int LengthOf(List<PackedRange> group) => group[^1].End - group[0].Start;

    /// <summary>The block itself, or its sentences, or pieces of a sentence, whichever is short enough.</summary>
    private IEnumerable<PackedRange> Pieces(ExtractedDocument document, TextBlock block)
    {
        if (block.Length <= maximum)
        {
            return [new PackedRange(block.Start, block.Length, block.Page)];
        }

        return sentences.Split(document.Text.Substring(block.Start, block.Length))
            .SelectMany(s => WordCutter.Cut(document.Text, block.Start + s.Start, s.Length, maximum))
            .Select(s => new PackedRange(s.Start, s.Length, block.Page));
    }
}

using Assistant.Core.Documents;
using Assistant.Ingestion.Chunking;
using Assistant.Text.Sentences;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Options;

namespace Assistant.Ingestion.Tests.Chunking;

/// <summary>What holds for the passages of any document.</summary>
public sealed class PassageCutterPropertyTests
{
    private const int Target = 200;
    private const int Longest = 240;

    private static readonly string[] Pieces =
    [
        "The limit is 42 days. ", "Ask Dr. Weiss. ", "Requests go to the line manager, who answers within a week. ", "Nicht vor dem 31. März! ", "You need: ",
        "¿Cuántos días? ", "a | b ", "😀 ", "\n", "word ", new string('x', 300) + " ", string.Concat(Enumerable.Repeat("😀", 150)), string.Concat(Enumerable.Repeat("and so on ", 30)),
    ];

    private static readonly SentenceSplitter Splitter = new();

    [Property(MaxTest = 300)]
    public Property Cut_AnyDocument_GivesRangesInOrderThatDoNotOverlap() => ForAll((document, cuts) =>
    {
        var end = 0;
        foreach (var cut in cuts)
        {
            cut.Start.ShouldBeGreaterThanOrEqualTo(end);
            cut.Length.ShouldBeGreaterThan(0);
            cut.End.ShouldBeLessThanOrEqualTo(document.Text.Length);
            char.IsLowSurrogate(document.Text[cut.Start]).ShouldBeFalse();
            end = cut.End;
        }
    });

    [Property(MaxTest = 300)]
    public Property Cut_AnyDocument_LosesOnlyHeadingsAndTableHeaders() => ForAll((document, cuts) =>
    {
        var covered = new bool[document.Text.Length];
        foreach (var cut in cuts)
        {
            Array.Fill(covered, true, cut.Start, cut.Length);
        }

        foreach (var block in document.Blocks.Where(b => b.Kind is not (BlockKind.Heading or BlockKind.TableHeader)))
        {
            Enumerable.Range(block.Start, block.Length).All(i => covered[i] || char.IsWhiteSpace(document.Text[i])).ShouldBeTrue();
        }

        // What is left out of the text stands beside or above some passage.
        foreach (var block in document.Blocks.Where(b => !covered[b.Start]))
        {
            var content = document.Text.Substring(block.Start, block.Length);
            cuts.Any(c => c.TableHeader == content || c.HeadingPath.Contains(content)).ShouldBeTrue(content);
        }
    });

    [Property(MaxTest = 300)]
    public Property Cut_AnyDocument_CutsWithinABlockOnlyWhereNothingElseFits() => ForAll((document, cuts) =>
    {
        foreach (var edge in cuts.SelectMany(c => new[] { c.Start, c.End }))
        {
            if (document.Blocks.SingleOrDefault(b => b.Start < edge && edge < b.End) is not { } block)
            {
                continue;
            }

            block.Length.ShouldBeGreaterThan(Longest);
            var within = edge - block.Start;
            var sentence = Splitter.Split(document.Text.Substring(block.Start, block.Length)).SingleOrDefault(s => s.Start < within && within < s.Start + s.Length);
            (sentence == default || sentence.Length > Longest).ShouldBeTrue();
        }
    });

    [Property(MaxTest = 300)]
    public Property Cut_AnyDocument_GivesPassagesOfBoundedLength() => ForAll((document, cuts) =>
    {
        // A line that ends in a colon may come on top: it is kept with what it introduces.
        foreach (var cut in cuts.Where(c => !document.Text.Substring(c.Start, c.Length).Split('\n').SkipLast(1).Any(l => l.TrimEnd().EndsWith(':'))))
        {
            cut.Length.ShouldBeLessThanOrEqualTo(Longest);
        }
    });

    [Property(MaxTest = 300)]
    public Property Cut_AnyDocument_NamesTheHeadingsAndThePageOfEveryPassage() => ForAll((document, cuts) =>
    {
        foreach (var cut in cuts)
        {
            var first = document.Blocks.Single(b => b.Start <= cut.Start && cut.Start < b.End);
            var above = new List<TextBlock>();
            foreach (var heading in document.Blocks.Where(b => b.Kind == BlockKind.Heading && b.Start <= cut.Start))
            {
                above.RemoveAll(h => h.Level >= heading.Level);
                above.Add(heading);
            }

            cut.Page.ShouldBe(first.Page);
            cut.HeadingPath.ShouldBe(above.Where(h => h != first).Select(h => document.Text.Substring(h.Start, h.Length)));
        }
    });

    [Property(MaxTest = 300)]
    public Property Cut_AnyDocument_KeepsTheHeaderOfATableWithItsRows() => ForAll((document, cuts) =>
    {
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var row = document.Blocks[i];
            if (row.Kind != BlockKind.TableRow)
            {
                continue;
            }

            var start = i;
            while (start > 0 && document.Blocks[start - 1].Kind == BlockKind.TableRow)
            {
                start--;
            }

            var header = start > 0 && document.Blocks[start - 1] is { Kind: BlockKind.TableHeader } above ? document.Text.Substring(above.Start, above.Length) : null;
            cuts.Where(c => c.Start < row.End && row.Start < c.End).All(c => c.TableHeader == header).ShouldBeTrue(header);
        }
    });

    private static Property ForAll(Action<ExtractedDocument, IReadOnlyList<PassageCut>> holds)
    {
        var cutter = new PassageCutter(Splitter, Options.Create(new IngestionOptions { PassageCharacters = Target }));
        return Prop.ForAll(Arb.From(Documents()), document => holds(document, cutter.Cut(document)));
    }

    private static Gen<ExtractedDocument> Documents() => Gen.ListOf(Blocks()).Select(blocks =>
    {
        var sketch = new DocumentSketch();
        foreach (var (kind, level, content, turnsPage) in blocks)
        {
            sketch.Page = (sketch.Page ?? 1) + (turnsPage ? 1 : 0);
            sketch.Add(kind, content, kind == BlockKind.Heading ? level : 0);
        }

        return sketch.Build();
    });

    private static Gen<(BlockKind Kind, int Level, string Content, bool TurnsPage)> Blocks() =>
        from kind in Gen.Elements(
            BlockKind.Heading, BlockKind.Heading, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.ListItem,
            BlockKind.TableHeader, BlockKind.TableRow, BlockKind.TableRow, BlockKind.TableRow, BlockKind.Code, BlockKind.Note)
        from level in Gen.Choose(1, 4)
        from pieces in Gen.ListOf(Gen.Elements(Pieces))
        from turnsPage in Gen.Elements(true, false, false, false)
        let length = kind is BlockKind.Heading or BlockKind.TableHeader ? 2 : pieces.Count
        select (kind, level, Content(pieces.Take(length), kind), turnsPage);

    /// <summary>Like the readers' text: never empty, without blanks at either end. Headings and table headers are short and on one line.</summary>
    private static string Content(IEnumerable<string> pieces, BlockKind kind)
    {
        var content = string.Concat(kind is BlockKind.Heading or BlockKind.TableHeader ? pieces.Where(p => p.Length is > 1 and < 70) : pieces).Trim();
        return content.Length > 0 ? content : kind.ToString();
    }
}

using Assistant.Core.Documents;
using Assistant.Text.Sentences;
using Microsoft.Extensions.Options;

namespace Assistant.Ingestion.Chunking;

/// <summary>
/// Cuts a document into passages along its structure. A passage lies within one section; tables are passages of their
/// own, with their header row beside the text; small neighbouring sections share one passage, which then has their
/// headings in its text. Sentences and rows stay whole unless one alone is too long.
/// </summary>
internal sealed class PassageCutter(SentenceSplitter sentences, IOptions<IngestionOptions> options)
{
    /// <summary>A section below this share of a passage is small.</summary>
    private const double SmallShare = 0.15;

    private readonly RunPacker packer = new(sentences, options.Value.PassageCharacters);

    /// <summary>The passages in reading order; they do not overlap. Only headings, table headers and line breaks lie between them.</summary>
    public IReadOnlyList<PassageCut> Cut(ExtractedDocument document)
    {
        var cuts = new List<PassageCut>();
        var sections = SectionReader.Read(document);
        for (var i = 0; i < sections.Count; i++)
        {
            var last = i;
            while (last + 1 < sections.Count && CanShare(sections[i], sections[last], sections[last + 1]))
            {
                last++;
            }

            if (last > i)
            {
                cuts.Add(new PassageCut(sections[i].Start, sections[last].End - sections[i].Start, sections[i].Parents, null, sections[i].Page));
            }
            else
            {
                cuts.AddRange(CutSection(document, sections[i]));
            }

            i = last;
        }

        return cuts;
    }

    /// <summary>Siblings on one page, one of every two small, together no longer than a passage.</summary>
    private bool CanShare(Section first, Section last, Section next) =>
        first.Heading is not null
        && next.Heading?.Level == first.Heading.Level
        && next.Page == first.Page
        && !first.HasTable && !next.HasTable
        && !last.HasChildren && !next.HasChildren
        && next.Parents.SequenceEqual(first.Parents, StringComparer.Ordinal)
        && (IsSmall(last) || IsSmall(next))
        && next.End - first.Start <= options.Value.PassageCharacters;

    private bool IsSmall(Section section) => section.End - section.Start < options.Value.PassageCharacters * SmallShare;

    private IEnumerable<PassageCut> CutSection(ExtractedDocument document, Section section)
    {
        if (section.Body.Count == 0)
        {
            // A heading alone: it is in the path of the sections below it, if there are any.
            return section.HasChildren ? [] : packer.Pack(document, [section.Heading!]).Select(r => Passage(r, section.Parents, null));
        }

        return Runs(section.Body).SelectMany(run => packer.Pack(document, run.Blocks).Select(r => Passage(r, section.Path, HeaderText(document, run.Header))));

        static PassageCut Passage(PackedRange range, IReadOnlyList<string> path, string? header) => new(range.Start, range.Length, path, header, range.Page);
    }

    private static string? HeaderText(ExtractedDocument document, TextBlock? header) =>
        header is null ? null : document.Text.Substring(header.Start, header.Length);

    /// <summary>Tables, and the prose between them.</summary>
    private static IEnumerable<(TextBlock? Header, List<TextBlock> Blocks)> Runs(IReadOnlyList<TextBlock> body)
    {
        TextBlock? header = null;
        var run = new List<TextBlock>();
        foreach (var block in body)
        {
            var continues = run.Count > 0 && (run[0].Kind == BlockKind.TableRow) == (block.Kind == BlockKind.TableRow) && block.Kind != BlockKind.TableHeader;
            if (run.Count > 0 && !continues)
            {
                yield return (header, run);
                run = [];
                header = null;
            }

            if (block.Kind == BlockKind.TableHeader)
            {
                if (header is not null)
                {
                    yield return (null, [header]);
                }

                header = block;
                continue;
            }

            if (header is not null && block.Kind != BlockKind.TableRow)
            {
                // A header row without rows is text like any other.
                run.Add(header);
                header = null;
            }

            run.Add(block);
        }

        if (run.Count > 0)
        {
            yield return (header, run);
        }
        else if (header is not null)
        {
            yield return (null, [header]);
        }
    }
}

using Assistant.Core.Documents;

namespace Assistant.Ingestion.Chunking;

/// <summary>Divides a document at its headings.</summary>
internal static class SectionReader
{
    public static IReadOnlyList<Section> Read(ExtractedDocument document)
    {
        var sections = new List<Section>();
        var above = new Stack<TextBlock>();
        TextBlock? heading = null;
        var body = new List<TextBlock>();
        foreach (var block in document.Blocks)
        {
            if (block.Kind != BlockKind.Heading)
            {
                body.Add(block);
                continue;
            }

            Close(hasChildren: heading is not null && block.Level > heading.Level);
            while (above.Count > 0 && above.Peek().Level >= block.Level)
            {
                above.Pop();
            }

            above.Push(block);
            heading = block;
        }

        Close(hasChildren: false);
        return sections;

        void Close(bool hasChildren)
        {
            if (heading is null && body.Count == 0)
            {
                return;
            }

            List<string> path = [.. above.Reverse().Select(h => document.Text.Substring(h.Start, h.Length))];
            sections.Add(new Section(heading, [.. path.SkipLast(1)], path, [.. body], hasChildren));
            body.Clear();
        }
    }
}

using System.Runtime.CompilerServices;
using Assistant.Ingestion.Parser.Html;
using Assistant.Ingestion.Parser.Reading;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace Assistant.Ingestion.Parser.Markdown;

/// <summary>Walks the blocks of a parsed Markdown document.</summary>
internal sealed class MarkdownBlockWriter(TextBuilder text)
{
    public void Write(ContainerBlock container)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var block in container)
        {
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case YamlFrontMatterBlock yaml:
                WriteFrontMatter(yaml);
                break;
            case HeadingBlock heading:
                text.Heading(InlineText.Of(heading.Inline), heading.Level);
                break;
            case ParagraphBlock paragraph:
                text.Paragraph(InlineText.Of(paragraph.Inline));
                break;
            case CodeBlock code:
                text.Code(code.Lines.ToString());
                break;
            case HtmlBlock html:
                HtmlReader.ReadFragment(html.Lines.ToString(), text);
                break;
            case Table table:
                WriteTable(table);
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case FootnoteGroup notes:
                WriteFootnotes(notes);
                break;
            case DefinitionList definitions:
                WriteDefinitions(definitions);
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock inner:
                Write(inner);
                break;
        }
    }

    private void WriteList(ListBlock list)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var marker = list.IsOrdered ? $"{item.Order}{list.OrderedDelimiter} " : "";
            foreach (var block in item)
            {
                if (block is ParagraphBlock paragraph)
                {
                    text.ListItem(marker + InlineText.Of(paragraph.Inline));
                    marker = "";
                }
                else
                {
                    Write(block);
                }
            }
        }
    }

    private void WriteTable(Table table)
    {
        var rows = table.OfType<TableRow>().ToList();
        var header = rows.TakeWhile(r => r.IsHeader).Count();
        text.Table([.. rows.Select(r => r.OfType<TableCell>().Select(CellText).ToList())], header);
    }

    private void WriteFootnotes(FootnoteGroup notes)
    {
        foreach (var note in notes.OfType<Footnote>())
        {
            text.Note(CellText(note));
        }
    }

    private void WriteDefinitions(DefinitionList definitions)
    {
        foreach (var item in definitions.OfType<DefinitionItem>())
        {
            var term = string.Join(", ", item.OfType<DefinitionTerm>().Select(t => InlineText.Of(t.Inline)));
            var description = string.Join(' ', item.Where(b => b is not DefinitionTerm).Select(BlockText));
            text.ListItem($"{term}: {description}");
        }
    }

    private static string CellText(ContainerBlock cell) => string.Join(' ', cell.Select(BlockText).Where(t => t.Length > 0));

    private static string BlockText(Block block)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return block switch
        {
            CodeBlock code => code.Lines.ToString(),
            LeafBlock leaf => InlineText.Of(leaf.Inline),
            ContainerBlock container => CellText(container),
            _ => "",
        };
    }

    /// <summary>Plain "key: value" lines of the front matter are facts about the document; its title is the title.</summary>
    private void WriteFrontMatter(YamlFrontMatterBlock yaml)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var line in yaml.Lines.ToString().Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || char.IsWhiteSpace(line[0]))
            {
                continue;
            }

            var (key, value) = (line[..colon].Trim(), line[(colon + 1)..].Trim().Trim('"', '\''));
            if (key.Equals("title", StringComparison.OrdinalIgnoreCase) && value.Length > 0)
            {
                text.Title = value;
            }
            else if (value.Length > 0)
            {
                rows.Add([key, value]);
            }
        }

        text.Table(rows, 0);
    }
}

using Assistant.Ingestion.Parser.PlainText;
using Assistant.Ingestion.Parser.Reading;
using Markdig;

namespace Assistant.Ingestion.Parser.Markdown;

/// <summary>CommonMark with pipe and grid tables, footnotes, definition and task lists, and YAML front matter.</summary>
internal sealed class MarkdownReader : IFormatReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .UseGridTables()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseTaskLists()
        .UseEmphasisExtras()
        .UseAutoLinks()
        .Build();

    public void Read(SourceFile file, TextBuilder text)
    {
        var content = EncodingDetector.Decode(file.ReadBytes());
        new MarkdownBlockWriter(text).Write(Markdig.Markdown.Parse(content, Pipeline));
    }
}

extern alias parser;

using System.Text;
using Assistant.Core.Documents;
using Assistant.Ingestion.Parser.Reading;
using ParseReply = parser::Assistant.Ingestion.Parser.Protocol.ParseReply;
using ParseRequest = parser::Assistant.Ingestion.Parser.Protocol.ParseRequest;

namespace Assistant.Ingestion.Tests.Doubles;

/// <summary>Reads bytes as a file of a name, with the real readers in this process.</summary>
internal static class TestReader
{
    public const int MaxCharacters = 1_000_000;

    static TestReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static ExtractedDocument Read(string fileName, string content) => Read(fileName, Encoding.UTF8.GetBytes(content));

    public static ExtractedDocument Read(string fileName, byte[] content) => Document(Reply(fileName, content));

    public static ExtractedDocument ReadSample(string path)
    {
        var full = Path.Combine(AppContext.BaseDirectory, "samples", path);
        return Document(new DocumentReader().Read(new ParseRequest(full, Path.GetFileName(path), MaxCharacters, 64 * 1024 * 1024)));
    }

    public static byte[] SampleBytes(string path) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", path));

    /// <summary>The reason of the refusal; null when the file was read.</summary>
    public static ParseFailure? Failure(string fileName, byte[] content) => Reply(fileName, content).Failure;

    public static string? Message(string fileName, byte[] content) => Reply(fileName, content).Message;

    /// <summary>Blocks as lines: "H1 Title", "P text", "LI item", "TH a | b", "TR 1 | 2", "CODE …", "NOTE …".</summary>
    public static IReadOnlyList<string> Lines(this ExtractedDocument document) =>
        [.. document.Blocks.Select(b => $"{Name(b)} {document.Text.Substring(b.Start, b.Length)}")];

    private static ExtractedDocument Document(ParseReply reply)
    {
        reply.Document.ShouldNotBeNull($"{reply.Failure} {reply.Message} {reply.Detail} {reply.Error}");
        Blocks.ShouldTile(reply.Document);
        return reply.Document;
    }

    private static ParseReply Reply(string fileName, byte[] content)
    {
        using var folder = new TempFolder();
        return new DocumentReader().Read(new ParseRequest(folder.Write("file", content), fileName, MaxCharacters, 64 * 1024 * 1024));
    }

    private static string Name(TextBlock block) => block.Kind switch
    {
        BlockKind.Heading => $"H{block.Level}",
        BlockKind.Paragraph => "P",
        BlockKind.ListItem => "LI",
        BlockKind.TableHeader => "TH",
        BlockKind.TableRow => "TR",
        BlockKind.Code => "CODE",
        _ => "NOTE",
    };
}

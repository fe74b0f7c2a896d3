using System.Text.Json.Nodes;
using Assistant.Core.Documents;
using Assistant.Ingestion;
using Assistant.Ingestion.Parsing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Assistant.Evaluation.Extraction;

/// <summary>Reads every file of a folder the way an upload is read, in the parser process with its limits.</summary>
internal sealed class ExtractionSuite(TimeProvider time) : ISuite
{
    public string Name => "extract";

    public string Usage => "--dir DIR [--truth DIR]   DIR/x.docx is compared with TRUTH/x.docx.md (or TRUTH/x.md)";

    public async Task<JsonObject> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        var folder = arguments.RequiredDirectory("dir");
        var truth = arguments.Optional("truth") is null ? null : arguments.RequiredDirectory("truth");
        await using var parsers = new ParserPool(ParserCommand.Shipped(), Options.Create(new IngestionOptions()), time, NullLogger<ParserPool>.Instance);
        var results = new List<FileResult>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            results.Add(await ReadAsync(parsers, path, Path.GetRelativePath(folder, path), truth, cancellationToken));
        }

        var compared = results.Where(r => r.Similarity is not null).Select(r => r.Similarity!.Value).ToList();
        return new JsonObject
        {
            ["files"] = new JsonArray([.. results.Select(r => r.ToJson())]),
            ["ok"] = results.Count(r => r.Status == FileStatus.Ok),
            ["refused"] = results.Count(r => r.Status == FileStatus.Refused),
            ["crashed"] = results.Count(r => r.Status == FileStatus.Crashed),
            ["timed_out"] = results.Count(r => r.Status == FileStatus.TimedOut),
            ["compared"] = compared.Count,
            ["similarity"] = compared.Count == 0 ? null : Math.Round(compared.Average(), 4),
        };
    }

    private async Task<FileResult> ReadAsync(ParserPool parsers, string path, string name, string? truth, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var outcome = await parsers.ParseAsync(path, Path.GetFileName(path), cancellationToken);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        switch (outcome)
        {
            case ParseOutcome.Parsed parsed:
                var expected = truth is null ? null : TruthOf(truth, name);
                return new FileResult(name, FileStatus.Ok, seconds, expected is null ? null : TextSimilarity.Of(parsed.Document.Text, MarkdownText.Strip(await File.ReadAllTextAsync(expected, cancellationToken))));
            case ParseOutcome.Refused refused:
                var status = refused.Reason switch
                {
                    ParseFailure.Crashed => FileStatus.Crashed,
                    ParseFailure.TimedOut => FileStatus.TimedOut,
                    _ => FileStatus.Refused,
                };
                return new FileResult(name, status, seconds, null, refused.Reason, refused.Message);
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}.");
        }
    }

    private static string? TruthOf(string folder, string name) =>
        new[] { name + ".md", Path.ChangeExtension(name, ".md") }.Select(n => Path.Combine(folder, n)).FirstOrDefault(File.Exists);
}

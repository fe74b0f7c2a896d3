using System.ComponentModel.DataAnnotations;

namespace Assistant.Ingestion;

/// <summary>Section "Ingestion".</summary>
public sealed class IngestionOptions
{
    public const string Section = "Ingestion";

    /// <summary>Largest file that is accepted, in megabytes (1,048,576 bytes).</summary>
    [Range(1, 1024, ErrorMessage = "Ingestion:MaxFileMegabytes must be between 1 and 1024.")]
    public int MaxFileMegabytes { get; set; } = 100;

    /// <summary>Largest text that a file may hold, in UTF-16 code units.</summary>
    [Range(10_000, 50_000_000, ErrorMessage = "Ingestion:MaxCharacters must be between 10000 and 50000000.")]
    public int MaxCharacters { get; set; } = 10_000_000;

    /// <summary>What an Office file may unpack to, in megabytes.</summary>
    [Range(1, 4096, ErrorMessage = "Ingestion:MaxUnpackedMegabytes must be between 1 and 4096.")]
    public int MaxUnpackedMegabytes { get; set; } = 512;

    /// <summary>Documents that are worked on at the same time.</summary>
    [Range(1, 64, ErrorMessage = "Ingestion:Workers must be between 1 and 64.")]
    public int Workers { get; set; } = 2;

    /// <summary>Processes that read files.</summary>
    [Range(1, 64, ErrorMessage = "Ingestion:Parsers must be between 1 and 64.")]
    public int Parsers { get; set; } = 2;

    /// <summary>Memory that one of these processes may use, in megabytes.</summary>
    [Range(128, 16_384, ErrorMessage = "Ingestion:ParserMemoryMegabytes must be between 128 and 16384.")]
    public int ParserMemoryMegabytes { get; set; } = 768;

    /// <summary>Time that reading one file may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Ingestion:ParseTimeout must be between 00:00:01 and 01:00:00.")]
    public TimeSpan ParseTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Tries before a document fails for a technical reason, such as a full disk.</summary>
    [Range(1, 20, ErrorMessage = "Ingestion:MaxAttempts must be between 1 and 20.")]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>Length that passages are made to have, in characters.</summary>
    [Range(200, 8_000, ErrorMessage = "Ingestion:PassageCharacters must be between 200 and 8000.")]
    public int PassageCharacters { get; set; } = 1_000;

    /// <summary>Reads the sample organisation in at every start; what is there already stays.</summary>
    public bool Samples { get; set; }

    /// <summary>Folder of the sample organisation, with its manifest.json; null for the one that comes with the application.</summary>
    public string? SamplesPath { get; set; }

    internal long MaxFileBytes => MaxFileMegabytes * 1024L * 1024;

    internal long MaxUnpackedBytes => MaxUnpackedMegabytes * 1024L * 1024;
}

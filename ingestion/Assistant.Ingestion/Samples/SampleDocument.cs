using System.Text.Json;
using System.Text.Json.Serialization;
using Assistant.Core.Documents;

namespace Assistant.Ingestion.Samples;

/// <summary>One version of one document of the sample organisation, as its manifest lists it.</summary>
/// <param name="Document">Key that versions share.</param>
/// <param name="Path">File, relative to the manifest.</param>
/// <param name="Groups">Who may read it.</param>
internal sealed record SampleDocument(
    string Document,
    int Version,
    string Path,
    string Title,
    string Domain,
    string Language,
    IReadOnlyList<string> Groups,
    Classification Classification)
{
    /// <summary>The documents in the order in which they are handed in: older versions before newer ones.</summary>
    /// <exception cref="IOException">There is no manifest.</exception>
    /// <exception cref="JsonException">It is malformed.</exception>
    public static async Task<IReadOnlyList<SampleDocument>> ReadManifestAsync(string folder, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(System.IO.Path.Combine(folder, "manifest.json"));
        var all = await JsonSerializer.DeserializeAsync(stream, SampleJson.Default.ListSampleDocument, cancellationToken).ConfigureAwait(false);
        return [.. (all ?? []).OrderBy(d => d.Version).ThenBy(d => d.Document, StringComparer.Ordinal)];
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(List<SampleDocument>))]
internal sealed partial class SampleJson : JsonSerializerContext;

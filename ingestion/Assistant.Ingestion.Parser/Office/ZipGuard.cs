using System.IO.Compression;
using Assistant.Ingestion.Parser.Reading;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>
/// Refuses a container that would unpack to far more than its size, by the sizes that its directory declares. An entry
/// that lies about its size does no harm: the unpacking stops at the declared one.
/// </summary>
internal static class ZipGuard
{
    private const int MaxEntries = 20_000;

    /// <summary>XML packs at up to about 1 : 50; a ratio above this one in a file that grows large is no document.</summary>
    private const int MaxRatio = 200;
    private const long RatioMattersAbove = 32 * 1024 * 1024;

    public static void Check(ZipArchive zip, long packedBytes, long maxUnpackedBytes)
    {
        if (zip.Entries.Count > MaxEntries)
        {
            throw Refusals.Bomb();
        }

        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            total += Math.Max(0, entry.Length);
            if (total > maxUnpackedBytes || (total > RatioMattersAbove && total / Math.Max(1, packedBytes) > MaxRatio))
            {
                throw Refusals.Bomb();
            }
        }
    }
}

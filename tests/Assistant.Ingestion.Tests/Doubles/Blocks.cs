using Assistant.Core.Documents;

namespace Assistant.Ingestion.Tests.Doubles;

internal static class Blocks
{
    /// <summary>What <see cref="ExtractedDocument"/> promises: in order, not overlapping, and only white space between.</summary>
    public static void ShouldTile(ExtractedDocument document)
    {
        var end = 0;
        foreach (var block in document.Blocks)
        {
            block.Length.ShouldBePositive();
            block.Start.ShouldBeGreaterThanOrEqualTo(end);
            document.Text[end..block.Start].ShouldBeNullOrWhiteSpace();
            end = block.End;
        }

        document.Text[end..].ShouldBeNullOrWhiteSpace();
    }
}

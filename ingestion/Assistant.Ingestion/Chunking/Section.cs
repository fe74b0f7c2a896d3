using Assistant.Core.Documents;

namespace Assistant.Ingestion.Chunking;

/// <summary>A heading with what stands directly below it, up to the next heading.</summary>
/// <param name="Heading">Null for what stands above the first heading.</param>
/// <param name="Parents">Headings above this one, outermost first.</param>
/// <param name="HasChildren">True when the next heading is below this one.</param>
internal sealed record Section(TextBlock? Heading, IReadOnlyList<string> Parents, IReadOnlyList<string> Path, IReadOnlyList<TextBlock> Body, bool HasChildren)
{
    /// <summary>Where it begins, with its heading.</summary>
    public int Start => Heading?.Start ?? Body[0].Start;

    public int End => Body.Count > 0 ? Body[^1].End : Heading!.End;

    public int? Page => (Heading ?? Body[0]).Page;

    public bool HasTable => Body.Any(b => b.Kind is BlockKind.TableHeader or BlockKind.TableRow);
}

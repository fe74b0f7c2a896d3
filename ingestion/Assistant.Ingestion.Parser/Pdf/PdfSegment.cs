namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>Words of one line without a wide gap between them: a line of a column, or of a table's cell.</summary>
internal sealed class PdfSegment(IReadOnlyList<PdfWord> words)
{
    /// <summary>From left to right.</summary>
    public IReadOnlyList<PdfWord> Words { get; } = words;

    public PdfBox Box { get; } = PdfBox.Around(words.Select(w => w.Box));

    public double Baseline => Box.Bottom;

    /// <summary>The size that most characters have.</summary>
    public double Size { get; } = words.GroupBy(w => Math.Round(w.Size * 2) / 2).MaxBy(g => g.Sum(w => w.Text.Length))!.Key;

    public int Length { get; } = words.Sum(w => w.Text.Length + 1) - 1;

    /// <summary>True when nearly all of it is bold.</summary>
    public bool Bold { get; } = words.Where(w => w.Bold).Sum(w => w.Text.Length) >= 0.8 * words.Sum(w => w.Text.Length);

    public string Text { get; } = BidiOrder.Join(words);

    public PdfSegment With(PdfSegment right) => new([.. Words, .. right.Words]);
}

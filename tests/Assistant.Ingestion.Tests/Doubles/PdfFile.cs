using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Assistant.Ingestion.Tests.Doubles;

/// <summary>Small PDF files. Heights are in points from the bottom of an A4 page (842).</summary>
internal sealed class PdfFile
{
    private readonly List<List<Action<Canvas>>> pages = [[]];

    public PdfFile Text(double left, double height, string text, double size = 10, bool isBold = false) =>
        Draw(c => c.Page.AddText(text, size, new PdfPoint(left, height), isBold ? c.Bold : c.Regular));

    /// <summary>Lines below each other, 12 points apart.</summary>
    public PdfFile Lines(double left, double height, params string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            Text(left, height - (12 * i), lines[i]);
        }

        return this;
    }

    public PdfFile Line(double fromLeft, double fromHeight, double toLeft, double toHeight) =>
        Draw(c => c.Page.DrawLine(new PdfPoint(fromLeft, fromHeight), new PdfPoint(toLeft, toHeight)));

    public PdfFile NextPage()
    {
        pages.Add([]);
        return this;
    }

    public byte[] Build()
    {
        using var builder = new PdfDocumentBuilder();
        var regular = builder.AddStandard14Font(Standard14Font.Helvetica);
        var bold = builder.AddStandard14Font(Standard14Font.HelveticaBold);
        foreach (var page in pages)
        {
            var canvas = new Canvas(builder.AddPage(PageSize.A4), regular, bold);
            page.ForEach(draw => draw(canvas));
        }

        return builder.Build();
    }

    /// <summary>A file from raw objects (numbered from 1; the first is the catalogue), with a right cross-reference table.</summary>
    public static byte[] Raw(string trailerExtra, params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(o => file.Append(CultureInfo.InvariantCulture, $"{o:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailerExtra} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private PdfFile Draw(Action<Canvas> draw)
    {
        pages[^1].Add(draw);
        return this;
    }

    private sealed record Canvas(PdfPageBuilder Page, PdfDocumentBuilder.AddedFont Regular, PdfDocumentBuilder.AddedFont Bold);
}

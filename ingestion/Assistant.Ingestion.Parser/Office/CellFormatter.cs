using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelNumberFormat;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>Shows numbers and dates the way their cells do, in the invariant culture; dates without a format of their own as yyyy-mm-dd.</summary>
internal sealed class CellFormatter
{
    private readonly List<(uint Format, bool Bold)> styles = [];
    private readonly Dictionary<uint, NumberFormat> formats = [];
    private readonly bool uses1904;

    public CellFormatter(WorkbookPart workbook)
    {
        uses1904 = workbook.Workbook?.WorkbookProperties?.Date1904.Get() == true;
        var sheet = workbook.WorkbookStylesPart?.Stylesheet;
        var bold = sheet?.Fonts?.Elements<Font>().Select(f => f.Bold is { } b && b.Val.Get() != false).ToList() ?? [];
        foreach (var style in sheet?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var font = (int)(style.FontId.Get() ?? 0);
            styles.Add((style.NumberFormatId.Get() ?? 0, font < bold.Count && bold[font]));
        }

        foreach (var format in sheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            if (format.NumberFormatId.Get() is { } id && format.FormatCode.Get() is { } code)
            {
                formats.TryAdd(id, new NumberFormat(code));
            }
        }
    }

    public bool IsBold(uint? style) => style < styles.Count && styles[(int)style].Bold;

    public string Number(string raw, uint? style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return raw;
        }

        var id = style < styles.Count ? styles[(int)style].Format : 0;
        return Find(id) is { IsValid: true } format
            ? format.Format(value, CultureInfo.InvariantCulture, uses1904)
            : value.ToString("G15", CultureInfo.InvariantCulture);
    }

    private NumberFormat? Find(uint id)
    {
        if (!formats.TryGetValue(id, out var format) && BuiltIn(id) is { } code)
        {
            formats[id] = format = new NumberFormat(code);
        }

        return format;
    }

    /// <summary>ECMA-376 18.8.30. The ones for dates depend on the language of the program; they are unambiguous here.</summary>
    private static string? BuiltIn(uint id) => id switch
    {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "yyyy-mm-dd",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy-mm-dd h:mm",
        37 or 38 => "#,##0;(#,##0)",
        39 or 40 => "#,##0.00;(#,##0.00)",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        _ => null,
    };
}

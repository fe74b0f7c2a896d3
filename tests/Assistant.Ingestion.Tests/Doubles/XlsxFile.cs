using System.Globalization;
using System.Text;

namespace Assistant.Ingestion.Tests.Doubles;

/// <summary>Workbooks written part by part, so that a test says exactly what is in them.</summary>
internal static class XlsxFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="sheets">Name, state ("" for visible) and the content of the worksheet element.</param>
    /// <param name="stylesXml">Content of the style sheet; null for none.</param>
    public static byte[] Of(IReadOnlyList<(string Name, string State, string Xml)> sheets, string? stylesXml = null)
    {
        var types = new StringBuilder("<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>");
        var list = new StringBuilder();
        var links = new StringBuilder();
        var entries = new List<(string, byte[])>();
        for (var i = 1; i <= sheets.Count; i++)
        {
            var (name, state, xml) = sheets[i - 1];
            types.Append(CultureInfo.InvariantCulture, $"<Override PartName='/xl/worksheets/sheet{i}.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>");
            list.Append(CultureInfo.InvariantCulture, $"<sheet name='{name}' sheetId='{i}' {(state.Length > 0 ? $"state='{state}'" : "")} r:id='rId{i}'/>");
            links.Append(CultureInfo.InvariantCulture, $"<Relationship Id='rId{i}' Type='{Relationships}/worksheet' Target='worksheets/sheet{i}.xml'/>");
            entries.Add(($"xl/worksheets/sheet{i}.xml", Encoding.UTF8.GetBytes($"<worksheet xmlns='{Main}'>{xml}</worksheet>")));
        }

        if (stylesXml is not null)
        {
            types.Append("<Override PartName='/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/>");
            links.Append($"<Relationship Id='rIdStyles' Type='{Relationships}/styles' Target='styles.xml'/>");
            entries.Add(("xl/styles.xml", Encoding.UTF8.GetBytes($"<styleSheet xmlns='{Main}'>{stylesXml}</styleSheet>")));
        }

        return OfficeFiles.Zip(
        [
            ("[Content_Types].xml", Encoding.UTF8.GetBytes($"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>{types}</Types>")),
            ("_rels/.rels", Encoding.UTF8.GetBytes($"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' Type='{Relationships}/officeDocument' Target='xl/workbook.xml'/></Relationships>")),
            ("xl/workbook.xml", Encoding.UTF8.GetBytes($"<workbook xmlns='{Main}' xmlns:r='{Relationships}'><sheets>{list}</sheets></workbook>")),
            ("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes($"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{links}</Relationships>")),
            .. entries,
        ]);
    }

    public static byte[] Of(string sheetXml, string? stylesXml = null) => Of([("Sheet", "", sheetXml)], stylesXml);

    /// <summary>Rows of texts from A1 on; null leaves a cell out.</summary>
    public static string Rows(params string?[][] rows) =>
        $"<sheetData>{string.Concat(rows.Select((cells, row) => $"<row r='{row + 1}'>{string.Concat(cells.Select((text, column) => text is null ? "" : $"<c r='{(char)('A' + column)}{row + 1}' t='inlineStr'><is><t>{text}</t></is></c>"))}</row>"))}</sheetData>";
}

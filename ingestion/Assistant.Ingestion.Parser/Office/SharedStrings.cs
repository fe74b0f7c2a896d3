using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>The texts that cells refer to by number.</summary>
internal static class SharedStrings
{
    public static IReadOnlyList<string> Read(SharedStringTablePart? part)
    {
        if (part is null)
        {
            return [];
        }

        var strings = new List<string>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement && reader.LoadCurrentElement() is SharedStringItem item)
            {
                strings.Add(Of(item));
            }
        }

        return strings;
    }

    /// <summary>Plain or rich text, without phonetic hints.</summary>
    public static string Of(OpenXmlElement item)
    {
        var text = new StringBuilder();
        foreach (var element in item.ChildElements)
        {
            text.Append(element switch
            {
                Text plain => plain.Text,
                Run run => run.Text?.Text ?? "",
                _ => "",
            });
        }

        return text.ToString();
    }
}

using System.Runtime.CompilerServices;
using Assistant.Ingestion.Parser.Reading;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>Walks the body of a Word document and turns it into blocks.</summary>
internal sealed class WordWalker(MainDocumentPart main, TextBuilder text, WordStyles styles, WordNumbering numbering, WordNotes notes)
{
    private readonly List<string> code = [];

    public void Write(OpenXmlElement container)
    {
        Walk(container);
        FlushCode();
    }

    private void Walk(OpenXmlElement container)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var element in container.ChildElements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    WriteParagraph(paragraph);
                    break;
                case Table table:
                    FlushCode();
                    WriteTable(table);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun or MoveToRun:
                    Walk(element);
                    break;
            }
        }
    }

    private void WriteParagraph(Paragraph paragraph)
    {
        if (IsRemoved(paragraph) || styles.IsContents(paragraph))
        {
            return;
        }

        var content = RunText.Of(paragraph);
        if (styles.IsCode(paragraph) && content.Length > 0)
        {
            code.Add(content);
            return;
        }

        FlushCode();
        if (!string.IsNullOrWhiteSpace(content))
        {
            WriteText(paragraph, content);
        }

        foreach (var note in notes.ReferredBy(paragraph))
        {
            text.Note(note);
        }

        WriteTextBoxes(paragraph);
        foreach (var reference in paragraph.Descendants<DocumentFormat.OpenXml.Drawing.Charts.ChartReference>())
        {
            if (reference.Id.Get() is { } id && main.TryGetPartById(id, out var part) && part is ChartPart { ChartSpace: { } chart })
            {
                ChartData.Write(chart, text);
            }
        }
    }

    private void WriteText(Paragraph paragraph, string content)
    {
        var number = numbering.Next(paragraph);
        if (styles.HeadingLevel(paragraph) is > 0 and var level)
        {
            text.Heading(number + content, level);
        }
        else if (number is not null)
        {
            text.ListItem(number + content);
        }
        else if (styles.IsCaption(paragraph))
        {
            text.Note(content);
        }
        else
        {
            text.Paragraph(content);
        }
    }

    /// <summary>A paragraph whose mark was deleted and that has nothing left.</summary>
    private static bool IsRemoved(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<Deleted>() is not null
        && string.IsNullOrWhiteSpace(RunText.Of(paragraph));

    private void FlushCode()
    {
        text.Code(string.Join('\n', code));
        code.Clear();
    }

    /// <summary>A text box is stored twice, for new and for old programs; the first form is read.</summary>
    private void WriteTextBoxes(OpenXmlElement parent)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var element in parent.ChildElements)
        {
            if (element is TextBoxContent box)
            {
                Walk(box);
            }
            else if (element is AlternateContent alternate)
            {
                WriteTextBoxes((OpenXmlElement?)alternate.GetFirstChild<AlternateContentChoice>() ?? alternate);
            }
            else if (element is not DeletedRun)
            {
                WriteTextBoxes(element);
            }
        }
    }

    private void WriteTable(Table table)
    {
        var data = WordTable.Read(table);
        if (data.Rows.Count == 1 && data.Rows[0].Count == 1)
        {
            // A frame around text, not a table.
            foreach (var cell in table.Descendants<TableCell>().Take(1))
            {
                Walk(cell);
            }

            return;
        }

        text.Table(data.Rows, data.HeaderRows);
        foreach (var note in table.Descendants<Paragraph>().SelectMany(notes.ReferredBy))
        {
            text.Note(note);
        }
    }
}

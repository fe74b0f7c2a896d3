using System.Runtime.CompilerServices;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using M = DocumentFormat.OpenXml.Math;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>The visible text of a Word paragraph: without deletions, hidden runs, field codes and text boxes.</summary>
internal static class RunText
{
    public static string Of(Paragraph paragraph)
    {
        var text = new StringBuilder();
        Append(paragraph, text);
        return text.ToString();
    }

    private static void Append(OpenXmlElement parent, StringBuilder text)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Text words:
                    text.Append(words.Text);
                    break;
                case M.Text formula:
                    text.Append(formula.Text);
                    break;
                case TabChar or PositionalTab:
                    text.Append('\t');
                    break;
                case Break { Type: null } or CarriageReturn:
                    text.Append('\n');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                case SymbolChar symbol:
                    text.Append(Symbol(symbol));
                    break;
                case Run { RunProperties.Vanish: { } vanish } when vanish.Val.Get() != false:
                    break;
                case DeletedRun or MoveFromRun or DeletedText or FieldCode or Drawing or Picture or AlternateContent or SdtProperties:
                    break;
                default:
                    Append(element, text);
                    break;
            }
        }
    }

    /// <summary>Characters of symbol fonts stand in the private use area; only a few of them mean something as text.</summary>
    private static string Symbol(SymbolChar symbol) => symbol.Char.Get()?.ToUpperInvariant() switch
    {
        "F0FE" or "F052" => "☑",
        "F0A8" or "F06F" or "F0A3" => "☐",
        "F0E0" => "→",
        "F0B0" => "°",
        "F0B1" => "±",
        _ => "",
    };
}

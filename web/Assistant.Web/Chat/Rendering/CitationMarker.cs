using System.Globalization;
using Assistant.Core.Answers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Assistant.Web.Chat.Rendering;

/// <summary>A marker "[n]" in the Markdown of an answer.</summary>
internal sealed class CitationMarker : LeafInline
{
    public required int Number { get; init; }
}

/// <summary>Reads "[n]" before the link parser does, so that no text can give a marker a target of its own.</summary>
internal sealed class CitationMarkerParser : InlineParser
{
    private const int MaxDigits = 3;

    public CitationMarkerParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var number = 0;
        var digits = 0;
        while (digits <= MaxDigits && slice.PeekChar(digits + 1) is >= '0' and <= '9' and var digit)
        {
            number = (number * 10) + (digit - '0');
            digits++;
        }

        if (digits is 0 or > MaxDigits || slice.PeekChar(digits + 1) != ']')
        {
            return false;
        }

        processor.Inline = new CitationMarker { Number = number };
        slice.Start += digits + 2;
        return true;
    }
}

/// <summary>Writes a marker as a button when the answer has a citation for it, else as the text it is.</summary>
internal sealed class CitationMarkerRenderer(IReadOnlyList<Citation> citations) : HtmlObjectRenderer<CitationMarker>
{
    protected override void Write(HtmlRenderer renderer, CitationMarker obj)
    {
        var number = obj.Number.ToString(CultureInfo.InvariantCulture);
        if (citations.FirstOrDefault(c => c.Number == obj.Number) is not { } citation)
        {
            renderer.WriteEscape($"[{number}]");
            return;
        }

        renderer.Write("<button type=\"button\" class=\"cite\" data-cite=\"").Write(number)
            .Write("\" data-tip=\"").WriteEscape(CitationText.Describe(citation))
            .Write("\" aria-label=\"").WriteEscape($"Source {number}: {CitationText.Describe(citation)}")
            .Write("\">").Write(number).Write("</button>");
    }
}

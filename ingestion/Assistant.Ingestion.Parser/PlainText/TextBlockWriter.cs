using Assistant.Ingestion.Parser.Reading;

namespace Assistant.Ingestion.Parser.PlainText;

/// <summary>Turns chunks of lines (what stands between empty lines) into blocks.</summary>
/// <param name="width">The width at which lines were wrapped; 0 for none.</param>
/// <param name="baseLevel">Depth of the heading that everything stands below.</param>
internal sealed class TextBlockWriter(TextBuilder text, int width, int baseLevel)
{
    private const int MaxNameLength = 60;

    private bool hasHeading;

    public void Write(IReadOnlyList<string> chunk)
    {
        var lines = chunk.ToList();
        while (lines.Count > 0 && TakeHeading(lines))
        {
        }

        if (lines.Count == 0)
        {
            return;
        }

        if (AlignedColumns.Read(lines) is { } rows)
        {
            text.Table(rows, TableHeader.Guess(rows));
        }
        else if (IsNameOfIndentedLines(lines))
        {
            Heading(lines[0], 2);
            Write([.. lines.Skip(1)]);
        }
        else
        {
            WriteProse(lines);
        }
    }

    private bool TakeHeading(List<string> lines)
    {
        if (lines.Count > 1 && LinePatterns.IsUnderline(lines[1]) && lines[0].Trim().Length <= 120 && !LinePatterns.IsUnderline(lines[0]))
        {
            Heading(lines[0], lines[1].TrimStart()[0] == '=' ? 1 : 2);
            lines.RemoveRange(0, 2);
            return true;
        }

        if (LinePatterns.IsUnderline(lines[0]))
        {
            lines.RemoveAt(0);
            return true;
        }

        if (LinePatterns.IsShouted(lines[0]) && !lines[0].TrimStart().StartsWith('|'))
        {
            Heading(lines[0], LinePatterns.IsNumberedHeading(lines[0], out var depth) ? depth + 1 : 2);
            lines.RemoveAt(0);
            return true;
        }

        if (lines.Count == 1 && LinePatterns.IsNumberedHeading(lines[0], out var level))
        {
            Heading(lines[0], level + 1);
            lines.Clear();
            return true;
        }

        return false;
    }

    /// <summary>The first heading of the text is its title.</summary>
    private void Heading(string line, int level)
    {
        text.Heading(line, baseLevel + (hasHeading ? level : Math.Min(level, 1)));
        hasHeading = true;
    }

    private void WriteProse(List<string> lines)
    {
        var start = 0;
        while (start < lines.Count)
        {
            var isItem = LinePatterns.IsListItem(lines[start], out var bulletLength);
            var indent = Indent(lines[start]);
            var end = start + 1;
            while (end < lines.Count
                && !LinePatterns.IsListItem(lines[end], out _)
                && (!isItem || Indent(lines[end]) > indent || IsWrapped(lines[end - 1], lines[end])))
            {
                end++;
            }

            var part = lines.GetRange(start, end - start);
            if (isItem)
            {
                part[0] = part[0][bulletLength..].PadLeft(part[0].Length);
                text.ListItem(LineJoiner.Join(part, width));
            }
            else
            {
                text.Paragraph(LineJoiner.Join(part, width));
            }

            start = end;
        }
    }

    private bool IsWrapped(string line, string next) => !LineJoiner.Join([line, next], width).Contains('\n', StringComparison.Ordinal);

    /// <summary>One short line above lines that are all indented names them.</summary>
    private static bool IsNameOfIndentedLines(List<string> lines) =>
        lines.Count > 1
        && lines[0].Length <= MaxNameLength
        && lines[0][^1] is not ('.' or ',' or ';' or ':')
        && lines.Skip(1).All(l => Indent(l) > Indent(lines[0]))
        && !(LinePatterns.IsListItem(lines[0], out var bullet) && bullet > 0);

    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}

using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>Counts the numbered paragraphs of a document and gives each the number that Word shows.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly WordStyles styles;
    private readonly Dictionary<int, NumberingInstance> instances = [];
    private readonly Dictionary<int, AbstractNum> definitions = [];

    /// <summary>Per abstract definition: lists that share it go on counting.</summary>
    private readonly Dictionary<int, int?[]> counters = [];
    private readonly HashSet<int> started = [];

    public WordNumbering(MainDocumentPart main, WordStyles styles)
    {
        this.styles = styles;
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        foreach (var definition in numbering?.Elements<AbstractNum>() ?? [])
        {
            definitions.TryAdd(definition.AbstractNumberId.Get() ?? -1, definition);
        }

        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            instances.TryAdd(instance.NumberID.Get() ?? -1, instance);
        }
    }

    /// <summary>"3.2 " or "" for a bullet; null when the paragraph is in no list.</summary>
    public string? Next(Paragraph paragraph)
    {
        if (styles.Numbering(paragraph) is not var (id, level)
            || !instances.TryGetValue(id, out var instance)
            || instance.AbstractNumId?.Val.Get() is not { } abstractId
            || !definitions.TryGetValue(abstractId, out var definition))
        {
            return null;
        }

        var counter = counters.TryGetValue(abstractId, out var known) ? known : counters[abstractId] = new int?[Levels];
        Restart(id, instance, counter);
        counter[level] = (counter[level] ?? Start(instance, definition, level) - 1) + 1;
        Array.Clear(counter, level + 1, Levels - level - 1);
        return Label(instance, definition, counter, level);
    }

    /// <summary>A list that overrides the start of a level counts anew when it first appears.</summary>
    private void Restart(int id, NumberingInstance instance, int?[] counter)
    {
        if (!started.Add(id))
        {
            return;
        }

        foreach (var changed in instance.Elements<LevelOverride>())
        {
            if (changed.StartOverrideNumberingValue?.Val.Get() is { } start && changed.LevelIndex.Get() is >= 0 and < Levels and var level)
            {
                counter[level] = start - 1;
            }
        }
    }

    private static string Label(NumberingInstance instance, AbstractNum definition, int?[] counter, int level)
    {
        var format = LevelOf(instance, definition, level);
        if (format?.NumberingFormat?.Val.Get() is not { } kind || kind == NumberFormatValues.Bullet || kind == NumberFormatValues.None)
        {
            return "";
        }

        var text = new StringBuilder(format.LevelText?.Val.Get() ?? "");
        for (var i = 0; i <= level; i++)
        {
            var shown = LevelOf(instance, definition, i)?.NumberingFormat?.Val.Get() ?? NumberFormatValues.Decimal;
            var value = counter[i] ?? Start(instance, definition, i);
            text.Replace($"%{i + 1}", Format(value, format.IsLegalNumberingStyle is not null ? NumberFormatValues.Decimal : shown));
        }

        return text.Length > 0 ? $"{text} " : "";
    }

    private static int Start(NumberingInstance instance, AbstractNum definition, int level) =>
        LevelOf(instance, definition, level)?.StartNumberingValue?.Val.Get() ?? 1;

    private static Level? LevelOf(NumberingInstance instance, AbstractNum definition, int level) =>
        instance.Elements<LevelOverride>().Where(o => o.LevelIndex.Get() == level).Select(o => o.Level).FirstOrDefault(l => l is not null)
        ?? definition.Elements<Level>().FirstOrDefault(l => l.LevelIndex.Get() == level);

    private static string Format(int value, NumberFormatValues format) =>
        format == NumberFormatValues.LowerLetter ? Letters(value).ToLowerInvariant()
        : format == NumberFormatValues.UpperLetter ? Letters(value)
        : format == NumberFormatValues.LowerRoman ? Roman(value).ToLowerInvariant()
        : format == NumberFormatValues.UpperRoman ? Roman(value)
        : format == NumberFormatValues.DecimalZero ? value.ToString("00", CultureInfo.InvariantCulture)
        : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A … Z, AA, BB …</summary>
    private static string Letters(int value) =>
        value < 1 ? "" : new string((char)('A' + ((value - 1) % 26)), Math.Min(((value - 1) / 26) + 1, 10));

    private static string Roman(int value)
    {
        (int Value, string Digits)[] steps =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        var roman = new StringBuilder();
        foreach (var step in steps)
        {
            for (; value >= step.Value && roman.Length < 32; value -= step.Value)
            {
                roman.Append(step.Digits);
            }
        }

        return roman.ToString();
    }
}

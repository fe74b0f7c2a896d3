using System.Globalization;
using System.Text.RegularExpressions;
using Assistant.Ingestion.Parser.PlainText;
using Assistant.Ingestion.Parser.Reading;
using CsvHelper;
using CsvHelper.Configuration;

namespace Assistant.Ingestion.Parser.Csv;

/// <summary>Delimited text: one table. The delimiter is the one that gives most rows the same number of cells, at least two.</summary>
internal sealed partial class CsvReader : IFormatReader
{
    private const int SampleRows = 200;

    private static readonly string[] Delimiters = [",", ";", "\t", "|"];

    public void Read(SourceFile file, TextBuilder text)
    {
        var content = EncodingDetector.Decode(file.ReadBytes());
        var named = SeparatorLine().Match(content);
        var rows = Rows(content[named.Length..], named.Success ? named.Groups[1].Value : Delimiter(content)).ToList();
        text.Table(rows, TableHeader.Guess(rows, expected: true));
    }

    private static string Delimiter(string content)
    {
        var scored = Delimiters.Select(d => (Delimiter: d, Score: Score([.. Rows(content, d).Take(SampleRows)])));
        return scored.MaxBy(s => s.Score).Delimiter;
    }

    /// <summary>Share of the rows that have the commonest number of cells; 0 when that number is one. More cells win a tie.</summary>
    private static double Score(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var commonest = rows.GroupBy(r => r.Count).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
        return commonest is null || commonest.Key < 2 ? 0 : (double)commonest.Count() / rows.Count + commonest.Key * 1e-4;
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(string content, string delimiter)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            BadDataFound = null,
            MissingFieldFound = null,
            HasHeaderRecord = false,
            TrimOptions = TrimOptions.Trim,
        };
        using var parser = new CsvParser(new StringReader(content), configuration);
        while (parser.Read())
        {
            yield return parser.Record ?? [];
        }
    }

    /// <summary>"sep=;" on the first line, as spreadsheets write it.</summary>
    [GeneratedRegex(@"^\uFEFF?sep=(.)\r?\n", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SeparatorLine();
}

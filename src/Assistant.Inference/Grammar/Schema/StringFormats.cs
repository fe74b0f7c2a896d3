namespace Assistant.Inference.Grammar.Schema;

/// <summary>The string formats of JSON Schema that a grammar can hold to (RFC 3339 and RFC 4122).</summary>
internal static class StringFormats
{
    private const string LeapYear =
        """( [1-9] [0-9] ( "0" [48] | [2468] [048] | [13579] [26] ) | ( [2468] [048] | [13579] [26] ) "00" )""";

    private const string Date =
        """( [1-9] [0-9]{3} "-" """
        + """( ( "0" [13578] | "1" [02] ) "-" ( "0" [1-9] | [12] [0-9] | "3" [01] )"""
        + """ | ( "0" [469] | "11" ) "-" ( "0" [1-9] | [12] [0-9] | "30" )"""
        + """ | "02-" ( "0" [1-9] | "1" [0-9] | "2" [0-8] ) )"""
        + $" | {LeapYear} \"-02-29\" )";

    private const string HourAndMinute = """( [01] [0-9] | "2" [0-3] ) ":" [0-5] [0-9]""";

    private const string Time =
        $"""{HourAndMinute} ":" [0-5] [0-9] ( "." [0-9]""" + "{1,6} )? ( \"Z\" | [+-] " + HourAndMinute + " )";

    private const string Uuid =
        """[0-9a-f]{8} "-" [0-9a-f]{4} "-" [0-9a-f]{4} "-" [0-9a-f]{4} "-" [0-9a-f]{12}""";

    public const string Names = "date, time, date-time, uuid";

    /// <returns>GBNF for the text within the quotes; null for a format that isn't supported.</returns>
    public static string? Grammar(string format) => format switch
    {
        "date" => Date,
        "time" => Time,
        "date-time" => $"{Date} \"T\" {Time}",
        "uuid" => Uuid,
        _ => null,
    };
}

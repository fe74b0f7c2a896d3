using System.Text.RegularExpressions;

namespace Assistant.Inference.Adapters;

/// <summary>Names that can stand in a model name: "+" and "*" join and scale adapters there.</summary>
internal static partial class AdapterName
{
    public static bool IsValid(string name) => name != "base" && Pattern().IsMatch(name);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.@-]{0,127}$", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}

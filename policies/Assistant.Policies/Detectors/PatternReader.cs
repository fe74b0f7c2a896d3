using System.Text.RegularExpressions;
using Assistant.Policies.Rules;

namespace Assistant.Policies.Detectors;

/// <summary>Compiles the regular expressions of rules so that they run in linear time, whatever they and the text are.</summary>
internal static class PatternReader
{
    /// <returns>The compiled pattern, or null when the node says what is wrong with it.</returns>
    public static Regex? Read(RuleNode node, string key)
    {
        var pattern = node.RequiredText(key, @"write a regular expression, such as \bAKIA[0-9A-Z]{16}\b.");
        if (pattern.Length == 0)
        {
            return null;
        }

        try
        {
            var compiled = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            if (compiled.IsMatch(""))
            {
                node.Report(key, pattern, "this matches the empty text, and so everything; make it match at least one character.");
                return null;
            }

            return compiled;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            node.Report(key, pattern, $"this is no regular expression that can run in linear time ({exception.Message}); look-around and back-references are not available.");
            return null;
        }
    }
}

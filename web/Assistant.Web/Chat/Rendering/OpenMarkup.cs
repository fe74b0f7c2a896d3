namespace Assistant.Web.Chat.Rendering;

/// <summary>Markdown that is still arriving: closes what its last line leaves open, so that no bare marks flash up.</summary>
internal static class OpenMarkup
{
    private const string Strong = "**";
    private const string Code = "`";

    public static string Close(string markdown)
    {
        var line = markdown[(markdown.LastIndexOf('\n') + 1)..];
        if (InsideFence(markdown))
        {
            return markdown;
        }

        if (Count(line, Code) % 2 == 1)
        {
            return markdown + Code;
        }

        if (Count(line, Strong) % 2 == 0)
        {
            return markdown;
        }

        // Closing marks after a space close nothing, and an opening mark alone at the end is not text yet.
        var text = markdown.TrimEnd();
        return text.EndsWith(Strong, StringComparison.Ordinal) ? text[..^Strong.Length] : text + Strong;
    }

    private static bool InsideFence(string markdown) =>
        markdown.Split('\n').Count(l => l.TrimStart().StartsWith("```", StringComparison.Ordinal)) % 2 == 1;

    private static int Count(string line, string mark)
    {
        var count = 0;
        for (var at = line.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = line.IndexOf(mark, at + mark.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}

namespace Assistant.Storage.Conversations;

/// <summary>The title that a conversation gets from its first question.</summary>
internal static class ConversationTitle
{
    public const int MaxLength = 80;

    /// <summary>The question on one line, cut between words where it is too long.</summary>
    public static string From(string question)
    {
        var line = string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxLength ? line : $"{line[..CutOf(line)].TrimEnd()}…";
    }

    private static int CutOf(string line)
    {
        var space = line.LastIndexOf(' ', MaxLength - 1);
        if (space > MaxLength / 2)
        {
            return space;
        }

        return char.IsHighSurrogate(line[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1;
    }
}

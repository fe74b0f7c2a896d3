using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.Policies.Rules;

/// <summary>The rule files of a folder as they were read, in ordinal order of their names.</summary>
/// <param name="Hash">
/// SHA-256 over name, length and text of every file. The text counts without byte order mark and with "\n" line
/// ends, so that the hash does not depend on how a file was checked out.
/// </param>
internal sealed record RuleFiles(IReadOnlyList<RuleFile> Files, string Hash)
{
    /// <summary>Bytes a rule file may have.</summary>
    public const int MaxFileBytes = 256 * 1024;

    /// <summary>Reads the *.yaml and *.yml files of a folder, not of folders below it.</summary>
    /// <exception cref="RuleFilesException">The folder or a file cannot be used as it is.</exception>
    public static RuleFiles Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new RuleFilesException(new PolicyRuleError(folder, 0, "", null, "this folder does not exist; create it, or set Policies:RulesPath to the folder that holds the rule files."));
        }

        var paths = Guard(folder, () => Directory.EnumerateFiles(folder)
            .Where(p => Path.GetExtension(p) is ".yaml" or ".yml")
            .OrderBy(Path.GetFileName, StringComparer.Ordinal)
            .ToList());
        if (paths.Count == 0)
        {
            throw new RuleFilesException(new PolicyRuleError(folder, 0, "", null, "this folder holds no *.yaml file, and without rules nothing would be checked; copy the shipped rules into it, or correct Policies:RulesPath."));
        }

        var files = paths.ConvertAll(ReadFile);
        return new RuleFiles(files, HashOf(files));
    }

    private static RuleFile ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        if (Guard(name, () => new FileInfo(path).Length) > MaxFileBytes)
        {
            throw new RuleFilesException(new PolicyRuleError(name, 0, "", null, $"the file has more than {MaxFileBytes / 1024} KiB; split it."));
        }

        return new RuleFile(name, Guard(name, () => File.ReadAllText(path, Encoding.UTF8)).Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    private static T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RuleFilesException(new PolicyRuleError(name, 0, "", null, $"this cannot be read ({exception.Message}); make it readable for the account of the application."), exception);
        }
    }

    private static string HashOf(IReadOnlyList<RuleFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Name}\n{file.Text.Length}\n{file.Text}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

internal sealed record RuleFile(string Name, string Text);

/// <summary>The files could not be read.</summary>
internal sealed class RuleFilesException(PolicyRuleError error, Exception? inner = null) : IOException(error.ToString(), inner)
{
    public PolicyRuleError Error { get; } = error;
}

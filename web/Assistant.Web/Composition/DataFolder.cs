namespace Assistant.Web.Composition;

/// <summary>The folder of everything that is stored.</summary>
/// <param name="Root">Absolute path.</param>
internal sealed record DataFolder(string Root)
{
    public const string Key = "DataPath";

    public string Keys => Path.Combine(Root, "keys");

    public string Logs => Path.Combine(Root, "logs");

    /// <summary>Makes the configured path absolute, in the configuration too, and the folder if it is missing.</summary>
    /// <exception cref="StartException">The folder cannot be made or written to.</exception>
    public static DataFolder Prepare(IConfiguration configuration, string contentRoot)
    {
        var configured = configuration[Key] is { Length: > 0 } value ? value : "data";
        try
        {
            var root = Path.GetFullPath(configured, contentRoot);
            CreateForOwner(root);
            using (File.Create(Path.Combine(root, $".write-{Guid.NewGuid():N}"), bufferSize: 1, FileOptions.DeleteOnClose))
            {
                configuration[Key] = root;
                return new DataFolder(root);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartException($"{Key} is '{configured}', and this folder cannot be written to ({exception.Message}) Choose another folder, or give this account the right to write to it.", exception);
        }
    }

    // It holds documents, answers and the keys of the session cookies, which are not encrypted.
    private static void CreateForOwner(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}

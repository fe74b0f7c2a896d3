namespace Assistant.Inference.Host.Adapters;

internal static class AdapterFolder
{
    /// <summary>The full path, or null when it leaves the folder, by itself or by a link.</summary>
    /// <param name="folder">Null: any path may be used.</param>
    public static string? Resolve(string? folder, string path)
    {
        if (folder is null)
        {
            return Path.GetFullPath(path);
        }

        var root = Path.GetFullPath(folder);
        var full = Path.GetFullPath(path, root);
        return IsBelow(root, full) && IsBelow(Real(root), Real(full)) ? full : null;
    }

    private static bool IsBelow(string root, string path) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with every link on its way followed.</summary>
    private static string Real(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
        {
            return path;
        }

        var place = Path.Combine(Real(parent), Path.GetFileName(path));
        FileSystemInfo entry = Directory.Exists(place) ? new DirectoryInfo(place) : new FileInfo(place);
        return entry.LinkTarget is not null && entry.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Real(target.FullName) : place;
    }
}

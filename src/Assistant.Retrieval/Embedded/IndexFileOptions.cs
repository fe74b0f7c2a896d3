namespace Assistant.Retrieval.Embedded;

/// <summary>Where the embedded index lives.</summary>
internal sealed class IndexFileOptions
{
    /// <summary>Root key "DataPath": the folder of everything stored.</summary>
    public string DataPath { get; set; } = "data";

    public string IndexPath => Path.GetFullPath(Path.Combine(DataPath, "index.db"));
}

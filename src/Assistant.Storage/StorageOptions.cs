namespace Assistant.Storage;

/// <summary>Section "Storage", and the root key "DataPath".</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    public const string Sqlite = "sqlite";

    public const string Postgres = "postgres";

    /// <summary>"sqlite" or "postgres".</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>Connection string of the PostgreSQL database; none with SQLite.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Folder of the SQLite database and of uploaded files; the root key "DataPath".</summary>
    public string DataPath { get; set; } = "data";
}

namespace Assistant.Storage.Database;

/// <summary>Triggers that let a table grow and nothing else. Applied migrations use this: it stays as it is.</summary>
internal static class AppendOnly
{
    public const string CreatePostgresFunction =
        """
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'Rows of % are append-only.', TG_TABLE_NAME;
        END $$;
        """;

    public const string DropPostgresFunction = "DROP FUNCTION refuse_change();";

    public static string OnPostgres(string table) =>
        $"""
        CREATE TRIGGER {table}_refuse_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER {table}_refuse_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """;

    /// <param name="sameKey">
    /// Condition under which an existing row has a key of the new one: INSERT OR REPLACE deletes that row without
    /// a delete trigger seeing it.
    /// </param>
    public static string OnSqlite(string table, string sameKey) =>
        $"""
        CREATE TRIGGER {table}_refuse_update BEFORE UPDATE ON {table}
        BEGIN SELECT RAISE(ABORT, 'Rows of {table} are append-only.'); END;
        CREATE TRIGGER {table}_refuse_delete BEFORE DELETE ON {table}
        BEGIN SELECT RAISE(ABORT, 'Rows of {table} are append-only.'); END;
        CREATE TRIGGER {table}_refuse_replace BEFORE INSERT ON {table}
        WHEN EXISTS (SELECT 1 FROM {table} AS old WHERE {sameKey})
        BEGIN SELECT RAISE(ABORT, 'Rows of {table} are append-only.'); END;
        """;
}

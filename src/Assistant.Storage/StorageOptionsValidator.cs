using Microsoft.Extensions.Options;
using Npgsql;

namespace Assistant.Storage;

/// <summary>Refuses a wrong configuration at start. A connection string is never repeated: it holds a password.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var failures = new[] { CheckDataPath(options), CheckProvider(options), CheckConnectionString(options) }.OfType<string>().ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string? CheckDataPath(StorageOptions options) =>
        string.IsNullOrWhiteSpace(options.DataPath)
            ? "DataPath is empty; set it to the folder that everything is stored in, or leave it out for 'data'."
            : null;

    private static string? CheckProvider(StorageOptions options) =>
        options.Provider is StorageOptions.Sqlite or StorageOptions.Postgres
            ? null
            : $"Storage:Provider is '{options.Provider}'; set it to '{StorageOptions.Sqlite}' or '{StorageOptions.Postgres}'.";

    private static string? CheckConnectionString(StorageOptions options) => options.Provider switch
    {
        StorageOptions.Sqlite when !string.IsNullOrEmpty(options.ConnectionString) =>
            "Storage:ConnectionString is set but Storage:Provider is 'sqlite'; set Storage:Provider to 'postgres', or remove the connection string.",
        StorageOptions.Postgres when string.IsNullOrWhiteSpace(options.ConnectionString) =>
            "Storage:ConnectionString is empty; with Storage:Provider 'postgres', set it to something like 'Host=localhost;Database=assistant;Username=assistant;Password=…'.",
        StorageOptions.Postgres => CheckPostgres(options.ConnectionString!),
        _ => null,
    };

    private static string? CheckPostgres(string connectionString)
    {
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(connectionString);
            return string.IsNullOrWhiteSpace(parsed.Host) || string.IsNullOrWhiteSpace(parsed.Database)
                ? "Storage:ConnectionString names no Host or no Database; add 'Host=…;Database=…'."
                : null;
        }
        catch (ArgumentException exception)
        {
            return $"Storage:ConnectionString cannot be read ({exception.GetType().Name}); write it as 'Host=…;Database=…;Username=…;Password=…', with values that hold ';' in quotes.";
        }
    }
}

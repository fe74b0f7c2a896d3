using Microsoft.Extensions.Options;

namespace Assistant.Storage.Tests;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData("Storage:Provider", "mysql", "Storage:Provider is 'mysql'; set it to 'sqlite' or 'postgres'.")]
    [InlineData("Storage:Provider", "postgres", "Storage:ConnectionString is empty")]
    [InlineData("Storage:ConnectionString", "Host=x;Database=y", "set Storage:Provider to 'postgres', or remove the connection string")]
    [InlineData("DataPath", " ", "DataPath is empty")]
    public async Task Start_WrongSetting_NamesKeyAndFix(string key, string value, string message)
    {
        using var folder = new Folder();

        var failure = await StartAsync(folder, (key, value));

        failure.ShouldBeOfType<OptionsValidationException>().Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("Hostt=localhost;Password=secret")]
    [InlineData("Host=localhost;Password=secret;Port=secret")]
    [InlineData("Host=localhost;Password=secret")]
    [InlineData("secret")]
    public async Task Start_WrongConnectionString_IsNamedButNotRepeated(string connectionString)
    {
        using var folder = new Folder();

        var failure = await StartAsync(folder, ("Storage:Provider", "postgres"), ("Storage:ConnectionString", connectionString));

        var message = failure.ShouldBeOfType<OptionsValidationException>().Message;
        message.ShouldContain("Storage:ConnectionString");
        message.ShouldContain("Host=…;Database=…");
        message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Start_ServerDown_NamesKeyAndFix()
    {
        using var folder = new Folder();

        var failure = await StartAsync(folder, ("Storage:Provider", "postgres"), ("Storage:ConnectionString", $"Host={folder.Path}/nowhere;Database=x;Username=y;Password=secret"));

        failure!.Message.ShouldContain("Storage:ConnectionString");
        failure.Message.ShouldContain("check that the server runs");
        failure.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Start_DataPathThatCannotBeWrittenTo_NamesKeyValueAndFix()
    {
        using var folder = new Folder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var failure = await StartAsync(folder, ("DataPath", file));

        failure!.Message.ShouldContain($"DataPath '{file}' cannot be written to");
        failure.Message.ShouldContain("set DataPath to a folder");
    }

    private static ValueTask<Exception?> StartAsync(Folder folder, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["DataPath"] = folder.Path };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return Record.ExceptionAsync(async () => (await StorageHost.StartAsync(all, TimeProvider.System)).Dispose());
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("assistant-storage-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}

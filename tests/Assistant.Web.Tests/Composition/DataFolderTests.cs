using Assistant.Web.Composition;
using Microsoft.Extensions.Configuration;

namespace Assistant.Web.Tests.Composition;

public sealed class DataFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("assistant-data-").FullName;

    [Theory]
    [InlineData(null, "data")]
    [InlineData("", "data")]
    [InlineData("elsewhere/here", "elsewhere/here")]
    public void Prepare_RelativePath_IsMadeBelowTheContentRoot(string? configured, string expected)
    {
        var configuration = Configuration(configured);

        var data = DataFolder.Prepare(configuration, folder);

        data.Root.ShouldBe(Path.Combine(folder, expected));
        configuration["DataPath"].ShouldBe(data.Root);
        Directory.Exists(data.Root).ShouldBeTrue();
        Directory.EnumerateFiles(data.Root).ShouldBeEmpty();
    }

    [Fact]
    public void Prepare_PathBelowAFile_NamesKeyValueAndFix()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        var path = Path.Combine(file, "data");

        var error = Should.Throw<StartException>(() => DataFolder.Prepare(Configuration(path), folder));

        error.Message.ShouldContain("DataPath");
        error.Message.ShouldContain(path);
        error.Message.ShouldContain("another folder");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IConfiguration Configuration(string? path) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("DataPath", path)]).Build();
}

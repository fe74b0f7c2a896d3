using Assistant.Inference.Host.Adapters;

namespace Assistant.Inference.Host.Tests.Adapters;

public sealed class AdapterFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("adapter-folder");

    private string Root => folder.CreateSubdirectory("adapters").FullName;

    [Fact]
    public void Resolve_OfARelativePath_IsBelowTheFolder() =>
        AdapterFolder.Resolve(Root, "hr/3.gguf").ShouldBe(Path.Combine(Root, "hr", "3.gguf"));

    [Theory]
    [InlineData("../secret.gguf")]
    [InlineData("hr/../../secret.gguf")]
    [InlineData("/etc/passwd")]
    [InlineData(".")]
    [InlineData("../adapters-of-others/a.gguf")]
    public void Resolve_OfAPathOutside_IsRefused(string path) => AdapterFolder.Resolve(Root, path).ShouldBeNull();

    [Fact]
    public void Resolve_OfALinkThatLeaves_IsRefused()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "secret.gguf"), "");
        File.CreateSymbolicLink(Path.Combine(Root, "a.gguf"), Path.Combine(folder.FullName, "secret.gguf"));
        Directory.CreateSymbolicLink(Path.Combine(Root, "sub"), folder.FullName);

        AdapterFolder.Resolve(Root, "a.gguf").ShouldBeNull();
        AdapterFolder.Resolve(Root, "sub/secret.gguf").ShouldBeNull();
    }

    [Fact]
    public void Resolve_WithoutAFolder_TakesAnyPath() => AdapterFolder.Resolve(null, "/models/a.gguf").ShouldBe(Path.GetFullPath("/models/a.gguf"));

    public void Dispose() => folder.Delete(recursive: true);
}

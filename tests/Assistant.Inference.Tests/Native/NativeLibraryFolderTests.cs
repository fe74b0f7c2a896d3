using Assistant.Inference.Native;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Tests.Native;

public sealed class NativeLibraryFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("assistant-libraries-").FullName;

    [Fact]
    public void Find_WithoutAnyLibrary_NamesTheKeyTheFolderAndTheFix()
    {
        var message = Should.Throw<RuntimeException>(() => NativeLibraryFolder.Find(root, "auto")).Message;

        message.ShouldContain("Inference:Backend");
        message.ShouldContain(root);
        message.ShouldContain("found: none");
        message.ShouldContain("Node.js");
        Should.Throw<RuntimeException>(() => NativeLibraryFolder.Find(Path.Combine(root, "missing"), "auto")).Message.ShouldContain("found: none");
    }

    [Fact]
    public void Find_ABackendThatIsNotThere_SaysWhatIsAndHowToGetIt()
    {
        Write("linux-x64", "libllama.b10068.so");

        var message = Should.Throw<RuntimeException>(() => NativeLibraryFolder.Find(root, "cuda")).Message;

        message.ShouldContain("Inference:Backend = \"cuda\"");
        message.ShouldContain("found: cpu");
        message.ShouldContain("-p:LlamaBackend=cuda");
    }

    [Fact]
    public void Find_Auto_PrefersTheGpu()
    {
        Write("linux-x64", "libllama.b10068.so");
        Write("linux-x64-vulkan", "libllama.b10068.so");
        Write("linux-x64-cuda", "libllama.b10068.so");

        NativeLibraryFolder.Find(root, "auto").Backend.ShouldBe("cuda");
        NativeLibraryFolder.Find(root, "vulkan").Backend.ShouldBe("vulkan");
        NativeLibraryFolder.Find(root, "cpu").Path.ShouldBe(Path.Combine(root, "linux-x64"));
    }

    [Theory]
    [InlineData("libllama.b10068.so", "b10068")]
    [InlineData("libllama.b10068.dylib", "b10068")]
    [InlineData("llama.b10068.dll", "b10068")]
    [InlineData("libllama.v0.5.0.so", "v0.5.0")]
    public void Find_AnyPlatformsLibrary_ReadsItsRelease(string file, string release)
    {
        Write("some-platform", file, "libllama-common.so", "libggml-base.so", "libggml-cpu-haswell.so");

        var folder = NativeLibraryFolder.Find(root, "auto");

        folder.Release.ShouldBe(release);
        folder.File("llama").ShouldBe(Path.Combine(root, "some-platform", file));
        folder.File("ggml").ShouldBeNull();
        folder.File("ggml-base").ShouldNotBeNull();
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private void Write(string folder, params string[] names)
    {
        Directory.CreateDirectory(Path.Combine(root, folder));
        foreach (var name in names)
        {
            File.WriteAllBytes(Path.Combine(root, folder, name), []);
        }
    }
}

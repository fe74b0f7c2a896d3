#if !LLAMASHARP // one process loads one llama.cpp
using Assistant.Inference.Native;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Tests.Native;

public sealed class NativeLoaderTests
{
    private readonly NativeLibraryFolder folder = NativeLibraryFolder.Find(Path.Combine(AppContext.BaseDirectory, "llama"), "auto");

    [Fact]
    public void Load_TheRestoredLibrary_FitsTheBinding()
    {
        NativeLoader.Load(folder);

        Should.NotThrow(() => BindingCheck.Verify(folder));
        // The release that the package pins is the one that the structs were written for.
        folder.Release.ShouldBe("b10068");
    }

    [Fact]
    public void Load_ASecondLibrary_IsRefused()
    {
        NativeLoader.Load(folder);

        Should.Throw<RuntimeException>(() => NativeLoader.Load(folder with { Path = "elsewhere" })).Message.ShouldContain(folder.Path);
    }
}
#endif

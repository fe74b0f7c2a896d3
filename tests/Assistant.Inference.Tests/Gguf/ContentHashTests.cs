using Assistant.Inference.Gguf;

namespace Assistant.Inference.Tests.Gguf;

public sealed class ContentHashTests
{
    [Fact]
    public async Task ComputeAsync_KnownContent_GivesItsSha256()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "abc", TestContext.Current.CancellationToken);

        var hash = await ContentHash.ComputeAsync(path, TestContext.Current.CancellationToken);

        File.Delete(path);
        // FIPS 180-2, appendix B.1
        hash.ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    [Fact]
    public async Task ComputeAsync_Cancelled_Throws()
    {
        var path = Path.GetTempFileName();

        await Should.ThrowAsync<OperationCanceledException>(() => ContentHash.ComputeAsync(path, new CancellationToken(canceled: true)));

        File.Delete(path);
    }
}

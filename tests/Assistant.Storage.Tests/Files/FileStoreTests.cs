using System.Security.Cryptography;
using Assistant.Core.Documents;
using Assistant.Storage.Tests.Backends;

namespace Assistant.Storage.Tests.Files;

public sealed class FileStoreTests() : StorageTest(new SqliteTestDatabase())
{
    private IFileStore Store => Get<IFileStore>();

    private string Incoming => Path.Combine(Database.DataPath, "files", "incoming");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(131_072)]
    [InlineData(1_000_003)]
    public async Task SaveAsync_Content_IsStoredUnderItsHash(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));

        var stored = await Store.SaveAsync(new DribblingStream(content), length, Cancellation);

        stored.ShouldBe(new StoredFile(hash, length));
        var path = Store.PathOf(hash).ShouldNotBeNull();
        path.ShouldBe(Path.Combine(Database.DataPath, "files", hash[..2], hash[2..]));
        (await File.ReadAllBytesAsync(path, Cancellation)).ShouldBe(content);
        Directory.GetFiles(Incoming).ShouldBeEmpty();
    }

    [Fact]
    public async Task SaveAsync_SameBytesAtOnce_AreStoredOnce()
    {
        var content = RandomNumberGenerator.GetBytes(300_000);

        var stored = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.SaveAsync(new DribblingStream(content), long.MaxValue, Cancellation))));

        stored.Distinct().ShouldHaveSingleItem();
        Directory.GetFiles(Path.Combine(Database.DataPath, "files"), "*", SearchOption.AllDirectories).ShouldBe([Store.PathOf(stored[0].ContentHash)!]);
    }

    [Fact]
    public async Task SaveAsync_OneByteTooMany_IsRefusedAndLeavesNothing()
    {
        var refusal = await Should.ThrowAsync<FileTooLargeException>(() => Store.SaveAsync(new DribblingStream(new byte[1001]), 1000, Cancellation));

        refusal.MaxBytes.ShouldBe(1000);
        Directory.GetFiles(Path.Combine(Database.DataPath, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task SaveAsync_UploadBreaksOff_LeavesNothing()
    {
        await Should.ThrowAsync<IOException>(() => Store.SaveAsync(new DribblingStream(new byte[100_000], failAt: 50_000), long.MaxValue, Cancellation));

        Directory.GetFiles(Path.Combine(Database.DataPath, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_UploadCutOffByAKill_IsRemovedAndStoredFilesStay()
    {
        var stored = await Store.SaveAsync(new MemoryStream("kept"u8.ToArray()), 100, Cancellation);
        await File.WriteAllTextAsync(Path.Combine(Incoming, "half"), "half", Cancellation);

        await RestartAsync();

        Directory.GetFiles(Incoming).ShouldBeEmpty();
        Store.PathOf(stored.ContentHash).ShouldNotBeNull();
    }

    [Fact]
    public async Task Delete_StoredFile_IsGoneAndMayBeStoredAgain()
    {
        var stored = await Store.SaveAsync(new MemoryStream("text"u8.ToArray()), 100, Cancellation);

        Store.Delete(stored.ContentHash);
        Store.Delete(stored.ContentHash);
        Store.PathOf(stored.ContentHash).ShouldBeNull();

        (await Store.SaveAsync(new MemoryStream("text"u8.ToArray()), 100, Cancellation)).ShouldBe(stored);
        Store.PathOf(stored.ContentHash).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../../assistant.db")]
    [InlineData("/etc/passwd")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("../cdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789")]
    public void PathOf_NotAHash_IsNull(string hash)
    {
        Store.PathOf(hash).ShouldBeNull();
        Store.Delete(hash);
        File.Exists(Path.Combine(Database.DataPath, "assistant.db")).ShouldBeTrue();
    }

    /// <summary>Gives odd numbers of bytes at a time, as a network does; fails at an offset when told to.</summary>
    private sealed class DribblingStream(byte[] content, int failAt = int.MaxValue) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= failAt
                ? ValueTask.FromException<int>(new IOException("The connection was closed."))
                : base.ReadAsync(buffer[..Math.Min(buffer.Length, 7919)], cancellationToken);
    }
}

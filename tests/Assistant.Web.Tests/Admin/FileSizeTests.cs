using Assistant.Web.Admin;

namespace Assistant.Web.Tests.Admin;

public sealed class FileSizeTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1 KB")]
    [InlineData(1536, "1.5 KB")]
    [InlineData(1_048_575, "1 MB")]
    [InlineData(104_857_600, "100 MB")]
    [InlineData(5_368_709_120, "5 GB")]
    public void Format_Bytes_AreShownInTheLargestUnitThatFits(long bytes, string text) =>
        FileSize.Format(bytes).ShouldBe(text);
}

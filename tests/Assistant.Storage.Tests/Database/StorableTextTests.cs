using System.Text;
using Assistant.Storage.Database;
using FsCheck.Xunit;

namespace Assistant.Storage.Tests.Database;

public sealed class StorableTextTests
{
    [Property]
    public void Clean_AnyText_IsValidUnicodeOfTheSameLength(char[] characters)
    {
        var text = new string(characters);

        var clean = StorableText.Clean(text);

        clean.Length.ShouldBe(text.Length);
        clean.ShouldNotContain('\0');
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(clean).ShouldBeGreaterThanOrEqualTo(0);
        StorableText.Clean(clean).ShouldBeSameAs(clean);
    }

    // Not inline data: the compiler cannot write unpaired surrogates into an attribute.
    [Fact]
    public void Clean_Text_ReplacesOnlyWhatCannotBeStored()
    {
        StorableText.Clean("Größe 😀").ShouldBe("Größe 😀");
        StorableText.Clean("a\0b").ShouldBe("a\ufffdb");
        StorableText.Clean("\ud800").ShouldBe("\ufffd");
        StorableText.Clean("\udc00\ud800").ShouldBe("\ufffd\ufffd");
    }
}

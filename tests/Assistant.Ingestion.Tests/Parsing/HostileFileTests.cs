using System.Buffers.Binary;
using System.Text;
using Assistant.Core.Documents;
using Assistant.Ingestion.Tests.Doubles;

namespace Assistant.Ingestion.Tests.Parsing;

/// <summary>Broken and hostile files, read by real parser processes: each is read or refused, and costs no process.</summary>
public sealed class HostileFileTests(ParserFixture parsers)
{
    private static readonly string[] Containers = [".pdf", ".docx", ".pptx", ".xlsx"];

    public static TheoryData<string> Files => [.. SampleFiles.OneOfEach];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Parse_TruncatedFile_IsReadOrRefusedWithoutLosingTheProcess(string file)
    {
        var whole = await File.ReadAllBytesAsync(SampleFiles.PathOf(file), TestContext.Current.CancellationToken);
        int[] lengths = [0, 1, 7, 100, whole.Length / 4, whole.Length / 2, whole.Length * 3 / 4, whole.Length - 100, whole.Length - 30];

        foreach (var length in lengths.Select(l => Math.Clamp(l, 0, whole.Length)))
        {
            var outcome = await parsers.ParseAsync(file, whole[..length]);

            ShouldBeReadOrRefused(outcome, $"{file}, first {length} bytes");
            if (Containers.Contains(Path.GetExtension(file)) && length <= whole.Length * 3 / 4)
            {
                // Half a document must not pass for a whole one.
                outcome.ShouldBeOfType<ParseOutcome.Refused>($"{file}, first {length} bytes");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Parse_FlippedBits_IsReadOrRefusedWithoutLosingTheProcess(string file)
    {
        var whole = await File.ReadAllBytesAsync(SampleFiles.PathOf(file), TestContext.Current.CancellationToken);
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            var damaged = whole.ToArray();
            for (var i = 0; i < 1 + (seed * 4); i++)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            }

            ShouldBeReadOrRefused(await parsers.ParseAsync(file, damaged), $"{file}, seed {seed}");
        }
    }

    [Fact]
    public async Task Parse_ZipThatLiesAboutItsSize_IsNotUnpackedBeyondIt()
    {
        var xml = Encoding.UTF8.GetBytes($"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{string.Concat(Enumerable.Repeat("<w:p><w:r><w:t>Free money.</w:t></w:r></w:p>", 1_000_000))}</w:body></w:document>");
        var zip = OfficeFiles.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", xml));
        for (var at = zip.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0;)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at + 24)) == xml.Length)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + 24), 1_000);
            }

            var next = zip.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        (await parsers.ParseAsync("lies.docx", zip)).ShouldBeOfType<ParseOutcome.Refused>().Reason.ShouldBe(ParseFailure.Damaged);
    }

    [Theory]
    [InlineData("deep.html", "<div>", "</div>")]
    [InlineData("deep.html", "<ul><li>", "</li></ul>")]
    [InlineData("deep.html", "<table><tr><td>", "</td></tr></table>")]
    [InlineData("deep.md", "> ", "")]
    [InlineData("deep.md", "[", "]")]
    public async Task Parse_DeepNesting_IsReadOrRefusedWithoutLosingTheProcess(string name, string open, string close)
    {
        var content = string.Concat(Enumerable.Repeat(open, 5_000)) + "The limit is 42 days." + string.Concat(Enumerable.Repeat(close, 5_000));

        ShouldBeReadOrRefused(await parsers.ParseAsync(name, Encoding.UTF8.GetBytes(content)), $"{name} of {open}");
    }

    [Fact]
    public async Task Parse_AnyRefusal_TellsThePersonWhatToDo()
    {
        (string Name, byte[] Content)[] files = [("a.pdf", []), ("a.txt", " \n "u8.ToArray()), ("a.xyz", "x"u8.ToArray()), ("a.pdf", "plain"u8.ToArray()), ("a.docx", OfficeFiles.EncryptedPackage())];

        var reasons = new List<ParseFailure>();
        foreach (var (name, content) in files)
        {
            var refused = (await parsers.ParseAsync(name, content)).ShouldBeOfType<ParseOutcome.Refused>();
            refused.Message.ShouldEndWith(".");
            refused.Message.ShouldNotContain("Exception");
            reasons.Add(refused.Reason);
        }

        reasons.ShouldBe([ParseFailure.Empty, ParseFailure.NoText, ParseFailure.UnsupportedFormat, ParseFailure.WrongExtension, ParseFailure.PasswordProtected]);
    }

    private static void ShouldBeReadOrRefused(ParseOutcome outcome, string what)
    {
        if (outcome is ParseOutcome.Refused refused)
        {
            refused.Reason.ShouldNotBeOneOf([ParseFailure.Crashed, ParseFailure.TimedOut, ParseFailure.OutOfMemory], what);
            refused.Message.ShouldNotBeNullOrWhiteSpace(what);
        }
    }
}

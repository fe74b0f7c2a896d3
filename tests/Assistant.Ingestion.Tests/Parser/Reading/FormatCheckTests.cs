using System.Text;
using Assistant.Core.Documents;
using Assistant.Ingestion.Tests.Doubles;

namespace Assistant.Ingestion.Tests.Parser.Reading;

public sealed class FormatCheckTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    public static TheoryData<string, byte[], ParseFailure> Files => new()
    {
        { "a.pdf", [], ParseFailure.Empty },
        { "a.md", "   \n\n"u8.ToArray(), ParseFailure.NoText },
        { "a.doc", "text"u8.ToArray(), ParseFailure.UnsupportedFormat },
        { "noextension", "text"u8.ToArray(), ParseFailure.UnsupportedFormat },
        { "a.pdf", "just text"u8.ToArray(), ParseFailure.WrongExtension },
        { "a.pdf", Png, ParseFailure.WrongExtension },
        { "a.txt", Png, ParseFailure.WrongExtension },
        { "a.csv", "<!DOCTYPE html><p>Sign in</p>"u8.ToArray(), ParseFailure.WrongExtension },
        { "a.txt", new PdfFile().Text(70, 700, "Text").Build(), ParseFailure.WrongExtension },
        { "a.docx", new PdfFile().Text(70, 700, "Text").Build(), ParseFailure.WrongExtension },
        { "a.docx", XlsxFile.Of(XlsxFile.Rows(["a"])), ParseFailure.WrongExtension },
        { "a.pdf", XlsxFile.Of(XlsxFile.Rows(["a"])), ParseFailure.WrongExtension },
        { "a.docx", OfficeFiles.Zip(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("content.xml", "<a/>"u8.ToArray())), ParseFailure.WrongExtension },
        { "a.docx", OfficeFiles.Zip(("hello.txt", "hello"u8.ToArray())), ParseFailure.Damaged },
        { "a.docx", OfficeFiles.EncryptedPackage(), ParseFailure.PasswordProtected },
        { "a.xlsx", OfficeFiles.EncryptedPackage(), ParseFailure.PasswordProtected },
        { "a.docx", new byte[5000], ParseFailure.Damaged },
        { "a.eml", "Just a sentence without any header."u8.ToArray(), ParseFailure.WrongExtension },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_FileThatCannotBeRead_IsRefusedWithItsReason(string name, byte[] content, ParseFailure reason) =>
        TestReader.Failure(name, content).ShouldBe(reason, TestReader.Message(name, content));

    [Fact]
    public void Read_WrongExtension_SaysWhatItIs() =>
        TestReader.Message("plan.docx", XlsxFile.Of(XlsxFile.Rows(["a"]))).ShouldBe("The name ends in “.docx”, but the content is an Excel workbook. Rename it to “.xlsx”, and upload it again.");

    [Fact]
    public void Read_MoreTextThanAllowed_IsTooLarge() =>
        TestReader.Failure("a.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("word and more. ", 100_000)))).ShouldBe(ParseFailure.TooLarge);

    [Fact]
    public void Read_PdfWithUserPassword_IsPasswordProtected()
    {
        var protectedPdf = PdfFile.Raw(
            "/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]",
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
            "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <1111111111111111111111111111111111111111111111111111111111111111> /U <2222222222222222222222222222222200000000000000000000000000000000> >>");

        TestReader.Failure("a.pdf", protectedPdf).ShouldBe(ParseFailure.PasswordProtected);
    }

    [Fact]
    public void Read_ZipBomb_IsRefusedBeforeItIsUnpacked()
    {
        var bomb = OfficeFiles.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", new byte[40 * 1024 * 1024]));

        bomb.Length.ShouldBeLessThan(200_000);
        TestReader.Failure("a.docx", bomb).ShouldBe(ParseFailure.DecompressionBomb);
    }

    [Fact]
    public void Read_ManyEntries_IsRefused() =>
        TestReader.Failure("a.docx", OfficeFiles.Zip([.. Enumerable.Range(0, 20_001).Select(i => ($"{i}", Array.Empty<byte>()))])).ShouldBe(ParseFailure.DecompressionBomb);
}

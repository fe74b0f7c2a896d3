using System.Text;
using Assistant.Ingestion.Tests.Doubles;

namespace Assistant.Ingestion.Tests.Parser.PlainText;

public sealed class PlainTextReaderTests
{
    [Fact]
    public void Read_Headings_AreFoundByTheirLooks() =>
        TestReader.Read("a.txt", "Guide\n=====\n\nText one.\n\n2.1 Scope\n\nText two.\n\nIMPORTANT NOTES\nText three.").Lines().ShouldBe(
        [
            "H1 Guide",
            "P Text one.",
            "H3 2.1 Scope",
            "P Text two.",
            "H2 IMPORTANT NOTES",
            "P Text three.",
        ]);

    [Fact]
    public void Read_WrappedLines_AreJoinedAndShortOnesAreNot()
    {
        const string Wrapped = "The employee tells the manager on the first day of the absence and sends\nthe certificate on the third day at the latest, unless the rules of the\nsite say something else.";

        TestReader.Read("a.txt", $"{Wrapped}\n\nHalden Instruments\nMill Street 4\nLeeds").Lines().ShouldBe(
        [
            $"P {Wrapped.Replace('\n', ' ')}",
            "P Halden Instruments\nMill Street 4\nLeeds",
        ]);
    }

    [Fact]
    public void Read_Lists_KeepNumbersAndLoseBullets() =>
        TestReader.Read("a.txt", "Bring:\n- a pen\n- the form of the\n  department\n1) ID card").Lines().ShouldBe(["P Bring:", "LI a pen", "LI the form of the department", "LI 1) ID card"]);

    [Fact]
    public void Read_AlignedColumns_AreATable() =>
        TestReader.Read("a.txt", "Printer    Place          Paper\nHH-01      Ground floor   A4\nHH-02      First floor,\n           east wing      A3").Lines().ShouldBe(
        [
            "TH Printer | Place | Paper",
            "TR HH-01 | Ground floor | A4",
            "TR HH-02 | First floor, east wing | A3",
        ]);

    [Fact]
    public void Read_LineAboveIndentedLines_NamesThem() =>
        TestReader.Read("a.txt", "LOG\n\n3.4.0    2026-10-20\n  ADDED    Export\n  FIXED    Import").Lines().ShouldBe(["H1 LOG", "H2 3.4.0 2026-10-20", "TR ADDED | Export", "TR FIXED | Import"]);

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes("Größe: 5 €") },
        { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Größe: 5 €")] },
        { "UTF-16 with mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Größe: 5 €")] },
        { "UTF-16 big-endian with mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("Größe: 5 €")] },
        { "UTF-16 without mark", Encoding.Unicode.GetBytes("Größe: 5 €") },
        { "Windows-1252", [.. "Gr"u8, 0xF6, 0xDF, .. "e: 5 "u8, 0x80] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_Encoding_IsDetected(string name, byte[] content) => TestReader.Read("a.txt", content).Text.ShouldBe("Größe: 5 €", name);

    [Fact]
    public void Read_InvisibleCharacters_AreRemoved() => TestReader.Read("a.txt", "se\u00ADcret\u200B ﬁle\u00A0one").Text.ShouldBe("secret file one");
}

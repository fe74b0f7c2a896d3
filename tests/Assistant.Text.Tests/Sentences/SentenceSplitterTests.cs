using Assistant.Text.Sentences;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Assistant.Text.Tests.Sentences;

public sealed class SentenceSplitterTests
{
    private static readonly string[] Pieces =
    [
        "Leave is 30 days. ", "See [1]. ", "Done. [1] ", "Done.[1][2] ", "[", "[1", "]", "Dr. ", "z. B. ", "e.g. ", "U.S. ", "No. 5 ", "am 31. März ",
        "3.5", ".", "..", "…", "?!", "! ", "? ", " ", "   ", "\n", "\r\n", "\t", "\"", "” ", ") ", "(", "*", "**", "- ", "1. ", "A. ", "x", "Über ", "ñ", "東京。", "😀", "\ud83d", "\0", "etc. ", "The ", "the ", "\u00A0",
    ];

    private static readonly SentenceSplitter Splitter = new();

    [Theory]
    [InlineData("Leave is 30 days. It must be taken by March.", "Leave is 30 days.|It must be taken by March.")]
    [InlineData("Really?! Yes. \"No.\" (Perhaps.) Good…  Fine", "Really?!|Yes.|\"No.\"|(Perhaps.)|Good…|Fine")]
    [InlineData("First line\nsecond line. Third\r\n\r\nfourth", "First line|second line.|Third|fourth")]
    [InlineData("It ends here…but goes on. \"Stop!\" he said.", "It ends here…but goes on.|\"Stop!\" he said.")]
    [InlineData("**Important.** Read this. _Really._ Yes.", "**Important.**|Read this.|_Really._|Yes.")]
    [InlineData("これは文です。次の文です。", "これは文です。|次の文です。")]
    [InlineData("See www.example.com/a.b?c=d. Version 2.3.1 is out.", "See www.example.com/a.b?c=d.|Version 2.3.1 is out.")]
    [InlineData("Wait... What? He waited... and left.", "Wait...|What?|He waited... and left.")]
    public void Split_Sentences_EndAtTerminatorsAndLines(string text, string expected) => Sentences(text).ShouldBe(expected.Split('|'));

    [Theory]
    [InlineData("Ask Dr. Weiss, Mr. Carter or Prof. Ferri.")]
    [InlineData("John F. Kennedy and J. R. R. Tolkien met.")]
    [InlineData("Use a VPN, e.g. Gateway, i.e. the one from IT.")]
    [InlineData("The U.S. Government pays at 9 a.m. Eastern time.")]
    [InlineData("See Art. 7 in Vol. 2, Fig. 3, p. 12 and No. 5 of Sec. IV in full.")]
    [InlineData("Das gilt z. B. Montags, d. h. An Werktagen, u. a. Freitags.")]
    [InlineData("Vgl. § 3 Abs. 2 S. 1 Nr. 4 BUrlG i. V. m. Art. 5 sowie Ziff. 3.")]
    [InlineData("Der Urlaub verfällt am 31. März, im 2. Quartal oder zum 1. Januar.")]
    [InlineData("Bis zum 15. Dezember bzw. Ende Januar, ggf. Mit Antrag.")]
    [InlineData("La Sra. Ruiz y el Dr. Pérez, p. ej. Madrid, pág. 12, núm. 3.")]
    [InlineData("It costs 1.500,00 EUR, i.e. 3.5 % more.")]
    [InlineData("1. Open the app")]
    public void Split_FullStopInsideASentence_DoesNotEndIt(string sentence) => Sentences(sentence).ShouldBe([sentence]);

    [Theory]
    [InlineData("He lives in the U.S. The office is there.", "He lives in the U.S.|The office is there.")]
    [InlineData("Bring paper, pens, etc. We start at 9 a.m. The end is open.", "Bring paper, pens, etc.|We start at 9 a.m.|The end is open.")]
    [InlineData("The answer is no. Ask again. The limit is 42. Next year it is 50.", "The answer is no.|Ask again.|The limit is 42.|Next year it is 50.")]
    [InlineData("Es endet 2025. Danach gilt die neue Regel. Es sind 30. Mehr nicht.", "Es endet 2025.|Danach gilt die neue Regel.|Es sind 30.|Mehr nicht.")]
    [InlineData("It contains vitamin C. The dose is small.", "It contains vitamin C.|The dose is small.")]
    [InlineData("¿Cuántos días? ¡Treinta! Son hábiles.", "¿Cuántos días?|¡Treinta!|Son hábiles.")]
    [InlineData("1. Open the app. 2. Sign in.", "1. Open the app.|2. Sign in.")]
    public void Split_FullStopThatCouldBeEither_IsDecidedByItsSurroundings(string text, string expected) => Sentences(text).ShouldBe(expected.Split('|'));

    [Theory]
    [InlineData("You get 30 days of leave. [1] They expire in March. [2]", "You get 30 days of leave. [1]|They expire in March. [2]")]
    [InlineData("You get 30 days.[1][2] They expire. [1] [3]\nYes [4].", "You get 30 days.[1][2]|They expire. [1] [3]|Yes [4].")]
    [InlineData("\"You get 30 days.\" [1] Next.", "\"You get 30 days.\" [1]|Next.")]
    [InlineData("See the list. [a] is first. [1234] is no marker.", "See the list.|[a] is first.|[1234] is no marker.")]
    [InlineData("Ask Dr. [1] Next.", "Ask Dr. [1]|Next.")]
    public void Split_CitationMarkers_StayWithTheSentenceBeforeThem(string text, string expected) => Sentences(text).ShouldBe(expected.Split('|'));

    [Property(MaxTest = 500)]
    public Property NextUnit_AnyChunking_GivesTheSameUnits() =>
        Prop.ForAll(Arb.From(Texts()), Arb.From(Gen.ListOf(Gen.Choose(1, 7))), (text, sizes) =>
            Stream(text, [.. sizes]).ShouldBe(Stream(text, [])));

    [Property(MaxTest = 500)]
    public Property NextUnit_AnyPrefix_IsUncertainOrRight() => Prop.ForAll(Arb.From(Texts()), text =>
    {
        var whole = text.Length == 0 ? 0 : Splitter.NextUnit(text, complete: true);
        for (var length = 0; length <= text.Length; length++)
        {
            Splitter.NextUnit(text.AsSpan(0, length), complete: false).ShouldBeOneOf(0, whole);
        }
    });

    [Property(MaxTest = 500)]
    public Property Split_AnyText_CoversEverythingButWhiteSpace() => Prop.ForAll(Arb.From(Texts()), text =>
    {
        var spans = Splitter.Split(text);
        var rest = text.ToCharArray();
        foreach (var span in spans)
        {
            text.Substring(span.Start, span.Length).ShouldBe(text.Substring(span.Start, span.Length).Trim());
            span.Length.ShouldBePositive();
            Array.Fill(rest, ' ', span.Start, span.Length);
        }

        new string(rest).ShouldBeNullOrWhiteSpace();
        spans.Zip(spans.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start);
    });

    [Theory]
    [InlineData("word ")]
    [InlineData("x")]
    [InlineData("Dr. ")]
    [InlineData("3.5")]
    [InlineData("[1]")]
    [InlineData("😀")]
    public void NextUnit_TextWithoutAnEnd_IsNotHeldBackForEver(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 3000));

        var length = Splitter.NextUnit(text, complete: false);

        length.ShouldBeInRange(1, 2100);
        char.IsHighSurrogate(text[length - 1]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("One sentence.")]
    [InlineData("One sentence. ")]
    [InlineData("One sentence. [")]
    [InlineData("One sentence. [1] ")]
    [InlineData("In the U.S. Th")]
    public void NextUnit_EndThatMayStillChange_IsHeldBack(string text) => Splitter.NextUnit(text, complete: false).ShouldBe(0);

    [Theory]
    [InlineData("One sentence. T", 14)]
    [InlineData("One sentence. [1] T", 18)]
    [InlineData("A line\n", 7)]
    [InlineData("One sentence. \n", 15)]
    public void NextUnit_CertainEnd_IsReleasedAtOnce(string text, int length)
    {
        // A word after the sentence may matter until it ends; one character of it is enough after a plain full stop.
        var released = Enumerable.Range(0, 30).Select(n => Splitter.NextUnit(text + new string('x', n), complete: false)).First(n => n > 0);

        released.ShouldBe(length);
    }

    private static Gen<string> Texts() => Gen.ListOf(Gen.Elements(Pieces)).Select(string.Concat);

    private static List<string> Sentences(string text) => [.. Splitter.Split(text).Select(s => text.Substring(s.Start, s.Length))];

    /// <summary>The units of a text that arrives in pieces of these sizes, or at once.</summary>
    private static List<string> Stream(string text, IReadOnlyList<int> sizes)
    {
        var units = new List<string>();
        var held = "";
        for (int at = 0, n = 0; at < text.Length; n++)
        {
            var size = Math.Min(sizes.Count == 0 ? text.Length : sizes[n % sizes.Count], text.Length - at);
            held += text.Substring(at, size);
            at += size;
            Take(complete: false);
        }

        Take(complete: true);
        return units;

        void Take(bool complete)
        {
            while (held.Length > 0 && Splitter.NextUnit(held, complete) is var length and > 0)
            {
                units.Add(held[..length]);
                held = held[length..];
            }
        }
    }
}

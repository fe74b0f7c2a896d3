using Assistant.Text.Analysis;
using FsCheck.Xunit;

namespace Assistant.Text.Tests.Analysis;

public sealed class TextAnalyzerTests
{
    private static readonly TextAnalyzer Analyzer = new();

    [Theory]
    [InlineData("en", "policies policy", "polici polici")]
    [InlineData("en", "the company's employees’ requests weren't approved", "compani employe request approv")]
    [InlineData("de", "Kündigungsfristen und die Kuendigungsfrist", "kundigungsfrist kundigungsfrist")]
    [InlineData("de", "Straßen STRASSE", "strass strass")]
    [InlineData("es", "las vacaciones, la vacación", "vacacion vacacion")]
    [InlineData("fr", "l'entreprise, les entreprises", "entrepris entrepris")]
    [InlineData("it", "dell'azienda, le aziende", "azi azi")]
    [InlineData("pt", "aplicações aplicação", "aplic aplic")]
    [InlineData("nl", "werknemers werknemer", "werknemer werknemer")]
    [InlineData("sv", "semesterdagar semesterdag", "semesterdag semesterdag")]
    [InlineData("ru", "сотрудников сотрудники", "сотрудник сотрудник")]
    [InlineData("tr", "kitaplar KİTAP", "kitap kitap")]
    [InlineData("nb", "ansattes ansatte", "ansatt ansatt")]
    [InlineData("de-AT", "Häuser Haus", "haus haus")]
    [InlineData("xx", "policies policy", "policies policy")]
    public void Analyze_WordForms_MeetInOneTerm(string language, string text, string terms) => Terms(text, language).ShouldBe(terms);

    [Theory]
    [InlineData("Café CAFÉ cafe\u0301 cafe", "cafe cafe cafe cafe")]
    [InlineData("Łódź Ørsted Ægir œuvre ﬁnance Ⅳ", "lodz orsted aegir oeuvre finance iv")]
    [InlineData("ｆｕｌｌ m² CO₂ 𝐀𝐁", "full m2 co2 ab")]
    [InlineData("soft\u00ADhyphen zero\u200Dwidth", "softhyphen zerowidth")]
    [InlineData("Öl ÖL öl", "ol ol ol")]
    public void Analyze_WaysOfWriting_FoldToOne(string text, string terms) => Terms(text, "xx").ShouldBe(terms);

    [Theory]
    [InlineData("en", "1,500.00 1.500,00 1'500 1500", "1500 1500 1500 1500")]
    [InlineData("en", "1,500 3.5 3,5 30% $1,234,567.89", "1500 3.5 3.5 30 1234567.89")]
    [InlineData("de", "1.500 3,5 30 %", "1500 3.5 30")]
    [InlineData("en", "31.03.2025 2025-03-31 09:00 9:00", "31 3 2025 2025 3 31 9 0 9 0")]
    [InlineData("en", "10.0.0.1 2.3.1", "10.0.0.1 2.3.1")]
    public void Analyze_Numbers_HaveOneForm(string language, string text, string terms) => Terms(text, language).ShouldBe(terms);

    [Theory]
    [InlineData("PX-400", "px 400 (px400)")]
    [InlineData("PX-400's", "px 400 (px400)")]
    [InlineData("PX400", "(px) (400) px400")]
    [InlineData("ERR_4012", "err 4012 (err4012)")]
    [InlineData("v2.3", "2.3 (v2.3)")]
    [InlineData("getUserName", "(get) (user) (name) getusername")]
    [InlineData("HTTPServer", "(http) (server) httpserver")]
    [InlineData("retry_count", "retry count (retrycount)")]
    [InlineData("30km", "30 km (30km)")]
    [InlineData("Q4", "q4")]
    [InlineData("E-Mail", "email (mail)")]
    [InlineData("Remote-Work-Policy", "remote work policy")]
    [InlineData("O'Brien U.S.", "obrien us")]
    [InlineData("config.json", "config json")]
    public void Analyze_Identifiers_StandWholeAndInParts(string text, string terms) =>
        string.Join(' ', Analyzer.Analyze(text, "xx").Select(t => t.IsVariant ? $"({t.Term})" : t.Term)).ShouldBe(terms);

    [Theory]
    [InlineData("en", "What is the limit, and how many of them may we have?", "limit")]
    [InlineData("de", "Wie viele Tage darf ich für die Reise nehmen?", "tag reis nehm")]
    [InlineData("es", "¿Cuántos días más puedo tener?", "dias")]
    [InlineData("en", "Who is in the IT team of the US?", "it team us")]
    [InlineData("en", "WHO IS IN THE TEAM", "team")]
    public void Analyze_FunctionWords_Go(string language, string text, string terms) => Terms(text, language).ShouldBe(terms);

    [Theory]
    [InlineData("東京都庁", "東京 京都 都庁")]
    [InlineData("東", "東")]
    [InlineData("第3章です", "第 3 章で です")]
    [InlineData("カタカナ", "カタ タカ カナ")]
    [InlineData("휴가 정책", "휴가 정책")]
    [InlineData("ลาพักร้อน", "ลา าพั พัก กร้ ร้อ อน")]
    public void Analyze_ScriptWithoutWordSpaces_GivesPairs(string text, string terms) => Terms(text, "xx").ShouldBe(terms);

    [Theory]
    [InlineData("The PX-400's limit: 1.500,00 €")]
    [InlineData("Straße, 𝐀𝐁, ﬁn, 東京都, l'azienda")]
    public void Analyze_Tokens_PointAtTheirText(string text)
    {
        foreach (var token in Analyzer.Analyze(text, "en"))
        {
            token.Length.ShouldBePositive();
            char.IsWhiteSpace(text, token.Start).ShouldBeFalse();
            text.Substring(token.Start, token.Length).ShouldNotContain(' ');
        }
    }

    [Property(MaxTest = 500)]
    public void Analyze_AnyText_GivesCleanTermsInBounds(string? text, bool german)
    {
        text ??= "";

        foreach (var token in Analyzer.Analyze(text, german ? "de" : "en"))
        {
            token.Term.ShouldNotBeEmpty();
            token.Term.Length.ShouldBeLessThanOrEqualTo(64);
            token.Term.ShouldNotContain(c => char.IsWhiteSpace(c) || char.IsControl(c) || (char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c != '.'));
            token.Term.ShouldNotContain(c => char.IsAsciiLetterUpper(c));
            (token.Start >= 0 && token.Start + token.Length <= text.Length).ShouldBeTrue();
        }
    }

    [Property]
    public void Analyze_UpperCase_GivesTheSameTermsAsLower(string? text)
    {
        // Without stop words and camel humps there is no difference that case could make.
        var words = string.Join(' ', (text ?? "").Where(char.IsAsciiLetterLower).Chunk(4).Select(c => new string(c)));

        Terms(words.ToUpperInvariant(), "xx").ShouldBe(Terms(words, "xx"));
    }

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("a\udc00b")]
    [InlineData("\0\u0301\u200D'-._,")]
    [InlineData("''''----____....")]
    public void Analyze_BrokenText_IsRead(string text) => Should.NotThrow(() => Analyzer.Analyze(text, "de"));

    [Fact]
    public void Analyze_OneVeryLongWord_GivesOneCutTerm() =>
        Analyzer.Analyze(new string('x', 100_000), "en").ShouldHaveSingleItem().Term.Length.ShouldBe(64);

    [Fact]
    public async Task Analyze_FromManyThreads_GivesTheSameTerms()
    {
        var analyzer = new TextAnalyzer();
        const string text = "Die Kündigungsfristen der Arbeitsverträge betragen vier Wochen zum Monatsende.";
        var expected = Terms(text, "de");

        var found = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => string.Join(' ', analyzer.Analyze(text, "de").Select(t => t.Term)), TestContext.Current.CancellationToken)));

        found.ShouldAllBe(terms => terms == expected);
    }

    [Fact]
    public void Fingerprint_OfTwoAnalyzers_IsTheSame() => new TextAnalyzer().Fingerprint.ShouldBe(Analyzer.Fingerprint);

    private static string Terms(string text, string language) =>
        string.Join(' ', Analyzer.Analyze(text, language).Where(t => !t.IsVariant).Select(t => t.Term));
}

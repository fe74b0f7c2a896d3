using Assistant.Text.Languages;

namespace Assistant.Text.Tests.Languages;

public sealed class LanguageDetectorTests
{
    private static readonly LanguageDetector Detector = new();

    [Theory]
    [InlineData("en", "How many days of annual leave do I get in Hamburg?")]
    [InlineData("en", "and for contractors?")]
    [InlineData("en", "parental leave")]
    [InlineData("de", "Wie viele Urlaubstage habe ich?")]
    [InlineData("de", "kernzeit freitags hamburg")]
    [InlineData("de", "und für externe?")]
    [InlineData("de", "vpn passwort zurücksetzen")]
    [InlineData("de", "kuendigungsfrist probezeit")]
    [InlineData("es", "¿Cuántos días de vacaciones tengo?")]
    [InlineData("es", "cuantos dias de vacaciones")]
    [InlineData("es", "permiso de paternidad")]
    [InlineData("fr", "Combien de jours de congé ai-je ?")]
    [InlineData("it", "Quanti giorni di ferie ho all'anno?")]
    [InlineData("pt", "Quantos dias de férias eu tenho?")]
    [InlineData("nl", "Hoeveel vakantiedagen heb ik per jaar?")]
    [InlineData("sv", "Hur många semesterdagar har jag?")]
    [InlineData("ru", "Сколько дней отпуска мне положено?")]
    [InlineData("tr", "Yılda kaç gün iznim var?")]
    public void Detect_ShortQuestion_TellsItsLanguage(string language, string text) => Detector.Detect(text).ShouldBe(language);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("30")]
    [InlineData("東京都")]
    [InlineData("\ud83d\0…")]
    public void Detect_TextThatSaysNothing_FallsBack(string text)
    {
        Detector.Detect(text, "de").ShouldBe("de");
        Detector.Detect(text, "xx").ShouldBe("xx");
    }

    [Theory]
    [InlineData("PX-400 ERR_4012")]
    public void Detect_Code_IsInTheLanguageSpokenOtherwise(string text)
    {
        Detector.Detect(text, "en").ShouldBe("en");
        Detector.Detect(text, "de").ShouldBe("de");
    }

    [Fact]
    public void Detect_LongText_IsJudgedAsAWhole()
    {
        var german = string.Concat(Enumerable.Repeat("Der Urlaub ist rechtzeitig zu beantragen und wird von der Leitung genehmigt. ", 20_000));

        Detector.Detect("Draft, for comment. " + german).ShouldBe("de");
    }

    [Fact]
    public async Task Detect_FromManyThreads_AgreesWithItself()
    {
        var detector = new LanguageDetector();

        var found = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => detector.Detect("Wie viele Urlaubstage habe ich?"), TestContext.Current.CancellationToken)));

        found.ShouldAllBe(language => language == "de");
    }
}

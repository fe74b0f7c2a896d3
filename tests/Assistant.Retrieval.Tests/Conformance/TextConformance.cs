using FsCheck.Xunit;

namespace Assistant.Retrieval.Tests.Conformance;

/// <summary>Languages, scripts, and text that means harm.</summary>
public abstract class TextConformance : IndexSuite
{
    [Theory]
    [InlineData("de", "kündigungsfristen", "Die Kündigungsfrist beträgt vier Wochen.")]
    [InlineData("de", "Kuendigungsfrist", "Die Kündigungsfrist beträgt vier Wochen.")]
    [InlineData("de", "STRASSE", "Das Büro liegt in der langen Straße.")]
    [InlineData("es", "vacacion", "Las vacaciones son de treinta días.")]
    [InlineData("fr", "entreprises", "L'entreprise ferme en août.")]
    [InlineData("ru", "сотрудник", "Отпуск для сотрудников.")]
    [InlineData("ja", "休暇は何日ですか", "年次休暇は二十日です。")]
    [InlineData("th", "ลาพักร้อน", "พนักงานมีสิทธิลาพักร้อนสิบวัน")]
    [InlineData("ar", "إجازة", "مدة الإجازَة ثلاثون يوما")]
    [InlineData("en", "px400", "The PX-400 must be calibrated.")]
    [InlineData("en", "1,500.00", "The limit is 1.500,00 EUR.")]
    [InlineData("en", "ﬁnance", "Finance approves it.")]
    public async Task SearchAsync_WordInAnotherForm_IsFound(string language, string query, string text)
    {
        var index = await NewIndexAsync();
        await index.AddAsync([Passages.Document(text)[0] with { Language = language }]);
        await index.AddAsync(Passages.Document("Something else altogether."));

        (await index.TextsAsync(Passages.Query(query) with { Language = language })).ShouldBe([text]);
    }

    [Fact]
    public async Task SearchAsync_PassagesInOtherLanguages_AreMatchedInTheirOwn()
    {
        var index = await NewIndexAsync();
        var texts = new Dictionary<string, string>
        {
            ["de"] = "Die Firewalls werden in Hamburg verwaltet.",
            ["en"] = "Firewalls are managed in Hamburg.",
            ["es"] = "Los firewalls se administran en Hamburgo.",
        };
        foreach (var (language, text) in texts)
        {
            await index.AddAsync([Passages.Document(text)[0] with { Language = language }]);
        }

        (await index.TextsAsync(Passages.Query("firewall hamburg") with { Language = "de" })).Order(StringComparer.Ordinal).ShouldBe(texts.Values.Order(StringComparer.Ordinal));
        (await index.TextsAsync(Passages.Query("Wer verwaltet Firewalls?") with { Language = "de" }))[0].ShouldBe(texts["de"]);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task SearchAsync_EqualPassagesInTwoLanguages_PrefersTheQuestions(string language)
    {
        var index = await NewIndexAsync();
        await index.AddAsync([Passages.Document("Firewall Hamburg: Anna Lindqvist")[0] with { Language = "de" }]);
        await index.AddAsync([Passages.Document("Firewall Hamburg: Anna Lindqvist")[0] with { Language = "en" }]);

        var found = await index.SearchAsync(Passages.Query("firewall hamburg") with { Language = language }, Cancel);

        found.Passages.Count.ShouldBe(2);
        found.Passages[0].Passage.Language.ShouldBe(language);
    }

    [Fact]
    public async Task SearchAsync_QuestionTakenForAnotherLanguage_StillFindsItsWords()
    {
        var index = await NewIndexAsync();
        await index.AddAsync([Passages.Document("Die Kernarbeitszeit endet freitags um 14 Uhr.")[0] with { Language = "de" }]);
        await index.AddAsync([Passages.Document("Die Kantine ist freitags geschlossen.")[0] with { Language = "de" }]);

        (await index.TextsAsync(Passages.Query("wann endet freitags die kernarbeitszeiten") with { Language = "nl" }))[0].ShouldStartWith("Die Kernarbeitszeit");
    }

    [Theory]
    [InlineData("\"leave")]
    [InlineData("leave*")]
    [InlineData("NEAR(leave, 5)")]
    [InlineData("leave AND NOT (OR")]
    [InlineData("body:leave ^leave {heading}:leave")]
    [InlineData("leave'; DROP TABLE passage; --")]
    [InlineData("leave\0\u0001\ud83d\udc00")]
    [InlineData("<script>leave</script> $1 @p0 :x ?1")]
    [InlineData("leave \u202Eevael\u2066")]
    [InlineData("[\"leave\"]}{")]
    public async Task SearchAsync_HostileText_IsOnlyText(string query)
    {
        var index = await NewIndexAsync();
        await index.AddAsync(Passages.Document("leave", "canteen"));

        (await index.TextsAsync(Passages.Query(query))).ShouldBe(["leave"]);
        (await index.TextsAsync(Passages.Query("canteen") with { Context = query, Domain = query, Language = query }))[0].ShouldBe("canteen");
        (await index.DocumentIdsAsync(Cancel)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("?!…")]
    [InlineData("\0")]
    [InlineData("the of and")]
    [InlineData("")]
    public async Task SearchAsync_TextWithoutTerms_FindsNothing(string query)
    {
        var index = await NewIndexAsync();
        await index.AddAsync(Passages.Document("leave"));

        (await index.TextsAsync(Passages.Query(query))).ShouldBeEmpty();
    }

    [Fact]
    public async Task SearchAsync_VeryLongQuestion_IsSearchedForAllTheSame()
    {
        var index = await NewIndexAsync();
        await index.AddAsync(Passages.Document("annual leave", "canteen"));

        (await index.TextsAsync(Passages.Query(string.Concat(Enumerable.Repeat("leave ", 16_667))))).ShouldBe(["annual leave"]);
        (await index.TextsAsync(Passages.Query("leave " + string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"x{i}"))))).ShouldBe(["annual leave"]);
        (await index.TextsAsync(Passages.Query(new string('a', 100_000)))).ShouldBeEmpty();
    }

    [Property(MaxTest = 60)]
    public void SearchAsync_AnyText_IsIndexedAndFoundByItself(string? text)
    {
        text = $"{text} zebra";
        var (found, expected) = RoundTripAsync(text).GetAwaiter().GetResult();

        found.ShouldBe(expected);
    }

    /// <summary>Text that is no valid UTF-16 may come back with replacement characters where it was broken.</summary>
    private async Task<(string Found, string Expected)> RoundTripAsync(string text)
    {
        var index = await NewIndexAsync();
        await index.AddAsync(Passages.Document(text));

        var found = (await index.TextsAsync(Passages.Query(text + " zebra"))).ShouldHaveSingleItem();
        return (found, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));
    }
}

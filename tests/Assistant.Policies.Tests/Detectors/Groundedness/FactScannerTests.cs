using Assistant.Policies.Detectors.Groundedness.Facts;

namespace Assistant.Policies.Tests.Detectors.Groundedness;

public sealed class FactScannerTests
{
    [Theory]
    [InlineData("en", "by 31 March 2026.", "2026-3-31")]
    [InlineData("en", "by March 31, 2026", "2026-3-31")]
    [InlineData("en", "on 2026-03-31", "2026-3-31")]
    [InlineData("en", "on the 31st of March", "-3-31")]
    [InlineData("de", "bis zum 31. März 2026", "2026-3-31")]
    [InlineData("de", "am 31.03.2026", "2026-3-31")]
    [InlineData("es", "hasta el 31 de marzo de 2026", "2026-3-31")]
    [InlineData("en", "in March 2026", "2026-3-")]
    [InlineData("en", "on 31/03/2026", "2026-3-31")]
    [InlineData("en", "on 03/04/2026", "2026-4-3|2026-3-4")]
    public void Scan_Date_IsReadInEveryFormat(string language, string text, string expected) =>
        Show(FactScanner.Scan(text, language).ShouldHaveSingleItem()).ShouldBe(expected);

    [Theory]
    [InlineData("from 1 to 30 November", "-11-1", "-11-30")]
    [InlineData("from 1–30 November 2026", "2026-11-1", "2026-11-30")]
    [InlineData("between 1 and 30 November", "-11-1", "-11-30")]
    public void Scan_RangeOfDays_IsTwoDates(string text, string first, string last) =>
        FactScanner.Scan(text, "en").Select(Show).ShouldBe([first, last]);

    [Theory]
    [InlineData("en", "20 %", "20%")]
    [InlineData("en", "20 percent", "20%")]
    [InlineData("de", "20 Prozent", "20%")]
    [InlineData("es", "20 por ciento", "20%")]
    [InlineData("en", "£43,400", "43400GBP")]
    [InlineData("de", "1.500,00 €", "1500.00EUR")]
    [InlineData("en", "EUR 28", "28EUR")]
    [InlineData("en", "€ 28.50", "28.50EUR")]
    [InlineData("en", "€2.5m", "2500000.0EUR")]
    [InlineData("en", "2.5 million euros", "2500000.0EUR")]
    [InlineData("de", "3 Mio. Euro", "3000000EUR")]
    [InlineData("en", "25k", "25000")]
    [InlineData("en", "twenty-five", "25")]
    [InlineData("de", "fünfundzwanzig", "25")]
    [InlineData("es", "veintidós", "22")]
    [InlineData("en", "two hundred", "200")]
    [InlineData("en", "a twelve-month", "12")]
    [InlineData("en", "24-hour", "24")]
    [InlineData("en", "5GB", "5")]
    [InlineData("en", "1 500", "1500")]
    [InlineData("en", "08:30", "8:30")]
    [InlineData("en", "5 pm", "17:00")]
    [InlineData("de", "17.30 Uhr", "17:30")]
    [InlineData("en", "PX-400", "px-400")]
    [InlineData("en", "hv-privacy@halden.example", "hv-privacy@halden.example")]
    public void Scan_Quantity_IsReadInEveryFormat(string language, string text, string expected) =>
        Show(FactScanner.Scan(text, language).ShouldHaveSingleItem()).ShouldBe(expected);

    [Theory]
    [InlineData("2026/2027", "2026", "2027")]
    [InlineData("08:00–17:00", "8:00", "17:00")]
    [InlineData("3-5", "3", "5")]
    public void Scan_Range_IsBothEnds(string text, string first, string last) =>
        FactScanner.Scan(text, "en").Select(Show).ShouldBe([first, last]);

    [Theory]
    [InlineData("en", "You may march on one day.")]
    [InlineData("de", "Sie dürfen eine Pause machen.")]
    public void Scan_NoQuantity_LeavesNothingThatNeedsSupport(string language, string text) =>
        FactScanner.Scan(text, language).ShouldAllBe(f => f.Weak);

    private static string Show(Fact fact) => fact switch
    {
        NumberFact n => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{n.Values[0]}{(n.Unit.Percent ? "%" : "")}{n.Unit.Currency}"),
        DateFact d => string.Join('|', d.Readings.Select(r => $"{r.Year}-{r.Month}-{r.Day}")),
        TimeFact t => $"{t.Minutes / 60}:{t.Minutes % 60:00}",
        IdentifierFact i => i.Value,
        _ => "?",
    };
}

using Assistant.Policies.Detectors.PersonalData;

namespace Assistant.Policies.Tests.Detectors.PersonalData;

public sealed class FinderTests
{
    private static readonly Phones Phones = new(["GB", "DE", "ES", "US"]);

    [Theory]
    [InlineData("call the card desk on +44 113 496 0345.", "+44 113 496 0345")]
    [InlineData("Telefon +49 40 66969 210 oder Mail", "+49 40 66969 210")]
    [InlineData("Call 0113 496 0345 at once.", "0113 496 0345")]
    [InlineData("Call +49 40 66969 210. 14 days later it is gone.", "+49 40 66969 210")]
    [InlineData("Tel.: 040 6696 9210", "040 6696 9210")]
    [InlineData("Llame al 963 12 34 56.", "963 12 34 56")]
    [InlineData("Phone (212) 555-2368 today", "(212) 555-2368")]
    public void Find_PhoneNumber_IsFound(string text, string number)
    {
        var span = Phones.Find(text).ShouldHaveSingleItem();
        text.Substring(span.Start, span.Length).ShouldBe(number);
    }

    [Theory]
    [InlineData("Order 0113 496 0345 was delivered.")]
    [InlineData("Contract 7714-2026-0819-33 ends on 2026-03-31.")]
    [InlineData("Call extension 4411 within 2 hours.")]
    [InlineData("The limits are £5,000, £12,000 and £14,400; call finance before 31.12.2026.")]
    [InlineData("Ruf 1")]
    public void Find_OtherDigits_AreNoPhoneNumber(string text) => Phones.Find(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Write to servicedesk@halden.example, please.", "servicedesk@halden.example")]
    [InlineData("<anna.o'neill+x@mail.halden.example>", "anna.o'neill+x@mail.halden.example")]
    [InlineData("mail müller@köln.example now", "müller@köln.example")]
    public void Find_EmailAddress_IsFound(string text, string address)
    {
        var span = new Emails().Find(text).ShouldHaveSingleItem();
        text.Substring(span.Start, span.Length).ShouldBe(address);
    }

    [Theory]
    [InlineData("Meet @ noon, cost 3@4.5")]
    [InlineData("user@localhost")]
    public void Find_OtherAtSigns_AreNoAddress(string text) => new Emails().Find(text).ShouldBeEmpty();

    [Theory]
    [InlineData("86095742719", true)]
    [InlineData("47036892816", true)]
    [InlineData("65929970489", true)]
    [InlineData("86095742718", false)]
    [InlineData("06095742719", false)]
    [InlineData("12345678901", false)]
    public void IsTaxId_Digits_FollowTheChecksum(string digits, bool valid) => GermanTaxIds.IsTaxId(digits).ShouldBe(valid);

    [Theory]
    [InlineData("Steuer-ID 86 095 742 719", 1)]
    [InlineData("Bestellung 86 095 742 719", 0)]
    public void Find_GermanTaxId_NeedsAWordThatSaysSo(string text, int count) => new GermanTaxIds().Find(text).Count().ShouldBe(count);

    [Theory]
    [InlineData("SSN 123-45-6789.", 1)]
    [InlineData("SSN 666-45-6789, 000-45-6789, 123-00-6789, 923-45-6789", 0)]
    [InlineData("part 1123-45-67890", 0)]
    public void Find_UsSocialSecurityNumber_FollowsTheRangesGivenOut(string text, int count) => new UsSocialSecurityNumbers().Find(text).Count().ShouldBe(count);

    [Theory]
    [InlineData("DNI 12345678Z", 1)]
    [InlineData("NIE X-1234567-L", 1)]
    [InlineData("DNI 12345678A", 0)]
    [InlineData("Pedido 12345678", 0)]
    public void Find_SpanishId_FollowsTheLetter(string text, int count) => new SpanishIds().Find(text).Count().ShouldBe(count);
}

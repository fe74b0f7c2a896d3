using Assistant.Text.Sentences;

namespace Assistant.Policies.Detectors.PersonalData;

/// <summary>Finds the values of one kind of personal data in a text.</summary>
internal interface IPersonalDataFinder
{
    IEnumerable<TextSpan> Find(string text);
}

/// <summary>The kinds that rules can name.</summary>
internal enum PersonalDataKind
{
    PaymentCard,
    Iban,
    Email,
    Phone,
    GermanTaxId,
    UsSocialSecurity,
    SpanishId,
}

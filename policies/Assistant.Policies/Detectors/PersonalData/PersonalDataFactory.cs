using Assistant.Core.Documents;
using Assistant.Core.Policies;
using Assistant.Policies.Rules;

namespace Assistant.Policies.Detectors.PersonalData;

/// <summary>
/// "personal-data": parameters <c>kinds</c>, <c>phoneRegions</c> (ISO 3166 codes), and <c>showCited</c> with
/// <c>upTo</c> (a classification) and <c>ownDomains</c>.
/// </summary>
internal sealed class PersonalDataFactory : IDetectorFactory
{
    private static readonly string[] DefaultRegions = ["GB", "DE", "ES", "US"];

    public string Name => "personal-data";

    public IReadOnlyList<PolicyStage> Stages { get; } = [PolicyStage.Input, PolicyStage.Passage, PolicyStage.Output];

    public bool ReportsUncertain => false;

    public IDetector Create(RuleNode parameters)
    {
        var kinds = parameters.Choices<PersonalDataKind>("kinds");
        if (kinds.Count == 0)
        {
            parameters.Report("kinds", null, "list what to look for, such as [payment-card, iban].");
        }

        var regions = parameters.Texts("phoneRegions") is { Count: > 0 } given ? given : DefaultRegions;
        foreach (var region in regions.Where(r => !Phones.IsRegion(r)))
        {
            parameters.Report("phoneRegions", region, "write an ISO 3166 country code in capitals, such as GB.");
        }

        return new PersonalDataDetector([.. kinds.Select(k => (k, Finder(k, regions)))], ReadExemption(parameters));
    }

    private static CitedExemption ReadExemption(RuleNode parameters)
    {
        if (parameters.Section("showCited") is not { } section)
        {
            return new CitedExemption(null, []);
        }

        var exemption = new CitedExemption(section.Choice("upTo", Classification.Confidential), section.Texts("ownDomains"));
        section.Complete();
        return exemption;
    }

    private static IPersonalDataFinder Finder(PersonalDataKind kind, IReadOnlyList<string> regions) => kind switch
    {
        PersonalDataKind.PaymentCard => new PaymentCards(),
        PersonalDataKind.Iban => new Ibans(),
        PersonalDataKind.Email => new Emails(),
        PersonalDataKind.Phone => new Phones(regions),
        PersonalDataKind.GermanTaxId => new GermanTaxIds(),
        PersonalDataKind.UsSocialSecurity => new UsSocialSecurityNumbers(),
        PersonalDataKind.SpanishId => new SpanishIds(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no finder for this kind."),
    };
}

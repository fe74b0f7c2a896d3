namespace Assistant.Web.Chat.Starters;

/// <summary>A question that a new conversation offers.</summary>
/// <param name="Domain">Id of the domain it belongs to; null for none.</param>
public sealed record StarterQuestion(string? Domain, string Text);

/// <summary>The starter questions: about the sample organisation where it is read in, else about any company.</summary>
internal sealed class StarterQuestions(bool sampleOrganisation)
{
    public IReadOnlyList<StarterQuestion> All => sampleOrganisation ? Sample : General;

    private static IReadOnlyList<StarterQuestion> Sample { get; } =
    [
        new("hr", "How many days of annual leave do I get in Hamburg?"),
        new("it", "How long does a VPN connection stay up before I have to log in again?"),
        new("legal", "A supplier sent me a Christmas hamper, probably worth £55. Can I just keep it or do I need to ask someone?"),
        new("finance", "A freelance translator asks when we pay. What is our payment term for freelancers?"),
        new("engineering", "PX-400 at a customer shows E-207. What is the first thing to do?"),
        new("it", "Wie lange wartet mein Druckauftrag in HH-FOLLOWME, bis er verschwindet?"),
    ];

    private static IReadOnlyList<StarterQuestion> General { get; } =
    [
        new("hr", "How many days of annual leave do I get?"),
        new("it", "How do I set up VPN access on a new laptop?"),
        new("legal", "May I accept a gift from a supplier?"),
        new("finance", "What are the rules for travel expenses?"),
        new("engineering", "Who has to approve a hotfix?"),
    ];
}

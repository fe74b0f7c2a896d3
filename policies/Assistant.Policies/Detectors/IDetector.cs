using Assistant.Core.Policies;

namespace Assistant.Policies.Detectors;

/// <summary>What a rule looks for. Made once per rule, from its parameters; thread-safe.</summary>
internal interface IDetector
{
    /// <summary>Looks through one text. An exception means that the text was not checked.</summary>
    IReadOnlyList<Detection> Detect(PolicyCheck check, CancellationToken cancellationToken);
}

/// <summary>One place where a detector found what it looks for.</summary>
/// <param name="Start">Offset in the checked text, UTF-16 code units.</param>
/// <param name="Detail">For the reviewer: measured values, names of what was found.</param>
/// <param name="Uncertain">True when the rule's <c>uncertain</c> section says what happens.</param>
internal readonly record struct Detection(int Start, int Length, string Detail, bool Uncertain = false)
{
    /// <summary>A detection that covers a whole text.</summary>
    public static Detection Whole(string text, string detail, bool uncertain = false) => new(0, text.Length, detail, uncertain);
}

namespace Assistant.Inference.Templates;

public enum TemplateProblemKind
{
    /// <summary>The template does not parse.</summary>
    Syntax,

    /// <summary>The template refused the conversation with <c>raise_exception</c>.</summary>
    Raised,

    /// <summary>The template did something that Jinja does not allow.</summary>
    Failed,

    /// <summary>A limit of time or of statements was reached.</summary>
    TooSlow,

    /// <summary>A limit of size or of memory was reached.</summary>
    TooLarge,

    /// <summary>Calls or values are nested too deeply.</summary>
    TooDeep,
}

/// <summary>Why a chat template gave no prompt.</summary>
/// <param name="Message">May quote the conversation: fit for the one who sent it, not for a log.</param>
/// <param name="Line">Line of the template, from 1, of the tag that does not parse.</param>
public sealed record TemplateProblem(TemplateProblemKind Kind, string Message, int? Line = null);

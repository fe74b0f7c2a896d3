using System.Diagnostics.CodeAnalysis;
using Assistant.Core.Documents;
using Assistant.Ingestion.Intake;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Web.Documents;

/// <summary>What the query of an upload says about the file; the file itself is the body.</summary>
/// <param name="Classification">Name of a <see cref="Core.Documents.Classification"/>, in any case.</param>
/// <param name="Group">Groups that may read it, the parameter once for each.</param>
/// <param name="Title">Null to make one from the file name.</param>
/// <param name="Key">Key of the document that this is a version of; null to make one.</param>
internal sealed record UploadQuery(
    [FromQuery] string? FileName,
    [FromQuery] string? Domain,
    [FromQuery] string? Classification,
    [FromQuery] string[]? Group,
    [FromQuery] string? Title,
    [FromQuery] string? Key)
{
    /// <summary>False with a sentence for the person when something needed is missing. Names and values are the intake's to judge.</summary>
    public bool TryRead(string uploadedBy, [NotNullWhen(true)] out IntakeRequest? request, [NotNullWhen(false)] out string? problem)
    {
        var known = Enum.TryParse<Classification>(Classification, ignoreCase: true, out var classification) && Enum.IsDefined(classification);
        problem = this switch
        {
            { FileName: null or "" } => "The file has no name. Pass it as the query parameter 'fileName'.",
            { Domain: null or "" } => "Choose a domain. Pass it as the query parameter 'domain'.",
            _ when !known => $"Choose a classification: {string.Join(", ", Enum.GetNames<Classification>())}. Pass it as the query parameter 'classification'.",
            _ => null,
        };
        request = problem is null ? new IntakeRequest(FileName!, Domain!, Group ?? [], classification, uploadedBy, Title, Key) : null;
        return problem is null;
    }
}

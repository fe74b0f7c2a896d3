using System.Security.Claims;
using Assistant.Ingestion.Intake;
using Assistant.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assistant.Web.Documents;

/// <summary>Takes one file in: its bytes are the request's body, and stream into the store without being held in memory.</summary>
internal static class Upload
{
    public static async Task<IResult> PostAsync(
        [AsParameters] UploadQuery query,
        ClaimsPrincipal principal,
        CurrentUser users,
        DocumentIntake intake,
        HttpContext context,
        ILogger<DocumentIntake> logger)
    {
        var cancellationToken = context.RequestAborted;
        if (await users.FindAsync(principal, AccessPolicies.Admin, cancellationToken) is not { } user)
        {
            return TypedResults.Forbid();
        }

        try
        {
            var result = await AcceptAsync(query, user.DisplayName, intake, context.Request, cancellationToken);
            if (result is not Accepted<UploadedVersion>)
            {
                // A browser that is still sending does not read the answer; one that asked first sends nothing.
                await UnreadBody.DrainAsync(context.Request, cancellationToken);
            }

            return result;
        }
        catch (IOException exception) when (exception is not BadHttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            logger.UploadNotStored(exception);
            return Problem(StatusCodes.Status507InsufficientStorage, "The server could not store the file; its log says why. Try again later, or tell whoever runs the assistant.");
        }
    }

    private static async Task<IResult> AcceptAsync(UploadQuery query, string uploadedBy, DocumentIntake intake, HttpRequest http, CancellationToken cancellationToken)
    {
        if (!query.TryRead(uploadedBy, out var request, out var problem))
        {
            return Problem(StatusCodes.Status400BadRequest, problem);
        }

        if (http.ContentLength > intake.MaxFileBytes)
        {
            // What is announced as too large is not written to disk first.
            return Problem(StatusCodes.Status413PayloadTooLarge, $"“{request.FileName}” is larger than {intake.MaxFileBytes / (1024 * 1024)} MB, which is the limit here.");
        }

        return await intake.AcceptAsync(request, http.Body, cancellationToken) switch
        {
            IntakeResult.Accepted { Version: var version } =>
                TypedResults.Accepted((string?)null, new UploadedVersion(version.DocumentId, version.Id, version.Number, version.FileName)),
            IntakeResult.Refused refused => Problem(StatusOf(refused.Reason), refused.Message),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no result of an upload."),
        };
    }

    private static ProblemHttpResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status, title: "The file was not taken");

    private static int StatusOf(IntakeRefusal reason) => reason switch
    {
        IntakeRefusal.TooLarge => StatusCodes.Status413PayloadTooLarge,
        IntakeRefusal.UnsupportedFormat => StatusCodes.Status415UnsupportedMediaType,
        IntakeRefusal.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}

/// <summary>The answer to an upload. The version is queued; its state is on the documents page.</summary>
internal sealed record UploadedVersion(Guid DocumentId, Guid VersionId, int Number, string FileName);

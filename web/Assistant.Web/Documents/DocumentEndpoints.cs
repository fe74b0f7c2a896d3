using Assistant.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Web.Documents;

internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/api/documents");
        documents.MapGet("/{versionId:guid}/file", FileDownload.GetAsync);
        documents.MapPost("", Upload.PostAsync)
            .RequireAuthorization(AccessPolicies.Admin)
            .RequireRateLimiting(RateLimits.Uploads)
            .AddEndpointFilter<AntiforgeryFilter>()
            // The intake has the limit, and says so; the server's own would cut the connection without a word.
            .WithMetadata(new DisableRequestSizeLimitAttribute());
    }
}

using System.Security.Claims;
using Assistant.Core.Documents;
using Assistant.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Assistant.Web.Documents;

/// <summary>The uploaded file of a document version, for those who may read it. For everybody else it does not exist.</summary>
internal static class FileDownload
{
    public static async Task<Results<FileStreamHttpResult, NotFound>> GetAsync(
        Guid versionId,
        ClaimsPrincipal principal,
        CurrentUser users,
        IDocumentStore documents,
        IFileStore files,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var user = await users.FindAsync(principal, cancellationToken);
        var found = user is null ? null : await documents.FindReadableAsync(versionId, user.Scope, cancellationToken);
        if (found is null || Open(files.PathOf(found.Version.ContentHash)) is not { } content)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "private, no-store";
        // Never its own type: what people upload is saved, not shown as a page of this site.
        return TypedResults.File(
            content,
            "application/octet-stream",
            found.Version.FileName,
            found.Version.UploadedAt,
            new EntityTagHeaderValue($"\"{found.Version.ContentHash}\""),
            enableRangeProcessing: true);
    }

    private static FileStream? Open(string? path)
    {
        try
        {
            return path is null ? null : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024, FileOptions.Asynchronous);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}

using Assistant.Inference.Host.Errors;
using Microsoft.Net.Http.Headers;

namespace Assistant.Inference.Host.Security;

/// <summary>Lets a request through to its endpoint when its key allows it. Paths that do not exist need a key too.</summary>
internal sealed class KeyCheck(RequestDelegate next, KeyRing keys)
{
    private const string Scheme = "Bearer ";

    public Task InvokeAsync(HttpContext context)
    {
        var access = context.GetEndpoint()?.Metadata.OfType<Access>().Cast<Access?>().LastOrDefault();
        if (access == Access.Open)
        {
            return next(context);
        }

        if ((keys.IsOpen ? Caller.Local : Find(context.Request)) is not { } caller)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return new ApiError(StatusCodes.Status401Unauthorized, "Send a valid key as Authorization: Bearer KEY.", "authentication_error", null, "invalid_api_key")
                .ExecuteAsync(context);
        }

        if (access == Access.Admin && !caller.IsAdmin)
        {
            return new ApiError(StatusCodes.Status403Forbidden, "This needs a key of Host:AdminKeys.", "permission_error", null, "admin_key_required")
                .ExecuteAsync(context);
        }

        context.Features.Set(caller);
        return next(context);
    }

    private Caller? Find(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization] is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? keys.Find(header[Scheme.Length..].Trim())
            : null;
}

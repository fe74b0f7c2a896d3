using Microsoft.AspNetCore.Antiforgery;

namespace Assistant.Web.Security;

/// <summary>Refuses a request without a valid antiforgery token. For endpoints whose body is not a form.</summary>
internal sealed class AntiforgeryFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public const string HeaderName = "X-CSRF-TOKEN";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await antiforgery.IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : TypedResults.Problem("The request carries no valid antiforgery token. Reload the page and try again.", statusCode: StatusCodes.Status400BadRequest, title: "The page is out of date");
}

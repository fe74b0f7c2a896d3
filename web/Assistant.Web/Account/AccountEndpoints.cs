using Assistant.Storage.Identity;
using Assistant.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Assistant.Web.Account;

internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(SignInPaths.SignOut, async (SignInManager<AppUser> signIn) =>
        {
            await signIn.SignOutAsync();
            return TypedResults.LocalRedirect(SignInPaths.SignIn);
        }).AddEndpointFilter<AntiforgeryFilter>();

        // Pages that post with a script ask for the token here: interactive components have no response to put a cookie on.
        routes.MapGet("/api/antiforgery", (HttpContext context, IAntiforgery antiforgery) =>
            TypedResults.Ok(new AntiforgeryToken(AntiforgeryFilter.HeaderName, antiforgery.GetAndStoreTokens(context).RequestToken!)));
    }

    private sealed record AntiforgeryToken(string Header, string Token);
}

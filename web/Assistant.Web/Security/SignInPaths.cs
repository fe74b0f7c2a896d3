namespace Assistant.Web.Security;

/// <summary>Where signing in and out happens, and which requests are answered with pages.</summary>
internal static class SignInPaths
{
    public const string SignIn = "/account/login";
    public const string SignOut = "/account/logout";
    public const string Password = "/account/password";

    private static readonly PathString[] Machines = ["/api", "/health", "/_blazor"];

    /// <summary>False for requests that scripts and monitors make: they get a status code, never a redirect or a page.</summary>
    public static bool AnswersWithPages(HttpRequest request) => !Machines.Any(p => request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>The path itself when it stays on this site, else the start page.</summary>
    public static string Local(string? returnUrl) =>
        returnUrl is ['/', .. var rest] && rest is not ['/' or '\\', ..] && !returnUrl.Any(char.IsControl) ? returnUrl : "/";
}

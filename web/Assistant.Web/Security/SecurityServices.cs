using Assistant.Storage.Identity;
using Assistant.Web.Composition;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Security;

internal static class SecurityServices
{
    /// <summary>Adds accounts, sign-in by cookie, default-deny authorization, antiforgery and rate limits.</summary>
    public static void AddSecurity(this WebApplicationBuilder builder, DataFolder data)
    {
        var services = builder.Services;
        var development = builder.Environment.IsDevelopment();
        services.AddOptions<AccountOptions>()
            .Bind(builder.Configuration.GetSection(AccountOptions.Section))
            .ValidateDataAnnotations()
            .Validate(o => development || !o.Demo, "Accounts:Demo is true, but demo accounts need no password and exist in Development only. Set it to false.")
            .ValidateOnStart();

        services.AddDataProtection()
            .SetApplicationName("Assistant")
            .PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
        services.AddAntiforgery(o =>
        {
            o.HeaderName = AntiforgeryFilter.HeaderName;
            o.Cookie.Name = "assistant.antiforgery";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));

        AddAccounts(services);
        AddSignIn(services);
        AddAuthorization(services);
        services.AddRateLimits();
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<AppUser>(o =>
            {
                o.User.RequireUniqueEmail = true;
                o.User.AllowedUserNameCharacters = "";
                // Length, not composition, makes a password hard to guess (NIST SP 800-63B).
                o.Password.RequiredLength = 12;
                o.Password.RequiredUniqueChars = 5;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.Lockout.AllowedForNewUsers = true;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddSignInManager<AppSignInManager>()
            .AddDefaultTokenProviders();
        services.AddOptions<IdentityOptions>().Configure<IOptions<AccountOptions>>((identity, accounts) =>
        {
            identity.Lockout.MaxFailedAccessAttempts = accounts.Value.AttemptsUntilLocked;
            identity.Lockout.DefaultLockoutTimeSpan = accounts.Value.LockedFor;
        });
        services.AddOptions<DataProtectionTokenProviderOptions>().Configure<IOptions<AccountOptions>>((tokens, accounts) => tokens.TokenLifespan = accounts.Value.LinkLifetime);
        services.AddOptions<SecurityStampValidatorOptions>().Configure<IOptions<AccountOptions>>((stamps, accounts) => stamps.ValidationInterval = accounts.Value.RevalidateAfter);

        services.AddSingleton<UserAccounts>();
        services.AddSingleton<SetupLink>();
        services.AddScoped<FirstAdministrator>();
        services.AddHostedService<AccountSeeder>();
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AccountOptions>>((cookie, accounts) =>
        {
            cookie.Cookie.Name = "assistant.session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = accounts.Value.SessionLength;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = SignInPaths.SignIn;
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Events.OnRedirectToLogin = context => Answer(context, toSignIn: true);
            cookie.Events.OnRedirectToAccessDenied = async context =>
            {
                // Whose account is gone or disabled is not short of a role, but not signed in any more.
                var users = context.HttpContext.RequestServices.GetRequiredService<CurrentUser>();
                var gone = await users.FindAsync(context.HttpContext.User, context.HttpContext.RequestAborted) is null;
                if (gone)
                {
                    await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
                    context.RedirectUri = SignInPaths.SignIn;
                }

                await Answer(context, toSignIn: gone);
            };
        });

        services.AddScoped<CurrentUser>();
        services.AddScoped<AuthenticationStateProvider, CircuitUserRevalidation>();
        services.AddCascadingAuthenticationState();
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, bool toSignIn)
    {
        if (toSignIn && SignInPaths.AnswersWithPages(context.Request))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = toSignIn ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }

    private static void AddAuthorization(IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder();
        var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new LiveUserRequirement()).Build();
        authorization.SetDefaultPolicy(signedIn).SetFallbackPolicy(signedIn);
        foreach (var policy in AccessPolicies.All)
        {
            authorization.AddPolicy(policy, p => p.RequireAuthenticatedUser().AddRequirements(new LiveUserRequirement(policy)));
        }

        services.AddScoped<IAuthorizationHandler, LiveUserHandler>();
    }
}

using Assistant.Web.Admin.Documents;
using Assistant.Web.Admin.Engine;
using Assistant.Web.Admin.Status;
using Assistant.Web.Admin.Users;
using Assistant.Web.Review;

namespace Assistant.Web.Admin;

internal static class DeskServices
{
    /// <summary>Adds what stands behind the administration and review pages.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddScoped<Caller>()
        .AddScoped<DocumentDesk>()
        .AddScoped<UserDesk>()
        .AddScoped<StatusDesk>()
        .AddScoped<EngineDesk>()
        .AddScoped<ReviewDesk>();
}

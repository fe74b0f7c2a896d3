using Microsoft.AspNetCore.Http.Features;

namespace Assistant.Inference.Host.Security;

/// <param name="Name">Tells callers apart, without giving away their keys.</param>
internal sealed record Caller(string Name, bool IsAdmin)
{
    /// <summary>Whoever calls a server without keys.</summary>
    public static Caller Local { get; } = new("local", true);

    public static Caller Of(HttpContext context) => context.Features.GetRequiredFeature<Caller>();
}

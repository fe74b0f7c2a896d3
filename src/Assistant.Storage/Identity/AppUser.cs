using Microsoft.AspNetCore.Identity;

namespace Assistant.Storage.Identity;

/// <summary>A sign-in account. Roles are ASP.NET Core Identity roles; groups are kept by the user directory.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public string DisplayName { get; set; } = "";

    /// <summary>A disabled account cannot sign in and reads nothing.</summary>
    public bool Disabled { get; set; }
}

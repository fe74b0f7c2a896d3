using System.Text;
using Assistant.Storage.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.Web.Security;

/// <summary>
/// One-time links with which the owner of an account sets its password. They stop working when they expire, and when
/// the password changes, because the token is bound to the account's security stamp.
/// </summary>
internal static class PasswordLinks
{
    public const string Path = "/account/set-password";

    public static async Task<string> CreateAsync(UserManager<AppUser> users, AppUser user)
    {
        var token = Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(user));
        return $"{Path}?user={user.Id}&token={WebEncoders.Base64UrlEncode(token)}";
    }

    /// <summary>The account and token of a link that can still be used, else null.</summary>
    public static async Task<(AppUser User, string Token)?> FindAsync(UserManager<AppUser> users, string? userId, string? token)
    {
        if (!Guid.TryParse(userId, out var id) || Decode(token) is not { } decoded)
        {
            return null;
        }

        var user = await users.FindByIdAsync(id.ToString());
        var valid = user is { Disabled: false } && await users.VerifyUserTokenAsync(
            user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<AppUser>.ResetPasswordTokenPurpose, decoded);
        return valid ? (user!, decoded) : null;
    }

    private static string? Decode(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

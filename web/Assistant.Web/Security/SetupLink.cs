using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.Web.Security;

/// <summary>
/// The one-time link that makes the first administrator. Only the token's hash is kept, in memory: a restart makes a
/// new link, and the old one is worth nothing.
/// </summary>
internal sealed class SetupLink(TimeProvider time)
{
    public const string Path = "/setup";
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly Lock gate = new();
    private byte[]? hash;
    private DateTimeOffset expires;
    private string? unannounced;

    /// <summary>True while there is a link that can be redeemed.</summary>
    public bool IsOpen
    {
        get
        {
            lock (gate)
            {
                return hash is not null && time.GetUtcNow() < expires;
            }
        }
    }

    /// <summary>Makes the link. It is announced once the server listens.</summary>
    public void Open()
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        lock (gate)
        {
            hash = Hash(token);
            expires = time.GetUtcNow() + Lifetime;
            unannounced = $"{Path}?token={token}";
        }
    }

    /// <summary>Path and query of the link, the first time it is asked for; null when there is none.</summary>
    public string? TakeAnnouncement()
    {
        lock (gate)
        {
            var path = unannounced;
            unannounced = null;
            return path;
        }
    }

    /// <summary>True while the token would be redeemed.</summary>
    public bool Accepts(string? token)
    {
        lock (gate)
        {
            return Matches(token);
        }
    }

    /// <summary>Uses the link up. True for exactly one caller with the right token before it expires.</summary>
    public bool Redeem(string? token)
    {
        lock (gate)
        {
            var accepted = Matches(token);
            if (accepted)
            {
                hash = null;
            }

            return accepted;
        }
    }

    private bool Matches(string? token) =>
        hash is not null && !string.IsNullOrEmpty(token) && time.GetUtcNow() < expires && CryptographicOperations.FixedTimeEquals(hash, Hash(token));

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

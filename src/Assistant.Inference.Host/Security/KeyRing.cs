using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Assistant.Inference.Host.Security;

/// <summary>Knows the keys. A check takes the same time whichever key is right and however much of a wrong one is.</summary>
internal sealed class KeyRing(IOptions<ServerOptions> options)
{
    private readonly (byte[] Digest, bool IsAdmin)[] keys =
    [
        .. options.Value.ApiKeys.Select(k => (Digest(k), false)),
        .. options.Value.AdminKeys.Select(k => (Digest(k), true)),
    ];

    /// <summary>No keys: everybody who reaches the server may do everything; only this machine does.</summary>
    public bool IsOpen => keys.Length == 0;

    /// <summary>The caller whose key it is, or null.</summary>
    public Caller? Find(string key)
    {
        var digest = Digest(key);
        Caller? caller = null;
        for (var i = 0; i < keys.Length; i++)
        {
            if (CryptographicOperations.FixedTimeEquals(digest, keys[i].Digest))
            {
                caller = new($"key{i}", keys[i].IsAdmin || caller is { IsAdmin: true });
            }
        }

        return caller;
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

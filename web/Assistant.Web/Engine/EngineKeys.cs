using System.Security.Cryptography;

namespace Assistant.Web.Engine;

/// <summary>The keys of one engine process, which nobody else learns.</summary>
/// <param name="Api">For generation.</param>
/// <param name="Admin">For its status.</param>
internal sealed record EngineKeys(string Api, string Admin)
{
    private const int Bytes = 32;

    public static EngineKeys Create() => new(RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true), RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true));
}

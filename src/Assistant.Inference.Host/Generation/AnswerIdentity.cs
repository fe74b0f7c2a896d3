using System.Security.Cryptography;
using Assistant.Inference.Status;

namespace Assistant.Inference.Host.Generation;

/// <summary>What every part of an answer repeats.</summary>
/// <param name="Created">Unix time.</param>
/// <param name="Model">The model name as the request wrote it.</param>
/// <param name="Fingerprint">Tells base models apart.</param>
internal sealed record AnswerIdentity(string Id, long Created, string Model, string Fingerprint)
{
    private const int FingerprintLength = 12;

    public static AnswerIdentity New(string prefix, string model, ModelDescription description, TimeProvider time) => new(
        prefix + RandomNumberGenerator.GetHexString(24, lowercase: true),
        time.GetUtcNow().ToUnixTimeSeconds(),
        model,
        "fp_" + description.Hash[..FingerprintLength]);
}

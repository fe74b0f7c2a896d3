using System.Globalization;
using Assistant.Inference.Generation;
using Assistant.Inference.Host.Errors;

namespace Assistant.Inference.Host.Models;

/// <summary>The name of a model as requests write it: it chooses the adapters.</summary>
internal static class ModelName
{
    public const string Base = "base";

    private const char Compose = '+';
    private const char Scale = '*';
    private const int MostAdapters = 8;

    /// <summary>
    /// "base" or the model's own name is the base model; anything else is a set of adapters: "hr@3", "hr@3+style@1",
    /// "hr@3*0.5" (half as strong). Whether the adapters exist is the engine's to say.
    /// </summary>
    /// <param name="own">The base model's own name.</param>
    /// <returns>Null with the adapters, or what is wrong with the name.</returns>
    public static ApiError? Read(string? name, string own, out IReadOnlyList<AdapterChoice> adapters)
    {
        adapters = [];
        if (string.IsNullOrWhiteSpace(name))
        {
            return ApiError.Invalid("model", $"Name a model: \"{Base}\", or adapters such as \"hr@3\" or \"hr@3+style@1\"; GET /v1/models lists them.");
        }

        if (name == Base || name == own)
        {
            return null;
        }

        var parts = name.Split(Compose);
        if (parts.Length > MostAdapters)
        {
            return ApiError.Invalid("model", $"The model name composes {parts.Length} adapters, but at most {MostAdapters} are taken.");
        }

        List<AdapterChoice> chosen = [];
        foreach (var part in parts)
        {
            if (Read(part) is not { } adapter)
            {
                return ApiError.Invalid("model", $"\"{part}\" is not an adapter's name with an optional scale, such as \"hr@3\" or \"hr@3*0.5\".");
            }

            if (chosen.Exists(a => a.Name == adapter.Name))
            {
                return ApiError.Invalid("model", $"The model name composes \"{adapter.Name}\" twice; write a scale instead, such as \"{adapter.Name}*2\".");
            }

            chosen.Add(adapter);
        }

        adapters = chosen;
        return null;
    }

    private static AdapterChoice? Read(string part)
    {
        if (part.Split(Scale) is not [{ Length: > 0 } name, .. var scales] || scales.Length > 1)
        {
            return null;
        }

        return scales is not [var text] ? new(name)
            : float.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var scale) && float.IsFinite(scale) ? new(name, scale)
            : null;
    }
}

using System.Diagnostics.CodeAnalysis;

namespace Assistant.Inference.Gguf;

/// <summary>
/// Key-value pairs of a GGUF file. A value has the CLR type that corresponds to its type in the file: <c>byte</c> to
/// <c>double</c>, <c>bool</c>, <c>string</c>, or a one-dimensional array of one of them.
/// </summary>
internal sealed class GgufMetadata(IReadOnlyDictionary<string, object> values)
{
    public int Count => values.Count;

    public IEnumerable<string> Keys => values.Keys;

    public bool Has(string key) => values.ContainsKey(key);

    public object? Find(string key) => values.GetValueOrDefault(key);

    /// <summary>False when the key is missing or its value has another type.</summary>
    public bool TryGet<T>(string key, [MaybeNullWhen(false)] out T value)
    {
        // An unboxing pattern would let int[] pass for uint[]: array types of equal width convert in the runtime.
        if (values.TryGetValue(key, out var found) && found.GetType() == typeof(T))
        {
            value = (T)found;
            return true;
        }
        value = default;
        return false;
    }

    public string? Text(string key) => TryGet<string>(key, out var text) ? text : null;
}

using Assistant.Inference.Gguf;

namespace Assistant.Inference.Validation;

/// <summary>Checks of a file's content that remember the first problem. Later ones may run on default values and add nothing.</summary>
internal sealed class FileCheck(GgufFile file)
{
    private const string Convert = "Convert the model again with a current converter.";

    private readonly string name = Path.GetFileName(file.Path);

    public GgufFile File => file;

    public GgufMetadata Metadata => file.Metadata;

    public ModelFileProblem? Problem { get; private set; }

    public void Fail(string field, string message) => Problem ??= new(name, field, message);

    public void Require(bool condition, string field, string message)
    {
        if (!condition)
            Fail(field, message);
    }

    /// <summary>An unsigned 32-bit value within bounds; without a fallback the key must be there.</summary>
    public int Number(string key, int least, int most, int? fallback = null)
    {
        if (!Metadata.Has(key) && fallback is { } missing)
            return missing;
        if (Metadata.TryGet<uint>(key, out var value) && value >= least && value <= most)
            return (int)value;
        Fail(key, $"It must be an unsigned 32-bit number from {least} to {most}, {Found(key)}. {Convert}");
        return Math.Max(least, 1);
    }

    /// <summary>A number for every block, or one for all; gives the largest.</summary>
    public int NumberPerBlock(string key, int blocks, int most, int fallback)
    {
        if (Metadata.Find(key) is not Array)
            return Number(key, 0, most, fallback);
        long[] values = Metadata.TryGet<uint[]>(key, out var unsigned) ? [.. unsigned.Select(value => (long)value)]
            : Metadata.TryGet<int[]>(key, out var signed) ? [.. signed.Select(value => (long)value)]
            : [];
        if (values.Length == blocks && values.All(value => value >= 0 && value <= most))
            return (int)values.Max();
        Fail(key, $"It must hold {blocks} numbers from 0 to {most}, one per block. {Convert}");
        return 0;
    }

    /// <summary>A finite 32-bit value within bounds; without a fallback the key must be there.</summary>
    public float Real(string key, float least, float most, float? fallback = null)
    {
        if (!Metadata.Has(key) && fallback is { } missing)
            return missing;
        if (Metadata.TryGet<float>(key, out var value) && value >= least && value <= most)
            return value;
        Fail(key, $"It must be a 32-bit number from {least} to {most}, {Found(key)}. {Convert}");
        return least;
    }

    public bool Flag(string key, bool fallback)
    {
        if (!Metadata.Has(key) || Metadata.TryGet(key, out fallback))
            return fallback;
        Fail(key, $"It must be true or false, {Found(key)}. {Convert}");
        return false;
    }

    /// <summary>A text; null when the key is missing.</summary>
    public string? Text(string key)
    {
        if (Metadata.Has(key) && Metadata.Text(key) is null)
            Fail(key, $"It must be a text, {Found(key)}. {Convert}");
        return Metadata.Text(key);
    }

    private string Found(string key) => Metadata.Find(key) switch
    {
        null => "but the key is missing",
        Array array => $"but is an array of {array.Length}",
        string => "but is a text",
        var value => $"but is {value}",
    };
}

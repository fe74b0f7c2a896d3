namespace Assistant.Inference.Validation;

/// <summary>Reads a configured model file; a bad one stops the program with a message that names key, value and fix.</summary>
internal static class ModelFile
{
    /// <exception cref="ModelFileException">The file is missing or cannot be used.</exception>
    public static BaseModelInfo Read(string? path, string key)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new ModelFileException($"{key} is not set. Set it to the path of a GGUF file.");
        }

        if (!File.Exists(path))
        {
            throw new ModelFileException($"{key} = \"{path}\": there is no such file. Correct the path.");
        }

        var result = BaseModelValidator.Validate(Path.GetFullPath(path));
        return result.IsValid ? result.Value : throw new ModelFileException($"{key} = \"{path}\" cannot be used. {result.Problem}");
    }
}

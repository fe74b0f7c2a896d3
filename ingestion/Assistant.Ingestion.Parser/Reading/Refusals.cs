using Assistant.Core.Documents;
using Assistant.Ingestion.Parser.Protocol;

namespace Assistant.Ingestion.Parser.Reading;

/// <summary>Every refusal, in words for the person who uploaded the file: what is wrong and what to do.</summary>
internal static class Refusals
{
    public static RefusalException Empty() =>
        new(ParseFailure.Empty, "The file is empty. Check that it was saved, and upload it again.");

    public static RefusalException NoText(FileFormat format) =>
        new(ParseFailure.NoText, format == FileFormat.Pdf
            ? "The PDF holds pictures of pages and no text. Run text recognition (OCR) on it, and upload the result."
            : "There is no text in this file that could be read.");

    public static RefusalException TooMuchText(int maxCharacters) =>
        new(ParseFailure.TooLarge, $"The file holds more than {maxCharacters:N0} characters of text. Split it into several documents.");

    public static RefusalException PasswordProtected() =>
        new(ParseFailure.PasswordProtected, "The file is protected with a password. Remove the protection, and upload it again.");

    public static RefusalException Damaged() =>
        new(ParseFailure.Damaged, "The file is damaged or incomplete. Open it in the program it was made with, save it again, and upload the new copy.");

    public static RefusalException TooDeep() =>
        new(ParseFailure.Damaged, "The file is nested too deeply to be read. Save it again from the program it was made with, and upload the new copy.");

    public static RefusalException Unsupported(string what) =>
        new(ParseFailure.UnsupportedFormat, $"{what} cannot be read. Formats that can: {FileFormats.ForPeople}.");

    public static RefusalException WrongExtension(string fileName, string content, string? extension) =>
        new(ParseFailure.WrongExtension, $"The name ends in “{Path.GetExtension(fileName)}”, but the content is {content}."
            + (extension is null ? $" Save it in one of the formats that can be read: {FileFormats.ForPeople}." : $" Rename it to “{extension}”, and upload it again."));

    public static RefusalException Bomb() =>
        new(ParseFailure.DecompressionBomb, "The file would unpack to far more than its size, which is how harmful files are built. It was not opened.");

    public static RefusalException OutOfMemory() =>
        new(ParseFailure.OutOfMemory, "Reading the file took more memory than it may. Split it into several documents.");
}

using System.Diagnostics;
using Assistant.Core.Documents;
using Assistant.Ingestion.Parser.Protocol;

namespace Assistant.Ingestion.Parser.Reading;

/// <summary>Reads a file of any format. Never throws: whatever a library makes of a hostile file is a refusal.</summary>
internal sealed class DocumentReader
{
    public ParseReply Read(ParseRequest request)
    {
        FileStream content;
        try
        {
            content = new FileStream(request.Path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ParseReply(Error: $"{e.GetType().Name} on opening the stored file.");
        }

        using (content)
        {
            return Read(content, request);
        }
    }

    private static ParseReply Read(FileStream content, ParseRequest request)
    {
        try
        {
            return new ParseReply(ReadDocument(content, request));
        }
        catch (RefusalException e)
        {
            return Reply(e, e.InnerException);
        }
        catch (InsufficientExecutionStackException e)
        {
            return Reply(Refusals.TooDeep(), e);
        }
        catch (OutOfMemoryException e)
        {
            return Reply(Refusals.OutOfMemory(), e);
        }
        catch (Exception e)
        {
            return Reply(Refusals.Damaged(), e);
        }
    }

    private static ExtractedDocument ReadDocument(FileStream content, ParseRequest request)
    {
        if (content.Length == 0)
        {
            throw Refusals.Empty();
        }

        var format = FormatCheck.Run(content, request.FileName, request.MaxUnpackedBytes);
        content.Position = 0;
        var text = new TextBuilder(request.MaxCharacters);
        Readers.For(format).Read(new SourceFile(content, request.FileName, format, request.MaxUnpackedBytes), text);
        return text.Build() ?? throw Refusals.NoText(format);
    }

    private static ParseReply Reply(RefusalException refusal, Exception? cause) =>
        new(Failure: refusal.Reason, Message: refusal.Message, Detail: cause is null ? null : Describe(cause));

    /// <summary>Type and place, not the message: that one may quote the document.</summary>
    private static string Describe(Exception exception)
    {
        var method = new StackTrace(exception).GetFrame(0)?.GetMethod();
        return $"{exception.GetType().Name} in {method?.DeclaringType?.FullName}.{method?.Name}";
    }
}

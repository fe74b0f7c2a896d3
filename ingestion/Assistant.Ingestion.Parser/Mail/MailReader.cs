using Assistant.Ingestion.Parser.Reading;
using MimeKit;

namespace Assistant.Ingestion.Parser.Mail;

/// <summary>
/// E-mail: the subject as heading, sender, recipients and date, then the body. Attachments are named, not read.
/// </summary>
internal sealed class MailReader : IFormatReader
{
    public void Read(SourceFile file, TextBuilder text)
    {
        using var message = Load(file);
        if (message.Headers.Count == 0 || (message.From.Count == 0 && message.To.Count == 0 && message.Subject is null))
        {
            throw Refusals.WrongExtension(file.FileName, "not an e-mail", null);
        }

        text.Title = message.Subject;
        text.Heading(message.Subject ?? "", 1);
        text.Paragraph(Head(message));
        if (message.HtmlBody is { } html && !string.IsNullOrWhiteSpace(html))
        {
            MailBody.WriteHtml(html, text);
        }
        else if (message.TextBody is { } plain)
        {
            MailBody.WritePlain(plain, text);
        }

        foreach (var attachment in message.Attachments)
        {
            text.Note($"Attachment: {NameOf(attachment)}");
        }
    }

    private static MimeMessage Load(SourceFile file)
    {
        try
        {
            return MimeMessage.Load(file.Content);
        }
        catch (FormatException)
        {
            // No header at all.
            throw Refusals.WrongExtension(file.FileName, "not an e-mail", null);
        }
    }

    private static string Head(MimeMessage message)
    {
        var lines = new List<string>();
        Add(lines, "From", Names(message.From));
        Add(lines, "To", Names(message.To));
        Add(lines, "Cc", Names(message.Cc));
        if (message.Headers.Contains(HeaderId.Date) && message.Date != DateTimeOffset.MinValue)
        {
            Add(lines, "Date", message.Date.ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        }

        return string.Join('\n', lines);
    }

    private static void Add(List<string> lines, string name, string value)
    {
        if (value.Length > 0)
        {
            lines.Add($"{name}: {value}");
        }
    }

    private static string Names(InternetAddressList addresses) => string.Join(", ", addresses.Select(Name));

    private static string Name(InternetAddress address) => address is MailboxAddress { Name.Length: > 0 } mailbox
        ? $"{mailbox.Name} <{mailbox.Address}>"
        : address is MailboxAddress { Address: var plain } ? plain : address.Name ?? address.ToString();

    private static string NameOf(MimeEntity attachment) =>
        attachment.ContentDisposition?.FileName ?? attachment.ContentType.Name ?? (attachment is MessagePart part ? part.Message?.Subject : null) ?? "unnamed";
}

using Assistant.Ingestion.Tests.Doubles;

namespace Assistant.Ingestion.Tests.Parser.Mail;

public sealed class MailReaderTests
{
    private const string Head = "From: \"Anna B\" <anna@halden.example>\r\nTo: all@halden.example\r\nSubject: =?utf-8?q?New_r=C3=BCle?=\r\nDate: Mon, 21 Sep 2026 09:12:44 +0100\r\nMIME-Version: 1.0\r\n";

    [Fact]
    public void Read_PlainBody_HasHeadAndQuotedReplyAsSection() =>
        TestReader.Read("a.eml", Head + "Content-Type: text/plain; charset=utf-8\r\n\r\nHello,\r\n\r\nyes.\r\n\r\n> On Fri, 11 Sep 2026 at 15:40, Ben wrote:\r\n>\r\n> May I?\r\n").Lines().ShouldBe(
        [
            "H1 New rüle",
            "P From: Anna B <anna@halden.example>\nTo: all@halden.example\nDate: 21 September 2026, 09:12",
            "P Hello,",
            "P yes.",
            "H2 On Fri, 11 Sep 2026 at 15:40, Ben wrote",
            "P May I?",
        ]);

    [Fact]
    public void Read_HtmlAlternative_IsPreferred_AndAttachmentsAreNamed()
    {
        const string Body = "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/plain\r\n\r\nplain\r\n--y\r\nContent-Type: text/html\r\n\r\n<h3>Rule</h3><ul><li>One</li></ul><blockquote>On 1 May Ben wrote:<br>Old</blockquote>\r\n--y--\r\n--x\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Disposition: attachment; filename=plan.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--x--\r\n";

        TestReader.Read("a.eml", Head + Body).Lines().Skip(2).ShouldBe(["H4 Rule", "LI One", "H2 On 1 May Ben wrote", "P Old", "NOTE Attachment: plan.pdf"]);
    }
}

using System.Text;
using InstituteCms.Kernel.Localization;
using InstituteCms.Kernel.Mail;
using InstituteCms.Kernel.Tenants;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using OrchardCore.Email;
using Xunit;

namespace InstituteCms.Kernel.Tests.Mail;

public sealed class EmailServiceTests : IDisposable
{
    private static readonly DateTimeOffset _now = new(2030, 4, 1, 9, 30, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("mail").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_a_host_a_mail_becomes_one_whole_file()
    {
        using var attachment = new MemoryStream(Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n"));

        var result = await Service(new SmtpOptions { DefaultSender = "Institute <office@example.org>" }).SendAsync(
            new MailMessage
            {
                To = "a@example.org; b@example.org",
                ReplyTo = "desk@example.org",
                Subject = "登録\r\nBcc: all@example.org",
                TextBody = "ようこそ",
                HtmlBody = "<p>ようこそ</p>",
                Attachments = { new MailMessageAttachment { Filename = "event.ics", Stream = attachment } },
            },
            cancellationToken: Token);

        Assert.True(result.Succeeded);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "Emails")));
        Assert.EndsWith(".eml", file, StringComparison.Ordinal);
        var mail = await MimeMessage.LoadAsync(file, Token);
        Assert.Equal("登録 Bcc: all@example.org", mail.Subject);
        Assert.Equal(["a@example.org", "b@example.org"], mail.To.Mailboxes.Select(m => m.Address));
        Assert.Empty(mail.Bcc);
        Assert.Equal("\"Institute\" <office@example.org>", mail.From.ToString());
        Assert.Equal("desk@example.org", mail.ReplyTo.Mailboxes.Single().Address);
        Assert.EndsWith("@example.org", mail.MessageId, StringComparison.Ordinal);
        Assert.Equal(_now, mail.Date);
        Assert.Equal("ようこそ", mail.TextBody?.Trim());
        Assert.Equal("<p>ようこそ</p>", mail.HtmlBody?.Trim());
        Assert.Equal("event.ics", Assert.Single(mail.Attachments).ContentDisposition?.FileName);
        var ways = Assert.IsType<MultipartAlternative>(Assert.IsAssignableFrom<Multipart>(mail.Body)[0]);
        Assert.Equal(["text/plain", "text/html", "text/calendar"], ways.Select(way => way.ContentType.MimeType));
        Assert.Equal("REQUEST", ways[2].ContentType.Parameters["method"]);
    }

    [Fact]
    public async Task A_mail_that_is_a_list_of_headers_brings_them_along()
    {
        var mail = new HeadedMessage
        {
            ["Message-ID"] = "the-same-each-time",
            ["List-Unsubscribe"] = "<https://example.org/stop>\r\nBcc: all@example.org",
        };
        (mail.To, mail.Subject, mail.TextBody) = ("a@example.org", "x", "x");

        await Service(new SmtpOptions { DefaultSender = "office@example.org" }).SendAsync(mail, cancellationToken: Token);

        var sent = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(Path.Combine(_folder, "Emails"))), Token);
        Assert.Equal("the-same-each-time@example.org", sent.MessageId);
        Assert.Equal("<https://example.org/stop> Bcc: all@example.org", sent.Headers["List-Unsubscribe"]);
        Assert.Empty(sent.Bcc);
    }

    [Theory]
    [InlineData(null, "To")]
    [InlineData("nobody", "To")]
    [InlineData("a@example.org, not an address", "To")]
    public async Task What_cannot_be_sent_is_told_and_not_thrown(string? to, string key)
    {
        var result = await Service(new SmtpOptions()).SendAsync(new MailMessage { To = to, Subject = "x", TextBody = "x" }, cancellationToken: Token);

        Assert.False(result.Succeeded);
        Assert.Equal([key], result.Errors.Select(e => e.Key));
        Assert.False(Directory.Exists(Path.Combine(_folder, "Emails")));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure()
    {
        var options = new SmtpOptions { Host = "127.0.0.1", Port = 1, DefaultSender = "office@example.org" };

        var result = await Service(options).SendAsync(new MailMessage { To = "a@example.org", Subject = "x", TextBody = "x" }, cancellationToken: Token);

        Assert.False(result.Succeeded);
        Assert.Equal(["Connection", "Answer"], result.Errors.Select(e => e.Key));
        Assert.Equal("Nothing answers at 127.0.0.1, port 1.", result.Errors.First().Message.Value);
    }

    [Theory]
    [InlineData("a.b+c@example.org", true)]
    [InlineData("花子@例え.jp", true)]
    [InlineData("a@example.org ", false)]
    [InlineData("A <a@example.org>", false)]
    [InlineData("a@b@c", false)]
    [InlineData("a@example.org,b@example.org", false)]
    [InlineData("a@example.org\r\nBcc: b@example.org", false)]
    [InlineData("@example.org", false)]
    [InlineData("plain", false)]
    [InlineData(null, false)]
    public void An_address_is_one_address_and_nothing_else(string? text, bool expected) =>
        Assert.Equal(expected, new EmailAddressValidator().Validate(text!));

    private EmailService Service(SmtpOptions options) => new(
        new OptionsSnapshot(options),
        new MailFolder(new TenantFolder(_folder)),
        new FakeTimeProvider(_now),
        NullLogger<EmailService>.Instance,
        new StringLocalizer<EmailService>(new PoStringLocalizerFactory(new Translations(_ => []))));

    private sealed class HeadedMessage : MailMessage, IEnumerable<KeyValuePair<string, string>>
    {
        private readonly Dictionary<string, string> _headers = [];

        public string this[string name]
        {
            set => _headers[name] = value;
        }

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _headers.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class OptionsSnapshot(SmtpOptions value) : IOptionsSnapshot<SmtpOptions>
    {
        public SmtpOptions Value => value;

        public SmtpOptions Get(string? name) => value;
    }
}

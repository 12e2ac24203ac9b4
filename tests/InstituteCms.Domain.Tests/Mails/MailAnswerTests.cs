using InstituteCms.Mails;
using Xunit;

namespace InstituteCms.Domain.Tests.Mails;

public sealed class MailAnswerTests
{
    [Theory]
    [InlineData(MailProblem.Recipient, "550 5.1.1 No such user here")]
    [InlineData(MailProblem.Recipient, "An error occurred: '5.1.1 <a@10.550.1.2>: unknown'")]
    [InlineData(MailProblem.Busy, "451 4.7.1 Greylisted, come back in 500 seconds")]
    [InlineData(MailProblem.Busy, "4.2.2 mailbox full")]
    [InlineData(MailProblem.SignIn, "535 Authentication failed")]
    [InlineData(MailProblem.Connection, "421 shutting down")]
    [InlineData(MailProblem.Refused, "554 5.7.1 Spam")]
    [InlineData(MailProblem.Unknown, "The port 4509 of 192.0.2.450 sighed")]
    [InlineData(MailProblem.Unknown, "")]
    public void Status_codes_tell_what_is_wrong(MailProblem expected, string words) =>
        Assert.Equal(expected, MailAnswer.Read([("", words)]).Problem);

    [Fact]
    public void A_named_problem_goes_before_codes_and_the_servers_own_words_before_ours()
    {
        var answer = MailAnswer.Read([("Connection", "Nothing answers."), ("Answer", "550 says somebody")]);

        Assert.Equal(new MailAnswer(MailProblem.Connection, "550 says somebody"), answer);
    }

    [Fact]
    public void An_address_that_is_none_is_the_recipients_problem() =>
        Assert.Equal(MailProblem.Recipient, MailAnswer.Read([("To", "This is not an e-mail address.")]).Problem);
}

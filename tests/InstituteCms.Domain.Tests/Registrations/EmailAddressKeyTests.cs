using InstituteCms.Registrations;
using Xunit;

namespace InstituteCms.Domain.Tests.Registrations;

public class EmailAddressKeyTests
{
    [Theory]
    [InlineData("taro@example.org")]
    [InlineData("  Taro@Example.ORG\t")]
    [InlineData("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｏｒｇ")]
    [InlineData("\u3000TARO@EXAMPLE.ORG\u3000")] // The wide space of a Japanese keyboard.
    public void Spellings_of_one_address_share_a_key(string address) =>
        Assert.Equal("taro@example.org", EmailAddressKey.From(address));

    [Theory]
    [InlineData("t.aro@example.org")]
    [InlineData("taro+seminar@example.org")]
    [InlineData("taro@example.com")]
    public void Different_addresses_do_not(string address) => Assert.NotEqual("taro@example.org", EmailAddressKey.From(address));

    [Fact]
    public void Composed_and_decomposed_letters_are_the_same() =>
        Assert.Equal(EmailAddressKey.From("ren\u00e9@example.org"), EmailAddressKey.From("Rene\u0301@example.org"));

    [Theory]
    [InlineData("Taro@Example.org")]
    [InlineData("İNFO@example.org")]
    [InlineData("ﬁn@example.org")]
    public void Key_of_a_key_is_itself(string address) =>
        Assert.Equal(EmailAddressKey.From(address), EmailAddressKey.From(EmailAddressKey.From(address)));

    [Fact]
    public void Folded_address_keeps_its_case() => Assert.Equal("Taro@example.org", EmailAddressKey.Fold("　Taro＠example.org "));
}

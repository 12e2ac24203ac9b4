using System.Net;
using InstituteCms.Editors;
using Xunit;

namespace InstituteCms.Domain.Tests.Editors;

public class LinkTests
{
    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946")]
    [InlineData("::ffff:93.184.216.34")]
    public void Public_machine_may_be_asked(string address) => Assert.True(PublicNetwork.Has(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    public void Machine_of_ones_own_network_may_not(string address) => Assert.False(PublicNetwork.Has(IPAddress.Parse(address)));

    [Fact]
    public void Addresses_of_links_and_pictures_are_found_once() => Assert.Equal(
        ["https://a.example/?b=1&c=2", "/media/d.png"],
        RichText.Addresses("""<p>https://no.example <a class="x" href="https://a.example/?b=1&amp;c=2">a</a> <A HREF='https://a.example/?b=1&amp;c=2'>b</A> <img alt=">" src="/media/d.png"></p>"""));

    [Theory]
    [InlineData("<img src='a.png' alt='A hall'>", false)]
    [InlineData("<img src='a.png'>", true)]
    [InlineData("<img src='a.png' alt=''>", true)]
    [InlineData("<img alt=\" \" src='a.png'>", true)]
    [InlineData("<img title=\"alt='x'\" src='a.png'>", true)]
    [InlineData("<p>An alt text</p>", false)]
    [InlineData(null, false)]
    public void Picture_without_words_is_noticed(string? html, bool noticed) => Assert.Equal(noticed, RichText.HasPictureWithoutAltText(html));
}

using InstituteCms.Invitations;
using Xunit;

namespace InstituteCms.Domain.Tests.Invitations;

public class GuestLinesTests
{
    [Theory]
    [InlineData("aiko@example.org", "aiko@example.org", "", null)]
    [InlineData("  Aiko Example <aiko@example.org> ", "aiko@example.org", "Aiko Example", null)]
    [InlineData("\"Example, Aiko\" <aiko@example.org>", "aiko@example.org", "Example, Aiko", null)]
    [InlineData("aiko＠example.org，山田 愛子，ja", "aiko@example.org", "山田 愛子", "ja")]
    [InlineData("Aiko Example\taiko@example.org\ten", "aiko@example.org", "Aiko Example", "en")]
    [InlineData("\"Example, Aiko\",aiko@example.org", "aiko@example.org", "Example, Aiko", null)]
    public void Line_is_read_as_people_write_it(string line, string email, string name, string? language)
    {
        var (guests, unreadable) = GuestLines.Read(line);

        Assert.Equal([new Guest(1, email, name, language)], guests);
        Assert.Empty(unreadable);
    }

    [Fact]
    public void Several_addresses_may_stand_in_a_line_as_mail_programs_copy_them()
    {
        var (guests, _) = GuestLines.Read("Aiko <aiko@example.org>, ben@example.org; Cho <cho@example.org>");

        Assert.Equal([new(1, "aiko@example.org", "Aiko", null), new(1, "ben@example.org", "", null), new(1, "cho@example.org", "Cho", null)], guests);
    }

    [Fact]
    public void Head_of_a_file_is_left_out_and_a_line_without_an_address_is_named()
    {
        var (guests, unreadable) = GuestLines.Read("氏名,メール\r\n\r\nAiko,aiko@example.org\r\nBen Example\r\n");

        Assert.Equal([new Guest(3, "aiko@example.org", "Aiko", null)], guests);
        Assert.Equal([4], unreadable);
    }

    [Fact]
    public void Nobody_guesses_whose_name_is_meant()
    {
        var (guests, unreadable) = GuestLines.Read("Aiko, aiko@example.org; Ben, ben@example.org");

        Assert.Empty(guests);
        Assert.Equal([1], unreadable);
    }
}

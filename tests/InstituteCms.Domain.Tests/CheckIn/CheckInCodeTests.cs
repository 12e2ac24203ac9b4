using InstituteCms.CheckIn;
using InstituteCms.Registrations;

namespace InstituteCms.Domain.Tests.CheckIn;

public sealed class CheckInCodeTests
{
    [Fact]
    public void Code_is_the_same_every_time_and_another_for_every_link()
    {
        var hashes = Enumerable.Range(0, 1_000).Select(_ => PersonalToken.Create().Hash).ToArray();

        Assert.Equal(hashes.Select(CheckInCode.Of), hashes.Select(CheckInCode.Of));
        Assert.Equal(hashes.Length, hashes.Select(CheckInCode.Of).Distinct().Count());
        Assert.All(hashes.Select(CheckInCode.Of), code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{8}$", code));
    }

    [Fact]
    public void Code_is_no_personal_link() => Assert.False(PersonalToken.TryParse(CheckInCode.Of(PersonalToken.Create().Hash), out _));

    [Fact]
    public void Known_answer_stays_so_that_printed_tickets_stay_good() => Assert.Equal("399EHMZE", CheckInCode.Of(new string('0', 64)));

    [Theory]
    [InlineData("7KQX 2M0P", "7KQX2M0P")]
    [InlineData(" 7kqx-2mop ", "7KQX2M0P")]
    [InlineData("７ＫＱＸ２Ｍ０Ｐ", "7KQX2M0P")]
    [InlineData("IL00 0000", "11000000")]
    [InlineData("7KQX 2M0", null)]
    [InlineData("7KQX 2M0PX", null)]
    [InlineData("UUUU UUUU", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Code_is_read_however_it_is_typed(string? typed, string? code) => Assert.Equal(code, CheckInCode.Parse(typed));

    [Fact]
    public void Spaced_code_is_read_back() => Assert.Equal("7KQX2M0P", CheckInCode.Parse(CheckInCode.Spaced("7KQX2M0P")));
}

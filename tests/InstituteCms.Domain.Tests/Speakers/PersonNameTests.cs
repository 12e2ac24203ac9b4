using InstituteCms.Speakers;

namespace InstituteCms.Domain.Tests.Speakers;

/// <summary>Lists of speakers go by the name; the honorific stands before it.</summary>
public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Mr. Atul Khare", "Mr.", "Atul Khare")]
    [InlineData("Prof. Dr. Ann One", "Prof. Dr.", "Ann One")]
    [InlineData("H.E. Ambassador Ben Two", "H.E. Ambassador", "Ben Two")]
    [InlineData("Drew Barry", null, "Drew Barry")]
    [InlineData("橘 尚子", null, "橘 尚子")]
    [InlineData(" Mr. ", null, "Mr.")]
    public void Honorific_is_told_from_the_name(string announced, string? honorific, string name) =>
        Assert.Equal(new PersonName(honorific, name), PersonName.Parse(announced));

    [Theory]
    [InlineData("Mr. Atul Khare", "Mr.", "Mr. Atul Khare")]
    [InlineData("Atul Khare", "Mr.", "Mr. Atul Khare")]
    [InlineData("Prof. Ann One", "Dr.", "Prof. Ann One")]
    [InlineData("Ann One", null, "Ann One")]
    public void Honorific_stands_before_a_name_once(string announced, string? known, string shown) =>
        Assert.Equal(shown, PersonName.WithHonorific(announced, known));
}

using InstituteCms.Kernel.Security;

namespace InstituteCms.Kernel.Tests.Security;

public sealed class GuessablePasswordTests
{
    private static readonly string[] _names = ["tanaka", "hanako.tanaka", "GraSPP Research Seminar", "password"];

    [Theory]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijkl")]
    [InlineData("qwertyuiopas")]
    [InlineData("9876543210ab")]
    [InlineData("Password1234")]
    [InlineData("password password")]
    [InlineData("Tanaka-2026!")]
    [InlineData("graspp research seminar")]
    public void What_is_tried_first_is_refused(string password) => Assert.True(GuessablePasswords.IsGuessable(password, _names));

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("tanaka likes green pancakes")]
    [InlineData("x7#Lq0!vPz2m")]
    [InlineData("桜の下で古い本を静かに読む")]
    public void Words_and_chance_are_taken(string password) => Assert.False(GuessablePasswords.IsGuessable(password, _names));
}

using InstituteCms.Registrations;
using Xunit;

namespace InstituteCms.Domain.Tests.Registrations;

public class PersonalTokenTests
{
    [Fact]
    public void Token_survives_the_way_through_a_link()
    {
        var token = PersonalToken.Create();

        Assert.True(PersonalToken.TryParse(token.Value, out var read));
        Assert.Equal(token.Hash, read.Hash);
        Assert.True(read.Matches(token.Hash));
        Assert.False(read.Matches(PersonalToken.Create().Hash));
        Assert.False(read.Matches(null));
    }

    [Fact]
    public void Tokens_are_22_unreserved_characters_and_differ()
    {
        var tokens = Enumerable.Range(0, 1_000).Select(_ => PersonalToken.Create().Value).ToHashSet();

        Assert.Equal(1_000, tokens.Count);
        Assert.All(tokens, value => Assert.Matches("^[A-Za-z0-9_-]{22}$", value));
    }

    [Fact]
    public void Hash_is_sha256_in_lower_case()
    {
        Assert.True(PersonalToken.TryParse("AAAAAAAAAAAAAAAAAAAAAA", out var zeros));

        Assert.Equal("8a5bdb4cc15164126c6ef2668de9dd240d299ce6397a42c95a9411b93d080ed8", zeros.Hash);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA")] // One too short
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA")] // and one too long.
    [InlineData("AAAAAAAAAAAAAAAAAAAAAB")] // Bits beyond the 128th: a second spelling of the same secret.
    [InlineData("AAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAA AAAAAAAAAA")]
    [InlineData("AAAAAAAAAA/AAAAAAAAAAA")]
    public void Anything_else_is_no_token(string? value) => Assert.False(PersonalToken.TryParse(value, out _));

    [Fact]
    public void Printing_a_token_does_not_give_it_away()
    {
        var token = PersonalToken.Create();

        Assert.DoesNotContain(token.Value, $"{token}", StringComparison.Ordinal);
    }
}

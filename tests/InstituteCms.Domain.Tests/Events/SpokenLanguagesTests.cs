using System.Globalization;
using InstituteCms.Events;

namespace InstituteCms.Domain.Tests.Events;

/// <summary>An editor writes a language as people call it; programs read its tag.</summary>
public sealed class SpokenLanguagesTests
{
    [Theory]
    [InlineData("en, ja", "en,ja")]
    [InlineData("en ja", "en,ja")]
    [InlineData("English", "en")]
    [InlineData("english, Japanese, EN", "en,ja")]
    [InlineData("英語、日本語", "en,ja")]
    [InlineData("Deutsch; en-GB", "de,en-GB")]
    [InlineData("", "")]
    public void Names_and_tags_are_known(string text, string tags)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja");

        Assert.Equal(tags, string.Join(',', SpokenLanguages.Parse(text, out var unknown)));
        Assert.Empty(unknown);
    }

    [Fact]
    public void What_is_no_language_is_named()
    {
        Assert.Equal(["en"], SpokenLanguages.Parse("Englisch?, en", out var unknown));
        Assert.Equal(["Englisch?"], unknown);
    }

    [Theory]
    [InlineData("en", "Japanese", "ja")]
    [InlineData("ja", "英語", "en")]
    public void Name_is_in_the_readers_language(string reader, string name, string tag)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(reader);

        Assert.Equal(name, SpokenLanguages.Name(tag));
    }
}

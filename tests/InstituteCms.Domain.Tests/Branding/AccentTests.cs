using System.Globalization;
using System.Text.RegularExpressions;
using InstituteCms.Branding;
using Xunit;

namespace InstituteCms.Domain.Tests.Branding;

public sealed partial class AccentTests
{
    public static TheoryData<string> Colours => [.. Enumerable.Range(0, 36).Select(i => new Oklch(0.3 + (i % 6 * 0.12), 0.18, i * 10).ToColour().ToString()), "#000000", "#ffffff", "#ffff00", "#0000ff", "#777777"];

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ffffff", "#767676", 4.54)]
    [InlineData("#abcdef", "#abcdef", 1)]
    [InlineData("#ff0000", "#ffffff", 4.0)]
    public void Contrast_is_that_of_WCAG(string one, string two, double expected) => Assert.Equal(expected, Parse(one).ContrastWith(Parse(two)), 2);

    [Theory]
    [InlineData("9a3412", "#9a3412")]
    [InlineData(" #ABC ", "#aabbcc")]
    public void Colour_is_read_as_people_write_it(string text, string expected) => Assert.Equal(expected, Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("-12345")]
    [InlineData("#1;}x{")]
    public void Anything_else_is_no_colour(string? text) => Assert.False(Colour.TryParse(text, out _));

    [Theory]
    [MemberData(nameof(Colours))]
    public void Whatever_is_chosen_can_be_read_on_every_ground_and_under_the_pointer(string chosen)
    {
        foreach (var paper in new[] { Paper.Light, Paper.Dark })
        {
            var accent = Accent.On(paper, Parse(chosen));

            Assert.True(accent.Contrast >= Accent.Readable, $"{accent}");
            Assert.True(paper.Contrast(accent.Strong) >= Accent.Readable, $"{accent}");
            Assert.True(accent.Strong.ContrastWith(Mix(accent.Used, paper.Ground, 0.14)) >= Accent.Readable, $"monogram {accent}");
        }
    }

    [Fact]
    public void Colour_that_can_be_read_stays_as_it_is_and_another_keeps_its_hue()
    {
        var maroon = Accent.On(Paper.Light, Parse("#8c1515"));
        Assert.Equal((maroon.Chosen, false), (maroon.Used, maroon.IsCorrected));

        var yellow = Accent.On(Paper.Light, Parse("#ffcc00"));
        Assert.True(yellow.IsCorrected);
        Assert.InRange(yellow.ChosenContrast, 1.3, 1.5);
        Assert.InRange(yellow.Contrast, 4.5, 4.7);
        Assert.Equal(Oklch.Of(yellow.Chosen).Hue, Oklch.Of(yellow.Used).Hue, 2.0);
    }

    [Fact]
    public void Papers_are_those_of_the_themes_sheet()
    {
        var tokens = Token().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "site.css"))).Select(match =>
            new Oklch(Number(match.Groups[1].Value), Number(match.Groups[2].Value), Number(match.Groups[3].Value)).ToColour());

        Assert.Equal([Paper.Light.Ground, Paper.Light.Raised, Paper.Light.Ink, Paper.Dark.Ground, Paper.Dark.Raised, Paper.Dark.Ink], tokens);
    }

    private static Colour Parse(string text) => Colour.TryParse(text, out var colour) ? colour : throw new FormatException(text);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Colour Mix(Colour over, Colour under, double share) => new(Mix(over.Red, under.Red, share), Mix(over.Green, under.Green, share), Mix(over.Blue, under.Blue, share));

    private static byte Mix(byte over, byte under, double share) => (byte)Math.Round((over * share) + (under * (1 - share)));

    [GeneratedRegex(@"--(?:paper|raised|accent-ink): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)")]
    private static partial Regex Token();
}

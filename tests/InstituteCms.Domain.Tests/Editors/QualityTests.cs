using InstituteCms.Editors;
using InstituteCms.Events;
using Xunit;

namespace InstituteCms.Domain.Tests.Editors;

public class QualityTests
{
    private static readonly EventFacts Sound = new(
        Title: "Oceans and Law",
        StartLocal: new(2026, 7, 9, 15, 0, 0), // A Thursday
        EndLocal: new(2026, 7, 9, 16, 30, 0),
        HasVenue: true,
        HasMap: true,
        Speakers: 1,
        HasSentence: true,
        HasAbstract: true,
        Languages: 1);

    [Fact]
    public void Sound_event_gets_no_note() => Assert.Empty(EventQuality.Review(Sound));

    [Fact]
    public void Each_lack_is_noted_once()
    {
        Assert.Equal([EventNote.NoMap], Notes(Sound with { HasMap = false }));
        Assert.Equal([EventNote.NoPlace], Notes(Sound with { HasVenue = false, HasMap = false }));
        Assert.Equal([EventNote.NoJoinLink], Notes(Sound with { Online = true }));
        Assert.Equal([EventNote.NoLanguage], Notes(Sound with { Languages = 0 }));
        Assert.Equal([EventNote.NoEnd], Notes(Sound with { EndLocal = null }));
        Assert.Equal([EventNote.NoDate], Notes(Sound with { StartLocal = null, EndLocal = null }));
        Assert.Equal([EventNote.EndsBeforeStart], Notes(Sound with { EndLocal = Sound.StartLocal }));
        Assert.Equal([EventNote.NoPurpose], Notes(Sound with { TakesRegistrations = true }));
        Assert.Equal([EventNote.RegisteredNotTold], Notes(Sound with { Registered = 1, IsAnotherPlan = true }));
        Assert.Empty(Notes(Sound with { Registered = 1, IsAnotherPlan = true, TellsRegistered = true }));
        Assert.Empty(Notes(Sound with { Registered = 0, IsAnotherPlan = true }));
        Assert.Equal([(EventNote.PhotoWithoutAltText, 1)], EventQuality.Review(Sound with { SpeakersWithoutAltText = [1] }));
    }

    [Theory]
    [InlineData("Forum of Thursday, 9 July")]
    [InlineData("July 9th: Oceans")]
    [InlineData("海洋フォーラム 7月9日（木）")]
    [InlineData("海洋フォーラム 木曜日")]
    [InlineData("May 1968 and after")]
    public void Title_that_agrees_with_the_date_is_let_be(string title) => Assert.Empty(Notes(Sound with { Title = title }));

    [Theory]
    [InlineData("Forum of Friday, 9 July", EventNote.TitleNamesAnotherWeekday)]
    [InlineData("Thursday, July 10", EventNote.TitleNamesAnotherDate)]
    [InlineData("9 Sept. Oceans", EventNote.TitleNamesAnotherDate)]
    [InlineData("7月9日(金) 海洋フォーラム", EventNote.TitleNamesAnotherWeekday)]
    [InlineData("8月9日 海洋フォーラム", EventNote.TitleNamesAnotherDate)]
    public void Title_that_names_another_day_is_noted(string title, EventNote note) => Assert.Equal([note], Notes(Sound with { Title = title }));

    [Fact]
    public void Report_is_measured_against_the_biographies()
    {
        var sound = new ReportFacts(Length: 800, HasSummary: true, Authors: 1, LongestBiography: 120);
        Assert.Empty(ReportQuality.Review(sound));
        Assert.Equal([(ReportNote.BiographyLongerThanReport, 0)], ReportQuality.Review(sound with { Length = 100 }));
        Assert.Equal([(ReportNote.NoText, 0)], ReportQuality.Review(sound with { Length = 0 }));
        Assert.Equal([(ReportNote.PhotoWithoutAltText, 2)], ReportQuality.Review(sound with { PhotosWithoutAltText = [2] }));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("What cities promise – a forum’s view", 6)]
    [InlineData("海洋の法 and law", 6)]
    public void Words_and_Japanese_letters_are_counted(string text, int length) => Assert.Equal(length, TextLength.Of(text));

    [Theory]
    [InlineData("Tokyo", "Asia/Tokyo")]
    [InlineData("new york", "America/New_York")]
    [InlineData("Europe/Vienna", "Europe/Vienna")]
    [InlineData("Mars/Olympus", "Mars/Olympus")]
    [InlineData("", "")]
    public void Zone_is_found_by_its_city(string text, string zone) => Assert.Equal(zone, ZoneCities.Resolve(text));

    [Fact]
    public void Footnotes_are_numbered_in_the_order_of_the_text()
    {
        var html = Footnotes.Number("<p>One[[first]] and two[[second]].</p>", "Notes", "Back");

        Assert.StartsWith("<p>One<sup id=\"note-mark-1\"><a href=\"#note-1\">1</a></sup> and two<sup id=\"note-mark-2\">", html, StringComparison.Ordinal);
        Assert.Contains("<li id=\"note-2\">second ", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>No notes</p>")]
    [InlineData("<img alt=\"a > [[<script>x</script>]]\">")]
    [InlineData("<img alt=\"[[a]]\">")]
    [InlineData("<p>[[a <b>tag</b>]]</p>")]
    public void What_is_no_plain_note_stays_as_it_is(string html) => Assert.Equal(html, Footnotes.Number(html, "Notes", "Back"));

    private static EventNote[] Notes(EventFacts facts) => [.. EventQuality.Review(facts).Select(found => found.Note)];
}

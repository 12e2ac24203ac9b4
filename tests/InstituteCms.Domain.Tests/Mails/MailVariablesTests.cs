using InstituteCms.Mails;
using Xunit;

namespace InstituteCms.Domain.Tests.Mails;

public sealed class MailVariablesTests
{
    [Fact]
    public void Each_kind_may_use_what_it_needs() =>
        Assert.All(Enum.GetValues<MailKind>(), kind => Assert.All(MailVariables.NeededBy(kind), names => Assert.Subset(MailVariables.Of(kind).ToHashSet(), names.ToHashSet())));

    [Fact]
    public void Names_that_no_mail_of_the_kind_knows_are_found_and_own_ones_are_not() =>
        Assert.Equal(
            ["position", "nmae", "render_body"],
            MailVariables.UnknownIn("{% assign hall = 'A' %}{{ hall }} {{name}} {{- position | plus: 1 }} {{ nmae }}{% render_body %}", MailKind.Confirmed));

    [Theory]
    [InlineData("https://example.org/registrations/AAAAAAAAAAAAAAAAAAAAAA", true)]
    [InlineData("See {{ cancel }} or https://example.org/events/registrations", false)]
    public void Personal_link_in_the_text_is_found(string text, bool expected) => Assert.Equal(expected, MailVariables.HoldsPersonalLink(text));

    [Fact]
    public void Html_has_links_of_addresses_and_no_other_markup() =>
        Assert.Equal(
            """
            <div lang="ja">
            <p>A &lt;b&gt;<br>地図：<a href="https://example.org/m?a=1&amp;b=2">https://example.org/m?a=1&amp;b=2</a>。</p>
            <p>javascript:alert(1)</p>
            </div>
            """.ReplaceLineEndings("\n"),
            MailHtml.From("A <b>\n地図：https://example.org/m?a=1&b=2。\n\n\njavascript:alert(1)", "ja").ReplaceLineEndings("\n"));

    [Fact]
    public void Day_before_is_at_the_same_time_though_the_clocks_were_changed_in_between() =>
        Assert.Equal(
            new DateTime(2026, 3, 28, 17, 0, 0, DateTimeKind.Utc), // 18:00 in winter; the event is on the first day of summer time.
            ReminderTime.DueUtc(new DateTime(2026, 3, 29, 16, 0, 0, DateTimeKind.Utc), "Europe/Vienna", 24));

    [Fact]
    public void Time_that_the_clocks_skip_is_counted_in_hours() =>
        Assert.Equal(
            new DateTime(2026, 3, 29, 0, 30, 0, DateTimeKind.Utc), // 02:30 of that day does not exist.
            ReminderTime.DueUtc(new DateTime(2026, 3, 30, 0, 30, 0, DateTimeKind.Utc), "Europe/Vienna", 24));
}

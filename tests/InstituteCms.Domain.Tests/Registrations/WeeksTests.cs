using InstituteCms.ForumReports;
using InstituteCms.Registrations;

namespace InstituteCms.Domain.Tests.Registrations;

public sealed class WeeksTests
{
    [Theory]
    [InlineData("2026-05-11T00:00:00Z")]
    [InlineData("2026-05-12T03:00:00Z")]
    [InlineData("2026-05-17T23:59:59Z")]
    public void Weeks_begin_on_Monday_and_the_running_one_comes_last(string now)
    {
        var weeks = Weeks.LastUtc(2, DateTime.Parse(now, null, System.Globalization.DateTimeStyles.AdjustToUniversal));

        Assert.Equal([new(2026, 5, 4, 0, 0, 0, DateTimeKind.Utc), new(2026, 5, 11, 0, 0, 0, DateTimeKind.Utc)], weeks);
    }

    [Fact]
    public void Report_is_overdue_from_the_thirtieth_day()
    {
        var end = new DateTime(2026, 4, 1, 12, 0, 0, DateTimeKind.Utc);

        Assert.False(ReportDeadline.IsOverdue(end, end.AddDays(30).AddTicks(-1)));
        Assert.True(ReportDeadline.IsOverdue(end, end.AddDays(30)));
    }
}

using InstituteCms.Events;
using InstituteCms.Imports;
using InstituteCms.Registrations;
using Xunit;

namespace InstituteCms.Domain.Tests.Imports;

public class ImportForecastTests
{
    private static readonly DateTime _now = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly AvailabilityFacts _threeSeats =
        new(EventStatus.Scheduled, _now.AddDays(9), _now.AddDays(10), RegistrationEnabled: true, Capacity: 3, SeatsTaken: 1);

    [Fact]
    public void Each_finds_what_those_before_have_left()
    {
        var outcomes = ImportForecast.Decide(_threeSeats, mayWait: true, [Wish("a", 1), Wish("b", 2), Wish("c", 1), (new("d"), true)], _now);

        Assert.Equal(
            [
                new RegistrationOutcome.Accepted(RegistrationStatus.Confirmed),
                new RegistrationOutcome.Accepted(RegistrationStatus.Waitlisted),
                new RegistrationOutcome.Accepted(RegistrationStatus.Waitlisted), // The last seat is waited for.
                new RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered),
            ],
            outcomes);
        Assert.Equal(
            new RegistrationOutcome.Refused(RefusalReason.Full),
            ImportForecast.Decide(_threeSeats, mayWait: false, [Wish("a", 1), Wish("b", 2)], _now).Last());
    }

    [Theory]
    [InlineData("E-mail", ImportColumn.Email)]
    [InlineData(" ＥＭＡＩＬ ", ImportColumn.Email)]
    [InlineData("メールアドレス", ImportColumn.Email)]
    [InlineData("氏名", ImportColumn.Name)]
    [InlineData("Seats wanted", ImportColumn.Seats)]
    [InlineData("Shoe size", null)]
    public void Column_is_known_by_its_head(string head, ImportColumn? column) => Assert.Equal(column, ImportColumns.Guess(head));

    private static (RegistrationWish Wish, bool AlreadyRegistered) Wish(string name, int seats) => (new(name + "@example.org", seats), false);
}

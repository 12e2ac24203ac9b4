using System.Net;
using InstituteCms.Abuse;

namespace InstituteCms.Domain.Tests.Abuse;

public sealed class RateLimitTests
{
    private static readonly DateTime _now = new(2026, 5, 12, 3, 0, 0, DateTimeKind.Utc);
    private static readonly RateLimit _tenAMinute = new(10, TimeSpan.FromMinutes(1));

    [Fact]
    public void All_may_come_at_once_and_the_next_waits_for_its_share()
    {
        var settled = Let(_tenAMinute, 10, _now);

        var eleventh = _tenAMinute.Decide(settled, _now);
        var later = _tenAMinute.Decide(settled, _now + eleventh.Wait);

        Assert.Equal(new RateDecision(settled, TimeSpan.FromSeconds(6)), eleventh);
        Assert.True(later.IsLetIn);
    }

    [Fact]
    public void Never_more_than_twice_the_number_in_any_one_period()
    {
        var random = new Random(7);
        var (settled, now) = (DateTime.MinValue, _now);
        var letIn = new List<DateTime>();
        for (var attempt = 0; attempt < 5_000; attempt++)
        {
            now += TimeSpan.FromMilliseconds(random.Next(0, 3_000));
            var decision = _tenAMinute.Decide(settled, now);
            settled = decision.SettledUtc;
            if (decision.IsLetIn)
            {
                letIn.Add(now);
            }
        }

        Assert.True(letIn.Count > 1_000);
        Assert.All(letIn, start => Assert.InRange(letIn.Count(other => other >= start && other < start + _tenAMinute.Per), 1, 2 * _tenAMinute.Count));
    }

    [Fact]
    public void No_number_is_no_limit() => Assert.True(new RateLimit(0, TimeSpan.FromMinutes(1)).Decide(DateTime.MaxValue, _now).IsLetIn);

    [Theory]
    [InlineData(1, FormAge.TooFast)]
    [InlineData(2, FormAge.Fit)]
    [InlineData(60, FormAge.Fit)]
    [InlineData(61, FormAge.Stale)]
    [InlineData(null, FormAge.Stale)]
    public void Forms_are_judged_by_their_age(int? seconds, FormAge expected) =>
        Assert.Equal(expected, FormAges.At(seconds is { } age ? _now.AddSeconds(-age) : null, _now, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60)));

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::9", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public void One_household_is_one_network(string one, string other, bool same) =>
        Assert.Equal(same, NetworkKey.Of(IPAddress.Parse(one)) == NetworkKey.Of(IPAddress.Parse(other)));

    private static DateTime Let(RateLimit limit, int times, DateTime now)
    {
        var settled = DateTime.MinValue;
        for (var i = 0; i < times; i++)
        {
            var decision = limit.Decide(settled, now);
            Assert.True(decision.IsLetIn);
            settled = decision.SettledUtc;
        }

        return settled;
    }
}

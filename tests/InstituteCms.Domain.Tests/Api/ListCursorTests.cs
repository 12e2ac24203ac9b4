using InstituteCms.Api;

namespace InstituteCms.Domain.Tests.Api;

public sealed class ListCursorTests
{
    private static readonly DateTime _now = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime _monday = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly ListCursor _beginning = new(_now, DateTime.MinValue, 0);

    [Fact]
    public void Cursor_is_read_back_for_its_own_list_only()
    {
        var text = new ListCursor(_now, _monday, 3).Write("events past");

        Assert.True(ListCursor.TryRead(text, "events past", out var cursor));
        Assert.Equal(new ListCursor(_now, _monday, 3), cursor);
        Assert.False(ListCursor.TryRead(text, "events", out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("MTIz")]
    [InlineData("LjEuMi4z")]
    [InlineData("ü")]
    public void What_is_no_cursor_is_refused(string? text) => Assert.False(ListCursor.TryRead(text, "events", out _));

    [Fact]
    public void Cursor_longer_than_any_is_refused() => Assert.False(ListCursor.TryRead(new string('A', 4_000), "events", out _));

    [Fact]
    public void Place_counts_those_of_the_last_instant_only() =>
        Assert.Equal(new ListCursor(_now, _monday, 2), ListCursor.After(_beginning, [_now, _monday, _monday]));

    [Fact]
    public void Place_counts_on_where_a_whole_page_is_of_one_instant() =>
        Assert.Equal(new ListCursor(_now, _monday, 5), ListCursor.After(new(_now, _monday, 3), [_monday, _monday]));
}

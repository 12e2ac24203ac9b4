using InstituteCms.Registrations;
using Xunit;

namespace InstituteCms.Domain.Tests.Registrations;

public class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"https://example.org\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("  =1")]
    [InlineData("\u3000＝1")]
    public void What_a_spreadsheet_would_calculate_is_text(string text) => Assert.Equal("'" + text, SpreadsheetText.Safe(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("山田 太郎")]
    [InlineData("a=b")]
    [InlineData("taro+seminar@example.org")]
    public void Everything_else_stays_as_it_is(string? text) => Assert.Equal(text, SpreadsheetText.Safe(text));
}

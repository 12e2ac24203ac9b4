using System.Text;
using System.Text.Json;
using InstituteCms.Privacy;

namespace InstituteCms.Domain.Tests.Privacy;

public sealed class PersonTraceTests
{
    private static readonly PersonTrace _trace = new(["Zoë Künstler", "Zoe.K+seminar@example.org"]);

    [Theory]
    [InlineData("Dear Zoë Künstler,")]
    [InlineData("ZOË KÜNSTLER")]
    [InlineData("Zoë　Künstler")]
    [InlineData("Ｚｏｅ．Ｋ＋ｓｅｍｉｎａｒ＠ｅｘａｍｐｌｅ．ｏｒｇ")]
    [InlineData("<a href=\"mailto:zoe.k&#x2B;seminar@example.org\">")]
    [InlineData("?to=zoe.k%2Bseminar%40example.org")]
    [InlineData("Dear Zo=C3=AB K=C3=BCnst=\r\nler,")]
    public void People_are_recognised_however_they_are_written(string text) => Assert.True(_trace.IsIn(text));

    [Fact]
    public void Json_is_read() => Assert.True(_trace.IsIn(JsonSerializer.Serialize(new { Name = "Zoë Künstler" })));

    [Theory, InlineData(""), InlineData("a"), InlineData("ab")]
    public void Mail_in_base64_is_read_wherever_the_person_stands_in_it(string before)
    {
        var lines = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}Zoë Künstler and more to come after that, in a mail with a body"), Base64FormattingOptions.InsertLineBreaks);

        Assert.False(_trace.IsIn(lines));
        Assert.True(_trace.IsInFile(lines));
    }

    [Theory]
    [InlineData("Zoë Künst ler")]
    [InlineData("zoe@example.org")]
    [InlineData("\\u00e")]
    [InlineData("=\r\n=ZZ %zz &; \ud800")]
    public void Others_are_not(string text) => Assert.False(_trace.IsInFile(text));

    [Fact]
    public void Nobody_is_looked_for_by_two_letters() => Assert.True(new PersonTrace(["Li", " ", null]).IsEmpty);
}

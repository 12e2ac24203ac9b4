using System.Text;
using InstituteCms.Texts;
using Xunit;

namespace InstituteCms.Domain.Tests.Texts;

public class TextFileTests
{
    private const string Said = "氏名,E-mail\r\n山田 太郎,taro@example.org\r\n";

    public static TheoryData<int, bool, string> Encodings => new()
    {
        { 65001, false, "UTF-8" },
        { 65001, true, "UTF-8" },
        { 932, false, "Shift_JIS" },
        { 1200, true, "UTF-16" },
        { 1200, false, "UTF-16" },
        { 1201, true, "UTF-16" },
        { 1201, false, "UTF-16" },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void Text_is_read_in_whatever_encoding_a_spreadsheet_writes(int codePage, bool isMarked, string name)
    {
        var encoding = codePage == 932 ? CodePagesEncodingProvider.Instance.GetEncoding(932)! : Encoding.GetEncoding(codePage);

        var read = TextFile.Read([.. isMarked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Said)]);

        Assert.Equal((Said, name), read);
    }

    [Fact]
    public void What_is_no_text_is_not_read()
    {
        Assert.Null(TextFile.Read([0x50, 0x4B, 0x03, 0x04, 0x00, 0x00, 0x08, 0x08, 0xFF, 0xFF, 0x00])); // A workbook.
        Assert.Null(TextFile.Read("Zo\u00E9,zoe@example.org"u8.ToArray().Select((b, at) => at == 2 ? (byte)0xE9 : b).Where((_, at) => at != 3).ToArray()));
    }
}

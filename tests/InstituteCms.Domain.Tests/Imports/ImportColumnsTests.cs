using InstituteCms.Imports;
using InstituteCms.Questions;
using InstituteCms.Registrations;
using Xunit;

namespace InstituteCms.Domain.Tests.Imports;

public class ImportColumnsTests
{
    private static readonly Question _talk = new()
    {
        Id = "q1", Kind = QuestionKind.OneChoice, Label = new("Which talk?", "どの講演？"), Choices = [new("c1", new("First", "第一")), new("c2", new("Second", "第二"))],
    };

    [Theory]
    [InlineData("E-mail", "Email")]
    [InlineData(" ＥＭＡＩＬ ", "Email")]
    [InlineData("メールアドレス", "Email")]
    [InlineData("氏名", "Name")]
    [InlineData("姓", "FamilyName")]
    [InlineData("Last name", "FamilyName")]
    [InlineData("名", "GivenName")]
    [InlineData("First Name", "GivenName")]
    [InlineData("ご所属", "Affiliation")]
    [InlineData("Seats wanted", "Seats")]
    [InlineData("人数", "Seats")]
    [InlineData("参加方法", "Mode")]
    [InlineData("どの講演？", "q1")]
    [InlineData("'=Name", null)]
    [InlineData("Shoe size", null)]
    [InlineData("", null)]
    public void Column_is_known_by_its_head(string head, string? column) => Assert.Equal([column], ImportColumns.Guess([head], [_talk], modes: true));

    [Fact]
    public void Of_two_columns_that_say_the_same_the_first_is_taken() =>
        Assert.Equal(["Name", "Email", null, null], ImportColumns.Guess(["Name", "Mail", "メール", "氏名"], [], modes: true));

    [Fact]
    public void Way_of_taking_part_is_not_asked_for_where_there_is_one() => Assert.Equal([null], ImportColumns.Guess(["Attendance"], [], modes: false));

    [Theory]
    [InlineData("", 1)]
    [InlineData("2", 2)]
    [InlineData("３名", 3)]
    [InlineData("0", null)]
    [InlineData("21", null)]
    [InlineData("two", null)]
    [InlineData("1.5", null)]
    public void Seats_are_read_as_people_write_them(string cell, int? seats) => Assert.Equal(seats, Person(cell, "Seats").Seats);

    [Theory]
    [InlineData("", "ja")]
    [InlineData("EN", "en")]
    [InlineData("日本語", "ja")]
    [InlineData("fr", null)]
    public void Language_is_read_or_taken_from_the_form(string cell, string? language) => Assert.Equal(language, Person(cell, "Language").Language("ja"));

    [Theory]
    [InlineData("", AttendanceMode.InPerson)]
    [InlineData("Online", AttendanceMode.Online)]
    [InlineData("オンライン", AttendanceMode.Online)]
    [InlineData("会場", AttendanceMode.InPerson)]
    [InlineData("maybe", null)]
    public void Way_of_taking_part_is_read_in_both_languages(string cell, AttendanceMode? mode) => Assert.Equal(mode, Person(cell, "Mode").Mode(AttendanceMode.InPerson));

    [Theory]
    [InlineData("第二", "c2")]
    [InlineData("second ", "c2")]
    [InlineData("Third", "Third")]
    public void Choice_is_found_by_its_words_in_either_language(string cell, string value) => Assert.Equal([value], Person(cell, "q1").AnswersTo(_talk));

    [Theory]
    [InlineData("'=1+1", "=1+1")]
    [InlineData("=1+1", "=1+1")]
    [InlineData("O'Brien", "O'Brien")]
    [InlineData("'Tis", "'Tis")]
    public void Apostrophe_of_an_export_is_taken_off_again_and_no_other(string cell, string name) => Assert.Equal(name, Person(cell, "Name")[ImportColumn.Name]);

    [Theory]
    [InlineData("山田", "花子", "山田 花子")]
    [InlineData("Yamada", "Hanako", "Hanako Yamada")]
    [InlineData("김", "민준", "김 민준")]
    [InlineData("ヤマダ", "", "ヤマダ")]
    [InlineData("ﾔﾏﾀﾞ", "ﾊﾅｺ", "ﾔﾏﾀﾞ ﾊﾅｺ")]
    [InlineData("𠮷", "花子", "𠮷 花子")]
    [InlineData("", "Sukarno", "Sukarno")]
    [InlineData("", "", "")]
    public void Name_in_two_columns_is_written_as_its_language_does(string family, string given, string name) =>
        Assert.Equal(name, new ImportedPerson(new(2, [given, family]), ["GivenName", "FamilyName"]).Name);

    [Fact]
    public void Name_that_stands_in_a_column_of_its_own_is_taken_as_it_is() =>
        Assert.Equal("Hanako de Yamada", new ImportedPerson(new(2, ["Hanako de Yamada", "Yamada", "Hanako"]), ["Name", "FamilyName", "GivenName"]).Name);

    private static ImportedPerson Person(string cell, string column) => new(new(2, [cell]), [column]);
}

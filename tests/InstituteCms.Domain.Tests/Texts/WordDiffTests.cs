namespace InstituteCms.Texts;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("a talk on law", "a talk on sea law", "=a talk on |+sea |=law")]
    [InlineData("a long talk", "a talk", "=a |-long |=talk")]
    [InlineData("on Monday.", "on Tuesday.", "=on |-Monday|+Tuesday|=.")]
    [InlineData("公開講演会", "公開研究会", "=公開|-講演|+研究|=会")]
    [InlineData("", "new", "+new")]
    [InlineData("gone", "", "-gone")]
    [InlineData("", "", "")]
    [InlineData("the same", "the same", "=the same")]
    [InlineData("one\ntwo", "one\n\ntwo", "=one|-\n|+\n\n|=two")]
    public void Changes_are_told_word_by_word(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', WordDiff.Compare(before, after).Select(piece => "=-+"[(int)piece.Kind] + piece.Text)));

    [Theory]
    [InlineData("the cat and the dog and the bird", "the dog, the bird and a cat")]
    [InlineData("東京 2026年 spring 🌸 x", "京都 2027年 🌸 spring")]
    public void Both_texts_can_be_read_back(string before, string after)
    {
        var pieces = WordDiff.Compare(before, after);

        Assert.Equal(before, string.Concat(pieces.Where(piece => piece.Kind is not DiffKind.Added).Select(piece => piece.Text)));
        Assert.Equal(after, string.Concat(pieces.Where(piece => piece.Kind is not DiffKind.Removed).Select(piece => piece.Text)));
    }

    [Fact]
    public void Very_long_texts_without_anything_in_common_are_replaced_as_a_whole()
    {
        var before = string.Join(' ', Enumerable.Range(0, 5_000));
        var after = string.Join(' ', Enumerable.Range(10_000, 5_000));

        Assert.Equal([new DiffPiece(DiffKind.Removed, before), new DiffPiece(DiffKind.Added, after)], WordDiff.Compare(before, after));
    }
}

using System.Text.Json;
using InstituteCms.Kernel.Media;
using OrchardCore.ContentManagement;
using Xunit;

namespace InstituteCms.Kernel.Tests.Media;

public sealed class MediaUseTests
{
    private const string Item = """
        {"ContentItemId":"4a","Latest":true,"DisplayText":"paper.pdf is a title","SpeakerPart":{"Photo":{"Path":"speakers/a b.jpg"},
        "Biography":"<p>Not pictures/none.png</p><img src=\"/graspp/media/%E4%BC%9A%E5%A0%B4.png?width=1024\"><a href='~/media/talks/paper.pdf#page=2'>x</a>",
        "Links":[{"Url":"https://example.org/media/theirs.png"},{"Url":"https://example.org/page.html"},{"Url":"/media/page.html"}]}}
        """;

    [Fact]
    public void Paths_and_addresses_in_an_item_are_its_uses()
    {
        var uses = MediaUseIndexProvider.Map(JsonSerializer.Deserialize<ContentItem>(Item)!).ToList();

        Assert.Equal(["speakers/a b.jpg", "会場.png", "talks/paper.pdf", "theirs.png"], uses.Select(use => use.Path));
        Assert.All(uses, use => Assert.Equal("4a", use.ContentItemId));
    }

    [Fact]
    public void Versions_of_the_past_do_not_count() =>
        Assert.Empty(MediaUseIndexProvider.Map(JsonSerializer.Deserialize<ContentItem>(Item.Replace("\"Latest\":true", "\"Latest\":false", StringComparison.Ordinal))!));
}

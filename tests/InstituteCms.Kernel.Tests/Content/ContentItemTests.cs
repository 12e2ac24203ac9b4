using System.Text.Json;
using OrchardCore;
using OrchardCore.ContentManagement;
using Xunit;

namespace InstituteCms.Kernel.Tests.Content;

public sealed class ContentItemTests
{
    [Fact]
    public void Json_has_the_documented_members_in_order_and_never_the_id()
    {
        var item = new ContentItem { Id = 7, ContentItemId = "4a", ContentType = "Talk", ModifiedUtc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) };
        item.Apply(new TalkPart { Abstract = null, Mood = TalkMood.Lively });

        Assert.Equal(
            """{"ContentItemId":"4a","ContentItemVersionId":null,"ContentType":"Talk","DisplayText":null,"Latest":false,"Published":false,"ModifiedUtc":"2026-01-01T00:00:00Z","PublishedUtc":null,"CreatedUtc":null,"Owner":null,"Author":null,"TalkPart":{"Mood":"Lively"}}""",
            JsonSerializer.Serialize(item));
    }

    [Fact]
    public void Unknown_objects_survive_and_unknown_scalars_do_not()
    {
        var item = Read("""{"contentitemid":"4a","Colour":"red","Other":{"x":1},"List":[1],"TalkPart":{"abstract":"A","Extra":{"y":2},"Room":{"Name":"1","Seats":9}}}""");
        item.Alter<TalkPart>(part => part.Room!.Name = "2");

        Assert.Equal("4a", item.ContentItemId);
        Assert.False(item.Has("Colour"));
        Assert.True(item.Has("Other"));
        Assert.True(item.Has("List"));
        Assert.Equal(2, (int)item.Content.TalkPart.Extra.y);
        Assert.Equal("2", item.Content.TalkPart.Room.Name.ToString());
        Assert.Equal(9, (int)item.Content.TalkPart.Room.Seats);
    }

    [Fact]
    public void A_change_without_apply_stays_out_of_the_json()
    {
        var item = Read("""{"TalkPart":{"Abstract":"A"}}""");
        Assert.True(item.TryGet<TalkPart>(out var part));
        part.Abstract = "B";

        Assert.Same(part, item.GetOrCreate<TalkPart>());
        Assert.Contains("\"A\"", JsonSerializer.Serialize(item));
        item.Apply(part);
        Assert.Contains("\"B\"", JsonSerializer.Serialize(item));
    }

    [Fact]
    public void A_cleared_member_is_cleared()
    {
        var item = Read("""{"TalkPart":{"Abstract":"A","Mood":1}}""");
        item.Alter<TalkPart>(part => part.Abstract = null);

        Assert.Null(Read(JsonSerializer.Serialize(item)).GetOrCreate<TalkPart>().Abstract);
        Assert.Equal(TalkMood.Lively, item.GetOrCreate<TalkPart>().Mood);
    }

    [Fact]
    public void Merge_leaves_alone_which_version_it_is()
    {
        var item = new ContentItem { ContentItemId = "4a", DisplayText = "Old", Latest = true };
        item.Merge(new { ContentItemId = "4b", DisplayText = "New", Latest = false, TalkPart = new { Abstract = "A" } });

        Assert.Equal(("4a", "New", true, "A"), (item.ContentItemId, item.DisplayText, item.Latest, item.GetOrCreate<TalkPart>().Abstract));
        Assert.False(item.Has("Latest"));
    }

    [Fact]
    public void Ids_are_26_characters_of_the_alphabet() => Assert.Matches("^[0-9abcdefghjkmnpqrstvwxyz]{26}$", IdGenerator.GenerateId());

    private static ContentItem Read(string json) => JsonSerializer.Deserialize<ContentItem>(json)!;
}

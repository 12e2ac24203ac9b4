using System.Text;
using InstituteCms.Kernel.Display;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.DisplayManagement.Zones;

namespace InstituteCms.Kernel.Tests.Display;

public sealed class PlacementTests
{
    private static readonly PlacementFile _file = PlacementFile.Parse(new MemoryStream(Encoding.UTF8.GetBytes(
        """
        {
          // Comments are allowed.
          "EventPart": [
            { "place": "Content:5" },
            { "displayType": "Summary", "place": "-" },
            { "displayType": "Detail", "contentType": ["Workshop"], "place": "Header:1", "alternates": "EventPart__Workshop" },
          ]
        }
        """)));

    [Theory]
    [InlineData("Detail", "Event", "Content:5")]
    [InlineData("Summary", "Event", "-")]
    [InlineData("Detail", "Workshop", "Header:1")]
    public void The_last_rule_that_applies_decides(string displayType, string contentType, string place) =>
        Assert.Equal(place, _file.Find("EventPart", "EventPart", displayType, contentType, "/")?.Location);

    [Fact]
    public void A_shape_without_a_rule_is_not_placed() => Assert.Null(_file.Find("Other", null, "Detail", "Event", "/"));

    [Fact]
    public void A_location_names_zone_child_position_and_group()
    {
        var location = ShapeLocation.Parse("/Parts.EventPart:2#Tab;1@settings");

        Assert.True(location.IsLayoutZone);
        Assert.Equal(["Parts", "EventPart"], location.Zones);
        Assert.Equal(("2", "settings"), (location.Position, location.Group));
    }

    [Fact]
    public async Task A_result_goes_where_it_says_for_the_display_type()
    {
        var shape = await ShowAsync(new Driver().Show().Location("Content:1").Location("Summary", "Header:1"), "Summary");

        Assert.True(shape.Zones.IsNotEmpty("Header"));
        Assert.False(shape.Zones.IsNotEmpty("Content"));
    }

    [Fact]
    public async Task A_result_without_a_place_is_not_even_built()
    {
        var driver = new Driver();

        await ShowAsync(driver.Show(), "Detail");

        Assert.False(driver.Filled);
    }

    [Fact]
    public async Task A_result_of_a_group_shows_only_where_the_group_is_asked_for()
    {
        var without = await ShowAsync(new Driver().Show().Location("Content").OnGroup("settings"), "Detail");
        var within = await ShowAsync(new Driver().Show().Location("Content").OnGroup("settings"), "Detail", "settings");

        Assert.False(without.Zones.IsNotEmpty("Content"));
        Assert.True(within.Zones.IsNotEmpty("Content"));
    }

    [Fact]
    public void A_sealed_view_model_is_refused_with_the_reason()
    {
        var error = Assert.Throws<InvalidOperationException>(() => ModelShape.Around<SealedModel>());

        Assert.Contains("not sealed", error.Message, StringComparison.Ordinal);
    }

    private static async Task<ZoneHolding> ShowAsync(ShapeResult result, string displayType, string groupId = "")
    {
        var root = new ZoneHolding();
        await result.ApplyAsync(new BuildDisplayContext(root, displayType, groupId, new ShapeFactory(), new ZoneHolding("Zone"), null));
        return root;
    }

    public class Model
    {
        public string? Text { get; set; }
    }

    public sealed class SealedModel;

    private sealed class Driver : DisplayDriverBase
    {
        public bool Filled { get; private set; }

        public ShapeResult Show() => Initialize<Model>("Thing", model => Filled = true);
    }
}

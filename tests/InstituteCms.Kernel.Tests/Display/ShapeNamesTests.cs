using InstituteCms.Kernel.Display;

namespace InstituteCms.Kernel.Tests.Display;

public sealed class ShapeNamesTests
{
    [Theory]
    [InlineData("EventPart.cshtml", "EventPart")]
    [InlineData("EventPart.Summary.liquid", "EventPart_Summary")]
    [InlineData("EventPart_Edit.cshtml", "EventPart_Edit")]
    [InlineData("EventPart.Edit.cshtml", "EventPart_Edit")]
    [InlineData("Event-EventPart.liquid", "Event__EventPart")]
    [InlineData("Event-EventPart.Summary.liquid", "Event_Summary__EventPart")]
    [InlineData("Content-Event.liquid", "Content__Event")]
    [InlineData("Content-Event.Summary.liquid", "Content_Summary__Event")]
    [InlineData("Content-Event.Edit.cshtml", "Content_Edit__Event")]
    [InlineData("Content-Alias-x.liquid", "Content__Alias__x")]
    [InlineData("MenuItemLink-LinkMenuItem.liquid", "MenuItemLink__LinkMenuItem")]
    [InlineData("Items/RegisterSeatTask.Fields.Edit.cshtml", "RegisterSeatTask_Fields_Edit")]
    [InlineData("HttpError-404.liquid", "HttpError__404")]
    public void A_file_name_says_which_shape_it_renders(string path, string shape) => Assert.Equal(shape, ShapeNames.FromPath(path));

    [Theory]
    [InlineData("_ViewImports.cshtml")]
    [InlineData("Events/Index.cshtml")]
    [InlineData("EventPart.txt")]
    public void Other_files_render_none(string path) => Assert.Null(ShapeNames.FromPath(path));

    [Fact]
    public void Alternates_are_tried_from_the_last_then_the_type_from_the_most_specific()
    {
        var tried = ShapeNames.Candidates("A__B__C", ["X", "Y"]);

        Assert.Equal(["Y", "X", "A__B__C", "A__B", "A"], tried);
    }

    [Fact]
    public void Positions_sort_by_number_and_keep_the_order_of_equals()
    {
        string[] given = ["after", "10", "2", "1.1", "1", "", "before"];

        Assert.Equal(["before", "", "1", "1.1", "2", "10", "after"], given.OrderBy(p => p, ShapePosition.Comparer));
    }

    [Theory]
    [InlineData("InstituteCms.Seminars", "/Views/EventPart.cshtml", "/Areas/InstituteCms.Seminars/Views/EventPart.cshtml")]
    [InlineData("InstituteCms.Kernel", "/Views/Root/_ViewStart.cshtml", "/_ViewStart.cshtml")]
    [InlineData("InstituteCms.Kernel", "/Areas/X/Views/Y.cshtml", "/Areas/X/Views/Y.cshtml")]
    public void Compiled_views_move_to_their_module(string module, string path, string expected) =>
        Assert.Equal(expected, ViewPaths.Remap(module, path));
}

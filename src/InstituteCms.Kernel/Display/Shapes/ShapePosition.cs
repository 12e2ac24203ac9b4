using System.Globalization;
using Microsoft.AspNetCore.Html;
using OrchardCore.DisplayManagement;

namespace InstituteCms.Kernel.Display;

/// <summary>Orders positions: <c>before</c>, none, numbers segment by segment, <c>after</c>.</summary>
internal sealed class ShapePosition : IComparer<string?>
{
    public static readonly ShapePosition Comparer = new();

    public static void Sort(List<IPositioned> items)
    {
        var sorted = items.OrderBy(i => i.Position, Comparer).ToList();
        items.Clear();
        items.AddRange(sorted);
    }

    public int Compare(string? x, string? y)
    {
        var left = Segments(x);
        var right = Segments(y);
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var order = At(left, i).CompareTo(At(right, i));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static string[] Segments(string? position) =>
        (position ?? "").Trim().TrimStart(':').Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int At(string[] segments, int index) => index >= segments.Length ? 0 : segments[index].ToLowerInvariant() switch
    {
        "before" => int.MinValue,
        "after" => int.MaxValue,
        var text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0,
    };
}

/// <summary>HTML with a place among shapes.</summary>
internal sealed class PositionedContent(IHtmlContent html) : IPositioned, IHtmlContent
{
    public string? Position { get; set; }

    public void WriteTo(TextWriter writer, System.Text.Encodings.Web.HtmlEncoder encoder) => html.WriteTo(writer, encoder);
}

using AngleSharp.Html.Dom;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>What a browser would send for a form that nobody touched.</summary>
public static class Form
{
    public static List<KeyValuePair<string, string>> Read(IHtmlFormElement form) =>
        form.Elements.SelectMany(Values).ToList();

    private static IEnumerable<KeyValuePair<string, string>> Values(AngleSharp.Dom.IElement element) => element switch
    {
        IHtmlInputElement { Name.Length: > 0, IsDisabled: false } i when i.Type is "checkbox" or "radio" => i.IsChecked ? [new(i.Name, i.HasAttribute("value") ? i.Value : "on")] : [],
        IHtmlInputElement { Name.Length: > 0, IsDisabled: false } i when i.Type is not ("submit" or "button" or "file") => [new(i.Name, i.Value)],
        IHtmlTextAreaElement { Name.Length: > 0, IsDisabled: false } t => [new(t.Name, t.Value)],
        IHtmlSelectElement { Name.Length: > 0, IsDisabled: false } s => s.SelectedOptions.Select(o => new KeyValuePair<string, string>(s.Name, o.Value)),
        _ => [],
    };
}

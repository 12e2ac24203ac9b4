namespace InstituteCms;

/// <summary>What search engines and those who share the page are told of it.</summary>
/// <param name="Address">The one address of the page: <c>~/events</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it says, in a sentence or two; may be empty.</param>
/// <param name="Image">A picture of it, if there is one.</param>
/// <param name="Type">Kind of page by Open Graph.</param>
public sealed record PageHead(string Address, string Title, string? Description = null, string? Image = null, string Type = "website");

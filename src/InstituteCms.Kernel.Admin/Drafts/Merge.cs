using System.Text.Json.Nodes;
using InstituteCms.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OrchardCore.ContentManagement;

namespace InstituteCms.Kernel.Admin.Drafts;

/// <summary>One field in which an editor's text and another's differ.</summary>
/// <param name="Path">Which.</param>
/// <param name="Pieces">From the other's text to one's own.</param>
/// <param name="TheyChanged">Whether the other changed it since the form was opened.</param>
/// <param name="IChanged">Whether one changed it oneself.</param>
public sealed record MergeField(string Path, IReadOnlyList<DiffPiece> Pieces, bool TheyChanged, bool IChanged)
{
    /// <summary>The form field that carries the choice.</summary>
    public string Choice => Merge.Prefix + Path;

    /// <summary>Whether to begin with the other's text: only they changed it.</summary>
    public bool PrefersTheirs => TheyChanged && !IChanged;
}

/// <summary>Two editors wrote to one item: the later one chooses, field by field.</summary>
/// <param name="Name">The item.</param>
/// <param name="Other">Who wrote meanwhile.</param>
/// <param name="AtUtc">When.</param>
/// <param name="Fields">What differs.</param>
/// <param name="Stamp">What the item says now.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Publish">Whether it was to be published.</param>
public sealed record MergeViewModel(
    string Name, string? Other, DateTime? AtUtc, IReadOnlyList<MergeField> Fields, string Stamp, IReadOnlyList<KeyValuePair<string, string>> Form, bool Publish);

/// <summary>Keeps a form from being saved over what somebody else wrote since it was opened.</summary>
internal static class Merge
{
    public const string Prefix = "merge.";

    /// <summary>What there is to choose; null where the item still says what it said when the form was opened.</summary>
    public static MergeViewModel? Find(EditStamp? began, JsonObject theirs, ContentItem mine, ContentItem before, IFormCollection form, bool publish)
    {
        var now = EditStamp.Of(theirs);
        if (began is null || began.Agrees(now))
        {
            return null;
        }

        var typed = EditStamp.Of(mine.Data);
        var (theirFields, myFields) = (ContentFields.Read(theirs), ContentFields.Read(mine.Data));
        var fields = now.Differences(typed)
            .Select(path => new MergeField(
                path, ContentFields.Compare(theirFields.GetValueOrDefault(path), myFields.GetValueOrDefault(path)), !began.Agrees(now, path), !began.Agrees(typed, path)))
            .ToList();
        return fields.Count == 0 ? null : new MergeViewModel(before.ToString(), before.Author, before.ModifiedUtc, fields, now.ToString(), Carried(form), publish);
    }

    /// <summary>Takes the other's text where the editor chose it.</summary>
    public static void Apply(IFormCollection form, JsonObject theirs, ContentItem mine)
    {
        var chosen = form.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal) && field.Value == "theirs").Select(field => field.Key[Prefix.Length..]).ToList();
        foreach (var path in chosen)
        {
            ContentFields.Copy(theirs, mine.Data, path);
        }

        if (chosen.Count > 0)
        {
            mine.Data = mine.Data; // The typed views are read anew.
        }
    }

    /// <summary>The form's fields, to be sent once more.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Carried(IEnumerable<KeyValuePair<string, StringValues>> form) =>
        [.. form.Where(field => !IsOurs(field.Key)).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? string.Empty)))];

    private static bool IsOurs(string name) =>
        name is "__RequestVerificationToken" || name.StartsWith("submit.", StringComparison.Ordinal) || name.StartsWith(Prefix, StringComparison.Ordinal);
}

using System.Text.Json.Nodes;
using OrchardCore.ContentManagement.Metadata.Builders;
using OrchardCore.ContentManagement.Metadata.Settings;

namespace InstituteCms;

/// <summary>The content types of seminars, and what they have in common.</summary>
public static class SeminarTypes
{
    public const string Event = "Event";
    public const string Speaker = "Speaker";
    public const string ForumReport = "ForumReport";

    public static IReadOnlyList<string> All { get; } = [Event, Speaker, ForumReport];

    internal static ContentTypeDefinitionBuilder WithTitle(this ContentTypeDefinitionBuilder type) => type
        .WithPart("TitlePart", part => part
            .WithPosition("1")
            .MergeSettings(new JsonObject { ["TitlePartSettings"] = new JsonObject { ["Options"] = "EditableRequired" } }));

    /// <summary>Gives each item an address made by a Liquid pattern, which editors may change.</summary>
    internal static ContentTypeDefinitionBuilder WithAddress(this ContentTypeDefinitionBuilder type, string pattern) => type
        .WithPart("AutoroutePart", part => part
            .WithPosition("2")
            .MergeSettings(new JsonObject
            {
                ["AutoroutePartSettings"] = new JsonObject { ["Pattern"] = pattern, ["AllowCustomPath"] = true },
            }));
}

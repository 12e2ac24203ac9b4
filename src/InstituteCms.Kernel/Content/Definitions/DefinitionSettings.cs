#nullable disable
using OrchardCore.ContentManagement.Metadata.Builders;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Metadata.Settings;

namespace OrchardCore.ContentManagement.Metadata.Settings
{
    public class ContentTypeSettings
    {
        public bool Creatable { get; set; }

        public bool Listable { get; set; }

        public bool Draftable { get; set; }

        public bool Versionable { get; set; }

        public string Stereotype { get; set; }

        public bool Securable { get; set; }

        public string Description { get; set; }

        public string Category { get; set; }
    }

    public class ContentTypePartSettings
    {
        public string DisplayName { get; set; }

        public string Description { get; set; }

        public string Position { get; set; }

        public string DisplayMode { get; set; }

        public string Editor { get; set; }
    }

    public class ContentPartSettings
    {
        public bool Attachable { get; set; }

        public bool Reusable { get; set; }

        public string DisplayName { get; set; }

        public string Description { get; set; }

        public string DefaultPosition { get; set; }
    }

    public static class ContentTypeSettingsExtensions
    {
        public static ContentTypeDefinitionBuilder Creatable(this ContentTypeDefinitionBuilder builder, bool creatable = true) => builder.MergeSettings<ContentTypeSettings>(s => s.Creatable = creatable);

        public static ContentTypeDefinitionBuilder Listable(this ContentTypeDefinitionBuilder builder, bool listable = true) => builder.MergeSettings<ContentTypeSettings>(s => s.Listable = listable);

        public static ContentTypeDefinitionBuilder Draftable(this ContentTypeDefinitionBuilder builder, bool draftable = true) => builder.MergeSettings<ContentTypeSettings>(s => s.Draftable = draftable);

        public static ContentTypeDefinitionBuilder Versionable(this ContentTypeDefinitionBuilder builder, bool versionable = true) => builder.MergeSettings<ContentTypeSettings>(s => s.Versionable = versionable);

        public static ContentTypeDefinitionBuilder Securable(this ContentTypeDefinitionBuilder builder, bool securable = true) => builder.MergeSettings<ContentTypeSettings>(s => s.Securable = securable);

        public static ContentTypeDefinitionBuilder Stereotype(this ContentTypeDefinitionBuilder builder, string stereotype) => builder.MergeSettings<ContentTypeSettings>(s => s.Stereotype = stereotype);

        public static ContentTypeDefinitionBuilder WithDescription(this ContentTypeDefinitionBuilder builder, string description) => builder.MergeSettings<ContentTypeSettings>(s => s.Description = description);
    }

    public static class ContentTypePartSettingsExtensions
    {
        public static ContentTypePartDefinitionBuilder WithPosition(this ContentTypePartDefinitionBuilder builder, string position) => builder.MergeSettings<ContentTypePartSettings>(s => s.Position = position);

        public static ContentTypePartDefinitionBuilder WithEditor(this ContentTypePartDefinitionBuilder builder, string editor) => builder.MergeSettings<ContentTypePartSettings>(s => s.Editor = editor);
    }

    public static class ContentPartSettingsExtensions
    {
        public static ContentPartDefinitionBuilder Attachable(this ContentPartDefinitionBuilder builder, bool attachable = true) => builder.MergeSettings<ContentPartSettings>(s => s.Attachable = attachable);

        public static ContentPartDefinitionBuilder WithDisplayName(this ContentPartDefinitionBuilder builder, string description) => builder.MergeSettings<ContentPartSettings>(s => s.DisplayName = description);

        public static ContentPartDefinitionBuilder WithDescription(this ContentPartDefinitionBuilder builder, string description) => builder.MergeSettings<ContentPartSettings>(s => s.Description = description);

        public static ContentPartDefinitionBuilder WithDefaultPosition(this ContentPartDefinitionBuilder builder, string position) => builder.MergeSettings<ContentPartSettings>(s => s.DefaultPosition = position);
    }
}

namespace OrchardCore.ContentManagement.Metadata.Models
{
    public static class ContentTypeExtensions
    {
        public static ContentTypeSettings GetSettings(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings<ContentTypeSettings>();

        public static bool IsCreatable(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings().Creatable;

        public static bool IsListable(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings().Listable;

        public static bool IsDraftable(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings().Draftable;

        public static bool IsVersionable(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings().Versionable;

        public static bool IsSecurable(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings().Securable;

        public static string GetDescription(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings().Description;
    }
}

using OrchardCore.Modules.Manifest;

// The kernel is one module with the features of Orchard Core that a seminar site uses, under Orchard Core's own ids.
[assembly: Module(Name = "InstituteCms kernel", Author = "InstituteCms", Version = "0.1.0", Description = "The embedded foundation.")]
[assembly: Feature(Id = "InstituteCms.Kernel", Name = "Kernel", IsAlwaysEnabled = true, Priority = "-100")]
[assembly: Feature(Id = "OrchardCore.Admin", Name = "Admin")]
[assembly: Feature(Id = "OrchardCore.Alias", Name = "Alias", Dependencies = ["OrchardCore.Contents"])]
[assembly: Feature(Id = "OrchardCore.Autoroute", Name = "Autoroute", Dependencies = ["OrchardCore.Contents"])]
[assembly: Feature(Id = "OrchardCore.AutoSetup", Name = "Auto setup")]
[assembly: Feature(Id = "OrchardCore.BackgroundTasks", Name = "Background tasks")]
[assembly: Feature(Id = "OrchardCore.ContentTypes", Name = "Content types")]
[assembly: Feature(Id = "OrchardCore.Contents", Name = "Contents", Dependencies = ["OrchardCore.ContentTypes"])]
[assembly: Feature(
    Id = "OrchardCore.Deployment",
    Name = "Deployment",
    Dependencies = ["OrchardCore.Contents", "OrchardCore.Media", "OrchardCore.Recipes", "OrchardCore.Roles", "OrchardCore.Settings", "OrchardCore.Users"])]
[assembly: Feature(Id = "OrchardCore.Diagnostics", Name = "Error pages")]
[assembly: Feature(Id = "OrchardCore.Email", Name = "Email")]
[assembly: Feature(Id = "OrchardCore.Email.Smtp", Name = "SMTP", Dependencies = ["OrchardCore.Email"])]
[assembly: Feature(Id = "OrchardCore.HomeRoute", Name = "Home route")]
[assembly: Feature(Id = "OrchardCore.Html", Name = "HTML body", Dependencies = ["OrchardCore.Contents"])]
[assembly: Feature(Id = "OrchardCore.Liquid", Name = "Liquid")]
[assembly: Feature(Id = "OrchardCore.Localization", Name = "Localization")]
[assembly: Feature(Id = "OrchardCore.Media", Name = "Media")]
[assembly: Feature(Id = "OrchardCore.Menu", Name = "Menu", Dependencies = ["OrchardCore.Contents", "OrchardCore.Title", "OrchardCore.Alias"])]
[assembly: Feature(Id = "OrchardCore.Navigation", Name = "Navigation")]
[assembly: Feature(Id = "OrchardCore.Recipes", Name = "Recipes")]
[assembly: Feature(Id = "OrchardCore.Resources", Name = "Resources")]
[assembly: Feature(Id = "OrchardCore.Roles", Name = "Roles")]
[assembly: Feature(Id = "OrchardCore.Settings", Name = "Settings")]
[assembly: Feature(Id = "OrchardCore.Themes", Name = "Themes")]
[assembly: Feature(Id = "OrchardCore.Title", Name = "Title", Dependencies = ["OrchardCore.Contents"])]
[assembly: Feature(Id = "OrchardCore.Users", Name = "Users", Dependencies = ["OrchardCore.Roles"])]

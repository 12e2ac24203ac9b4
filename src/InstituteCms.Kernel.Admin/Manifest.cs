using OrchardCore.Modules.Manifest;

[assembly: Module(Name = "Admin application", Author = "InstituteCms", Version = "0.1.0", Description = "Pages to run the site with.")]
[assembly: Feature(
    Id = "TheAdmin",
    Name = "Admin application",
    Description = "Sign-in, dashboard, content, users and roles, with their look.",
    Category = "Administration",
    Dependencies = ["OrchardCore.Admin", "OrchardCore.Contents", "OrchardCore.Navigation", "OrchardCore.Roles", "OrchardCore.Settings", "OrchardCore.Users"])]

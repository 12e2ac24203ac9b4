using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Institute seminars",
    Author = "InstituteCms",
    Version = "0.1.0",
    Description = "Events, speakers and forum reports of a research institute, with registration.",
    Category = "Content")]

[assembly: Feature(
    Id = "InstituteCms.Seminars",
    Name = "Seminars",
    Description = "Announces events, introduces their speakers and publishes the reports that follow.",
    Category = "Content",
    Dependencies =
    [
        "OrchardCore.Contents",
        "OrchardCore.ContentTypes",
        "OrchardCore.Title",
        "OrchardCore.Autoroute",
        "OrchardCore.Html",
        "OrchardCore.Settings",
        "OrchardCore.Admin",
        "OrchardCore.Navigation",
        "OrchardCore.Email",
        "OrchardCore.PublishLater",
        "OrchardCore.ArchiveLater",
    ])]

[assembly: Feature(
    Id = "InstituteCms.Seminars.Registrations",
    Name = "Seminar registrations",
    Description = "Lets people register for an event, keeps its seats and erases what it knows about them in time.",
    Category = "Content",
    Dependencies = ["InstituteCms.Seminars", "OrchardCore.Liquid"])]

[assembly: Feature(
    Id = "InstituteCms.Seminars.Webhooks",
    Name = "Seminar webhooks",
    Description = "Tells other programs when an event or a report is published, changed or over, with signed messages that wait until they are taken.",
    Category = "Content",
    Dependencies = ["InstituteCms.Seminars"])]

using OrchardCore.DisplayManagement.Manifest;

[assembly: Theme(Name = "Institute", Author = "InstituteCms", Version = "0.1.0", Description = "A calm, fast site for a research institute and its departments.")]

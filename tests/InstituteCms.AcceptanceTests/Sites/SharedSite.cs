namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>One site for all tests that only read.</summary>
[CollectionDefinition(Name)]
public sealed class SharedSite : ICollectionFixture<TestSite>
{
    public const string Name = "Shared site";
}

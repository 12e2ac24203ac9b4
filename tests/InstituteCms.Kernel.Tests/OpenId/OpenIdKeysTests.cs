using InstituteCms.Kernel.OpenId;
using InstituteCms.Kernel.Tenants;
using Microsoft.AspNetCore.DataProtection;
using OpenIddict.Server;

namespace InstituteCms.Kernel.Tests.OpenId;

public sealed class OpenIdKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("institute-cms-").FullName;

    [Fact]
    public void Keys_are_the_same_at_each_start_and_new_where_they_can_no_longer_be_read()
    {
        var protection = new EphemeralDataProtectionProvider();
        var first = SigningKey(protection);

        Assert.Equal(first, SigningKey(protection));
        var afterLoss = new EphemeralDataProtectionProvider();
        var second = SigningKey(afterLoss);
        Assert.NotEqual(first, second);
        Assert.Equal(second, SigningKey(afterLoss));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string SigningKey(IDataProtectionProvider protection)
    {
        var options = new OpenIddictServerOptions();
        new OpenIdKeys(new TenantFolder(_folder), protection).Configure(options);
        return options.SigningCredentials.Single().Key.KeyId;
    }
}

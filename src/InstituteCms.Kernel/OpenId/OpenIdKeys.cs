using System.Security.Cryptography;
using InstituteCms.Kernel.Tenants;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace InstituteCms.Kernel.OpenId;

/// <summary>
/// The tenant's keys for tokens, in a folder of its own, encrypted with the tenant's data protection: made when they are first needed. A token of
/// another tenant was signed with other keys and is worth nothing here.
/// </summary>
internal sealed class OpenIdKeys : IConfigureOptions<OpenIddictServerOptions>
{
    private const int RsaBits = 2048;
    private const int AesBytes = 32;

    private readonly string _folder;
    private readonly IDataProtector _protector;

    public OpenIdKeys(TenantFolder folder, IDataProtectionProvider protection)
    {
        _folder = Path.Combine(folder.Path, "OpenId-Keys");
        _protector = protection.CreateProtector("OrchardCore.OpenId.Keys");
    }

    public void Configure(OpenIddictServerOptions options)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Load("signing", NewRsaKey), out _);
        options.SigningCredentials.Add(new(new RsaSecurityKey(rsa) { KeyId = KeyIdOf(rsa) }, SecurityAlgorithms.RsaSha256));
        options.EncryptionCredentials.Add(new(
            new SymmetricSecurityKey(Load("encryption", () => RandomNumberGenerator.GetBytes(AesBytes))), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }

    private static byte[] NewRsaKey()
    {
        using var rsa = RSA.Create(RsaBits);
        return rsa.ExportPkcs8PrivateKey();
    }

    private static string KeyIdOf(RSA rsa) => Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()).AsSpan(0, 8));

    /// <summary>The key of this name. Of two processes that make one at the same moment, the first that is done wins.</summary>
    private byte[] Load(string name, Func<byte[]> make)
    {
        var path = Path.Combine(Directory.CreateDirectory(_folder).FullName, name + ".key");
        if (!File.Exists(path))
        {
            var own = path + "." + Guid.NewGuid().ToString("N");
            File.WriteAllBytes(own, _protector.Protect(make()));
            try
            {
                File.Move(own, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(own);
            }
        }

        try
        {
            return _protector.Unprotect(File.ReadAllBytes(path));
        }
        catch (CryptographicException)
        {
            // What it was encrypted with is lost. Its tokens are worth nothing from now on; without a key, no page of the tenant would open.
            File.Move(path, path + ".unreadable", overwrite: true);
            return Load(name, make);
        }
    }
}

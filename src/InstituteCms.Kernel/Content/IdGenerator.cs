#nullable disable
using System.Security.Cryptography;

namespace OrchardCore
{
    /// <summary>Ids of 26 characters, without those that are easily taken for another.</summary>
    public static class IdGenerator
    {
        /// <summary>A new id.</summary>
        public static string GenerateId() => "4" + RandomNumberGenerator.GetString("0123456789abcdefghjkmnpqrstvwxyz", 25);
    }
}

namespace OrchardCore.Entities
{
    /// <summary>Makes ids.</summary>
    public interface IIdGenerator
    {
        /// <summary>A new id of 26 characters.</summary>
        string GenerateUniqueId();
    }

    internal sealed class RandomIdGenerator : IIdGenerator
    {
        public string GenerateUniqueId() => IdGenerator.GenerateId();
    }
}

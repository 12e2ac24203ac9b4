using System.Net;
using System.Net.Sockets;

namespace InstituteCms.Abuse;

/// <summary>What counts as one network address.</summary>
public static class NetworkKey
{
    private const int HouseholdBytes = 8;

    /// <summary>An IPv4 address as it is; of IPv6 the network of 64 bits, for everybody has all the addresses in theirs.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, HouseholdBytes))
            : address.ToString();
    }
}

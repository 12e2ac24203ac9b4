using System.Net;
using System.Net.Sockets;

namespace InstituteCms.Editors;

/// <summary>Which machines the site may ask on an editor's behalf: those that anybody could ask, never one of its own network.</summary>
public static class PublicNetwork
{
    // What RFC 6890 and its registries set aside: own networks, loopback, link-local (cloud metadata among it), multicast, documentation.
    private static readonly IPNetwork[] _setAside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork _globalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] _setAsideWithin = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    /// <summary>Whether the address belongs to the network that everybody shares.</summary>
    public static bool Has(IPAddress address) => (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address) switch
    {
        { AddressFamily: AddressFamily.InterNetwork } v4 => !_setAside.Any(network => network.Contains(v4)),
        { AddressFamily: AddressFamily.InterNetworkV6 } v6 => _globalUnicast.Contains(v6) && !_setAsideWithin.Any(network => network.Contains(v6)),
        _ => false,
    };
}

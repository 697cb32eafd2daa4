package atlas.gateway.webhook.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses anybody on the internet may have: not this machine, not its neighbours, not what only looks like another. */
final class PublicAddresses {

    private static final List<AddressRange> NOT_OF_IPV4 = ranges("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
            "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    /** All that is given out so far; translated (64:ff9b::/96), mapped, local and multicast ones lie outside. */
    private static final AddressRange IPV6 = AddressRange.of("2000::/3");
    /** Of those, tunnels (2001::/32, 2002::/16) that end at an address of IPv4, and what is for protocols and documents. */
    private static final List<AddressRange> NOT_OF_IPV6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddresses() {
    }

    static boolean isPublic(InetAddress address) {
        // an IPv4 address mapped into IPv6 is an Inet4Address already
        if (address instanceof Inet4Address) {
            return NOT_OF_IPV4.stream().noneMatch(range -> range.holds(address));
        }
        return IPV6.holds(address) && NOT_OF_IPV6.stream().noneMatch(range -> range.holds(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::of).toList();
    }
}

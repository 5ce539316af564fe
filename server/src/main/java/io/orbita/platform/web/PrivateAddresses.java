package io.orbita.platform.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Addresses that the internet does not reach but our machine does: itself, its network, the cloud around it. What a tenant names must not lead there, or
 * our server knocks on doors for them.
 */
public final class PrivateAddresses {
    private PrivateAddresses() {}

    /** Whether the address is none of the open internet. */
    public static boolean contains(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || switch (address) {
                    case Inet4Address four -> reserved(four.getAddress());
                    case Inet6Address six -> reserved(six);
                    default -> true;
                };
    }

    /** 0/8, 100.64/10 (the provider's network), 192.0.0/24, 198.18/15 (measurements), 240/4 with the broadcast. */
    private static boolean reserved(byte[] four) {
        int first = four[0] & 0xff;
        int second = four[1] & 0xff;
        return first == 0
                || first == 100 && (second & 0xc0) == 64
                || first == 192 && second == 0 && four[2] == 0
                || first == 198 && (second & 0xfe) == 18
                || first >= 240;
    }

    /** fc00::/7, and what carries an IPv4 address inside: compatible, NAT64, 6to4, Teredo. */
    private static boolean reserved(Inet6Address six) {
        byte[] bytes = six.getAddress();
        int head = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int next = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        return (bytes[0] & 0xfe) == 0xfc
                || six.isIPv4CompatibleAddress()
                || head == 0x64 && next == 0xff9b
                || head == 0x2002
                || head == 0x2001 && next == 0;
    }
}

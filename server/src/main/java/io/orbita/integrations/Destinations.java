package io.orbita.integrations;

import io.orbita.platform.web.Invalid;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where a webhook may go: to the public internet by https. An operator may allow this machine and its network, also by plain http. */
@Component
class Destinations {
    private final boolean privateToo;

    Destinations(@Value("${orbita.webhooks.private-addresses:false}") boolean privateToo) {
        this.privateToo = privateToo;
    }

    /** The address of a webhook goes nowhere. */
    static final class Forbidden extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * Checks what can be checked without asking anybody; the name is looked up at each delivery.
     *
     * @throws Invalid when nothing is ever sent there
     */
    URI read(String text) {
        URI url;
        try {
            url = new URI(text.strip()).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw refused();
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        String host = url.getHost();
        if (host == null
                || url.getRawUserInfo() != null
                || url.getRawFragment() != null
                || !(scheme.equals("https") || (privateToo && scheme.equals("http")))
                || !url.toASCIIString().equals(url.toString())
                || url.getPort() == 0
                || url.getPort() > 65_535) {
            throw refused();
        }
        if (!privateToo && (isLiteral(host) ? !isPublic(literal(host)) : !host.contains(".") || isLocal(host))) {
            throw refused();
        }
        return url;
    }

    /**
     * The address to connect to, looked up and checked now: a name may point somewhere else than yesterday. One private address among several spoils them all.
     *
     * @throws UnknownHostException when there is no such name
     * @throws Forbidden when it leads to a private address
     */
    InetAddress lookUp(URI url) throws UnknownHostException, Forbidden {
        InetAddress[] found = InetAddress.getAllByName(unbracketed(url.getHost()));
        for (InetAddress address : found) {
            if (!privateToo && !isPublic(address)) {
                throw new Forbidden();
            }
        }
        return found[0];
    }

    /** Whether an address belongs to the public internet. Tunnels into IPv4 are not followed to see where they end. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        if (address instanceof Inet4Address) {
            return !(first == 0
                    || first >= 240
                    || (first == 100 && second >= 64 && second < 128)
                    || (first == 192 && second == 0 && (third == 0 || third == 2))
                    || (first == 192 && second == 88 && third == 99)
                    || (first == 198 && (second == 18 || second == 19))
                    || (first == 198 && second == 51 && third == 100)
                    || (first == 203 && second == 0 && third == 113));
        }
        boolean global = (first & 0xe0) == 0x20;
        boolean special = first == 0x20 && (second == 0x02 || (second == 0x01 && (third <= 0x01 || third == 0x0d)));
        return global && !special;
    }

    private static boolean isLocal(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return name.endsWith(".localhost")
                || name.endsWith(".local")
                || name.endsWith(".internal")
                || name.endsWith(".home.arpa");
    }

    /** IPv6 in brackets, or a name that ends in a number: every browser takes that for IPv4, however it is spelt. */
    private static boolean isLiteral(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        return host.startsWith("[") || last.matches("\\d+|0[xX][0-9a-fA-F]*");
    }

    private static InetAddress literal(String host) {
        try {
            InetAddress address = InetAddress.ofLiteral(unbracketed(host));
            // 0177.0.0.1 is one address to us and another one to others.
            if (host.startsWith("[") || address.getHostAddress().equals(host)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // answered below, as any other odd spelling
        }
        throw refused();
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static Invalid refused() {
        return new Invalid("url", "format", "Адрес в интернете, который начинается с https://, без логина и пароля");
    }
}

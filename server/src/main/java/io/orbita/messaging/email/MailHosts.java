package io.orbita.messaging.email;

import io.orbita.platform.web.PrivateAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which mail servers may be called. A business names its server, and with a name of our own network it would have us knock on doors that only we can reach;
 * so these are refused unless the operator allows them. A name is looked at when the connection is made, at the very address that is called: what the name
 * meant earlier proves nothing.
 */
@Component
class MailHosts {
    private static final Pattern DIGITS = Pattern.compile("[0-9.]+");

    /** The server stands where no business may send us. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused() {
            super("the mail server stands in a private network");
        }
    }

    private final boolean privateToo;

    MailHosts(@Value("${orbita.mail.private-hosts:false}") boolean privateToo) {
        this.privateToo = privateToo;
    }

    /** Whether the host can be told at sight to be allowed or unknown; nobody is asked what a name means. */
    boolean mayBe(String host) {
        if (privateToo) {
            return true;
        }
        var name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return false;
        }
        if (!DIGITS.matcher(name).matches()) {
            return true;
        }
        try {
            return !PrivateAddresses.contains(InetAddress.ofLiteral(name));
        } catch (IllegalArgumentException shortened) {
            // 127.1 and 2130706433 are spellings of an address that no mail server needs.
            return false;
        }
    }

    /** Makes the connections to mail servers. */
    SocketFactory sockets() {
        return new Guarded();
    }

    private void look(SocketAddress address) throws IOException {
        if (!privateToo
                && address instanceof InetSocketAddress internet
                && internet.getAddress() != null
                && PrivateAddresses.contains(internet.getAddress())) {
            throw new Refused();
        }
    }

    /** A socket that looks where it goes. */
    private final class Looking extends Socket {
        @Override
        public void connect(SocketAddress address) throws IOException {
            connect(address, 0);
        }

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            look(address);
            super.connect(address, timeout);
        }
    }

    /** The library asks for a socket that is not connected; the other ways are there for completeness. */
    private final class Guarded extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new Looking();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port), null);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port), null);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
        }

        private Socket connected(InetSocketAddress to, @Nullable SocketAddress from) throws IOException {
            if (to.isUnresolved()) {
                throw new UnknownHostException(to.getHostString());
            }
            var socket = new Looking();
            try {
                socket.bind(from);
                socket.connect(to);
                return socket;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        }
    }
}

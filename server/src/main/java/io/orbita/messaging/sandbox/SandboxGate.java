package io.orbita.messaging.sandbox;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.messaging.telegram.TelegramBots;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who may play. A sandbox lets anybody be anybody, so it exists only for businesses made for it, never beside a real bot, and on this machine only
 * unless the operator opened it. To everybody else it is not there.
 */
@Component
class SandboxGate {
    private final Businesses businesses;
    private final TelegramBots bots;
    private final boolean open;
    private final boolean local;

    SandboxGate(
            Businesses businesses,
            TelegramBots bots,
            @Value("${ORBITA_SANDBOX:}") String sandbox,
            @Value("${orbita.public-url:http://localhost:8080}") String publicUrl) {
        this.businesses = businesses;
        this.bots = bots;
        this.open = sandbox.equals("public");
        this.local = isLoopback(String.valueOf(URI.create(publicUrl).getHost()));
    }

    /** The sandbox business of that name, if the caller may play there. */
    Business enter(String slug, HttpServletRequest request) {
        Business business = businesses.find(slug).filter(Business::sandbox).orElseThrow(SandboxGate::closed);
        if (!open && !(local && isLoopback(request.getRemoteAddr()))) {
            throw closed();
        }
        if (Tenancy.in(business.id(), () -> bots.connected(business.id()))) {
            throw closed();
        }
        return business;
    }

    private static boolean isLoopback(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        try {
            // Addresses only: a name is never looked up.
            return host.matches("[0-9a-fA-F:.%\\[\\]]+")
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    private static NotFound closed() {
        return new NotFound("Такой песочницы нет.", "There is no such sandbox.");
    }
}

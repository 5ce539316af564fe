package io.orbita.businesses;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who may play in a sandbox: only businesses made as one have it, and only this machine reaches it unless {@code ORBITA_SANDBOX=public}. To everybody else it does not exist.
 */
@Component
public class SandboxGate {
    private final Businesses businesses;
    private final boolean everywhere;

    SandboxGate(Businesses businesses, @Value("${ORBITA_SANDBOX:}") String openTo) {
        this.businesses = businesses;
        this.everywhere = openTo.equals("public");
    }

    /**
     * The sandbox business with this slug.
     *
     * @throws NotFound when it has no sandbox or the caller may not reach it
     */
    public Business enter(String slug, HttpServletRequest request) {
        return checked(businesses.named(slug), request);
    }

    /** As {@link #enter(String, HttpServletRequest)}, for a business that a public id names. */
    public Business enter(BusinessId business, HttpServletRequest request) {
        return checked(businesses.find(business).orElseThrow(SandboxGate::closed), request);
    }

    /**
     * For what concerns all sandboxes at once.
     *
     * @throws NotFound when the caller may not reach them
     */
    public void check(HttpServletRequest request) {
        if (!everywhere && !isThisMachine(request.getRemoteAddr())) {
            throw closed();
        }
    }

    /** Whether nobody but this machine gets in, so that one player may see what another did. */
    public boolean isPrivate() {
        return !everywhere;
    }

    private Business checked(Business business, HttpServletRequest request) {
        check(request);
        if (!business.sandbox()) {
            throw closed();
        }
        return business;
    }

    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static NotFound closed() {
        return new NotFound("Такой песочницы нет.", "There is no such sandbox.");
    }
}

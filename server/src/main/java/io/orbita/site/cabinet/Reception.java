package io.orbita.site.cabinet;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.clients.ClientId;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.RateLimits;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Lets a browser in by its cookie and does the rest inside the business that the cookie names. The cookie is never sent from other sites, and what changes something needs a header on top, which no
 * form of another site can set.
 */
@Component
class Reception {
    private static final String COOKIE = "orbita_cabinet";
    private static final String PATH = "/api/cabinet";
    private static final String CSRF = "X-Orbita-CSRF";

    /** Who is inside. */
    record Guest(Business business, ClientId client, String session) {
        BusinessId id() {
            return business.id();
        }
    }

    private final Businesses businesses;
    private final Entrances entrances;
    private final RateLimits limits;

    Reception(Businesses businesses, Entrances entrances, RateLimits limits) {
        this.businesses = businesses;
        this.entrances = entrances;
        this.limits = limits;
    }

    /**
     * For what only reads.
     *
     * @throws CabinetRefusals.SignedOut when nobody is inside
     */
    <T> T see(HttpServletRequest request, Function<Guest, T> work) {
        limits.take("cabinet", request.getRemoteAddr(), 600, Duration.ofMinutes(1));
        String session = session(request).orElseThrow(CabinetRefusals.SignedOut::new);
        Business business =
                PublicId.business(session).flatMap(businesses::find).orElseThrow(CabinetRefusals.SignedOut::new);
        return Tenancy.in(
                business.id(),
                () -> work.apply(new Guest(
                        business,
                        entrances.guest(business.id(), session).orElseThrow(CabinetRefusals.SignedOut::new),
                        session)));
    }

    /**
     * For what changes something.
     *
     * @throws CabinetRefusals.HeaderMissing when it may come from elsewhere
     */
    <T> T act(HttpServletRequest request, Function<Guest, T> work) {
        check(request);
        return see(request, work);
    }

    static void check(HttpServletRequest request) {
        if (!"1".equals(request.getHeader(CSRF))) {
            throw new CabinetRefusals.HeaderMissing();
        }
    }

    /** The cookie of a new session. */
    static String cookie(HttpServletRequest request, String session) {
        return cookie(request, session, Entrances.SESSION_LIFE);
    }

    /** A cookie that takes the former one away. */
    static String noCookie(HttpServletRequest request) {
        return cookie(request, "", Duration.ZERO);
    }

    private static String cookie(HttpServletRequest request, String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(PATH)
                .maxAge(life)
                .build()
                .toString();
    }

    private static Optional<String> session(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}

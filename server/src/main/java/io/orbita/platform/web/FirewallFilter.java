package io.orbita.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that no honest client sends (encoded slashes, dots that climb, control characters in headers), and lets nobody keep an answer that does not
 * say for how long it may be kept. It is the one part of Spring Security's chain that we need: who asks and what they may is decided by our own filter and
 * interceptor, and the whole chain costs more than all else that happens to a small request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FirewallFilter extends OncePerRequestFilter {
    private static final String NOT_KEPT = "no-cache, no-store, max-age=0, must-revalidate";
    private static final String ALWAYS_SECURE = "max-age=31536000; includeSubDomains";

    private final HttpFirewall firewall = new StrictHttpFirewall();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ALWAYS_SECURE);
        }
        try {
            chain.doFilter(
                    firewall.getFirewalledRequest(request), new Answer(firewall.getFirewalledResponse(response)));
        } catch (RequestRejectedException e) {
            // Names and values are checked when they are read, too.
            if (response.isCommitted()) {
                throw e;
            }
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** Who says how long an answer may be kept says it in place of us, not beside. */
    private static final class Answer extends HttpServletResponseWrapper {
        private Answer(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}

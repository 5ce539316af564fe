package io.orbita.businesses;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers which pages of other sites may read what the widget asks for. Never with credentials: a visitor is known by a token in the request.
 * Whether the site is one of the business's own is asked again where the business is known, see {@link WebOrigins#admit}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class OriginFilter extends OncePerRequestFilter {
    private static final String ASKED_METHOD = HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD;

    private final WebOrigins origins;

    OriginFilter(WebOrigins origins) {
        this.origins = origins;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !(path.startsWith("/api/widget/")
                || path.startsWith("/api/chat/")
                || path.startsWith("/api/website/")
                || path.equals("/api/loyalty/register")
                || path.equals("/api/loyalty/checkin"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The same address answers pages of different sites differently, in caches too.
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        boolean listed = CorsUtils.isCorsRequest(request) && allow(request, response);
        if (!CorsUtils.isPreFlightRequest(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (listed) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST");
            response.setHeader(
                    HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type, Idempotency-Key, Accept-Language");
            response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "7200");
        }
        response.addHeader(HttpHeaders.VARY, ASKED_METHOD);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private boolean allow(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> listed =
                WebOrigins.read(request.getHeader(HttpHeaders.ORIGIN)).filter(origins::isKnown);
        listed.ifPresent(origin -> {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
        });
        return listed.isPresent();
    }
}

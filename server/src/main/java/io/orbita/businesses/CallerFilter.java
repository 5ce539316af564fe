package io.orbita.businesses;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
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
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the caller of a request and enters the caller's business before anything opens a transaction. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CallerFilter extends OncePerRequestFilter {
    static final String CALLER = Caller.class.getName();
    private static final String BEARER = "Bearer ";

    private final Callers callers;

    CallerFilter(Callers callers) {
        this.callers = callers;
    }

    static Optional<String> bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = bearer(request).flatMap(callers::of);
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(CALLER, caller.get());
        BusinessId business = caller.get().businessOrNull();
        if (business == null) {
            chain.doFilter(request, response);
            return;
        }
        enter(business, request, response, chain);
    }

    private static void enter(
            BusinessId business, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Exception failure = Tenancy.in(business, () -> {
            try {
                chain.doFilter(request, response);
                return null;
            } catch (ServletException | IOException e) {
                return e;
            }
        });
        switch (failure) {
            case null -> {}
            case ServletException servlet -> throw servlet;
            case IOException io -> throw io;
            default -> throw new IllegalStateException(failure);
        }
    }
}

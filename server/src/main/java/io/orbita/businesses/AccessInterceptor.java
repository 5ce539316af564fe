package io.orbita.businesses;

import io.orbita.platform.web.Forbidden;
import io.orbita.platform.web.RateLimits;
import io.orbita.platform.web.Unauthenticated;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Decides whether the caller may. An endpoint of ours that says nothing about rights is refused to everybody. */
@Component
class AccessInterceptor implements HandlerInterceptor {
    private static final int REQUESTS_A_SECOND = 2_000;

    /** The platform cannot carry our annotation (the arrow points the other way); its only endpoint is the health check. */
    private static final String HEALTH = "io.orbita.platform.web";

    private final RateLimits limits;

    AccessInterceptor(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith("io.orbita.")
                || method.getBeanType().getPackageName().equals(HEALTH)
                || Guard.isOpen(method)) {
            return true;
        }
        if (!(request.getAttribute(CallerFilter.CALLER) instanceof Caller caller)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            throw new Unauthenticated();
        }
        limits.take("api", caller.businessOrNull() + ":" + caller.key(), REQUESTS_A_SECOND, Duration.ofSeconds(1));
        Allowed allowed = Guard.allowed(method);
        if (allowed == null || !may(caller, allowed, request.getMethod())) {
            throw new Forbidden();
        }
        return true;
    }

    static boolean may(Caller caller, Allowed allowed, String httpMethod) {
        boolean isKey = caller.user() == null && caller.role() != Role.PLATFORM_ADMIN;
        return isKey ? caller.scopes().contains(Guard.scope(allowed, httpMethod)) : Guard.may(caller.role(), allowed);
    }
}

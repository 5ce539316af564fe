package io.orbita.businesses;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** For answers that take minutes: whether who began them is still let in, and what they may read now. */
@Component
public class StandingRights {
    private final Callers callers;
    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private final Map<String, Allowed> guards = new ConcurrentHashMap<>();

    StandingRights(
            Callers callers,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.callers = callers;
        this.mapping = mapping;
    }

    /** Who the request is from, read anew: empty once its token is expired, or its session, key or user is no more. */
    public Optional<Caller> of(HttpServletRequest request) {
        return CallerFilter.bearer(request).flatMap(callers::of);
    }

    /**
     * Whether the caller may GET that path; the answer comes from the guard of the endpoint itself.
     *
     * @param path as it is mapped: {@code /api/leads}
     * @throws IllegalStateException when no guarded endpoint has it
     */
    public boolean mayRead(Caller caller, String path) {
        return AccessInterceptor.may(caller, guards.computeIfAbsent(path, this::guard), "GET");
    }

    private Allowed guard(String path) {
        return mapping.getObject().getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getKey().getPatternValues().contains(path)
                        && entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .map(entry -> Optional.ofNullable(Guard.allowed(entry.getValue())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing guarded answers GET " + path));
    }
}

package io.orbita.platform.web;

import io.orbita.platform.text.Clean;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Query parameters pass the same check of characters and length as texts in a body. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ParameterFilter extends OncePerRequestFilter {
    private static final int LONGEST = 2_000;

    private final Problems problems;

    ParameterFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getQueryString() != null) {
            for (var parameter : request.getParameterMap().entrySet()) {
                for (String value : parameter.getValue()) {
                    if (value.length() > LONGEST
                            || !Clean.isPrintable(value)
                            || !Clean.isPrintable(parameter.getKey())) {
                        String name = Clean.of(parameter.getKey());
                        problems.send(
                                new BadRequest(new Refusal.Field(
                                        name.length() > 60 ? name.substring(0, 60) : name,
                                        "characters",
                                        "Слишком длинный текст или управляющие символы")),
                                request,
                                response);
                        return;
                    }
                }
            }
        }
        chain.doFilter(request, response);
    }
}

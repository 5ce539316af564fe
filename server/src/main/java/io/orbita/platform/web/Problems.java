package io.orbita.platform.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the one shape of an error, {@code application/problem+json} by RFC 9457, in the caller's language. */
@Component
public class Problems {
    /** A problem as it is sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Problem(
            String type,
            String title,
            int status,
            String detail,
            String code,
            List<Refusal.Field> errors,
            @Nullable String traceId,
            @JsonAnyGetter Map<String, Object> facts) {}

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    ResponseEntity<Problem> of(Refusal refusal, @Nullable Locale locale) {
        Problem problem = problem(refusal, locale);
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        Duration wait = refusal.retryAfter();
        if (wait != null) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
        }
        return answer.body(problem);
    }

    /** Answers from a filter, where no advice is at work. */
    public void send(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ResponseEntity<Problem> answer =
                of(refusal, request.getHeader("Accept-Language") == null ? null : request.getLocale());
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
    }

    private static Problem problem(Refusal refusal, @Nullable Locale locale) {
        boolean english = locale != null && "en".equals(locale.getLanguage());
        return new Problem(
                "urn:orbita:problem:" + refusal.code(),
                title(refusal.status()),
                refusal.status(),
                refusal.text(english),
                refusal.code(),
                refusal.fields(),
                MDC.get(TraceFilter.KEY),
                refusal.facts());
    }

    private static String title(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}

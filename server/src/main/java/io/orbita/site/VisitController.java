package io.orbita.site;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Open;
import io.orbita.businesses.WebOrigins;
import io.orbita.messaging.Visitors;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page of the site tells when it is opened. */
@RestController
@RequestMapping("/api/website")
@Tag(name = "site")
@Open
class VisitController {
    /**
     * {@code visitor} is the token of an earlier visit, when there was one.
     *
     * @param page the address of the page; only its path is kept
     * @param referrer from where the page was opened; only its host is kept
     */
    record VisitRequest(
            @NotBlank @Size(max = 100) String business,
            @Nullable @Size(max = 200) String visitor,
            @Nullable @Size(max = 2000) String page,
            @Nullable @Size(max = 2000) String referrer,
            @Nullable @Size(max = 20) Map<@NotBlank @Size(max = 60) String, @NotNull @Size(max = 300) String> utm) {}

    record VisitAnswer(String visitor) {}

    private final Businesses businesses;
    private final Visitors visitors;
    private final Visits visits;
    private final RateLimits limits;
    private final WebOrigins origins;

    VisitController(Businesses businesses, Visitors visitors, Visits visits, RateLimits limits, WebOrigins origins) {
        this.businesses = businesses;
        this.visitors = visitors;
        this.visits = visits;
        this.limits = limits;
        this.origins = origins;
    }

    @PostMapping("/visit")
    @Operation(
            summary = "Begin a visit, or go on with an earlier one: a token for forms and the chat",
            description =
                    "No cookie is set. One browser counts once a day, by a hash whose salt is thrown away after the day; "
                            + "its address is not kept. Robots get a token and are not counted.")
    VisitAnswer visit(HttpServletRequest http, @Valid @RequestBody VisitRequest request) {
        limits.take("visit", http.getRemoteAddr(), 120, Duration.ofMinutes(1));
        Business business = businesses.named(request.business());
        origins.admit(business.id(), http);
        String visitor = request.visitor();
        String token = visitor != null && visitors.read(business.id(), visitor).isPresent()
                ? visitor
                : visitors.fresh(business.id());
        String agent = http.getHeader(HttpHeaders.USER_AGENT);
        String prefetch = http.getHeader("Sec-Purpose");
        if (agent != null && !Browser.isRobot(agent) && (prefetch == null || !prefetch.startsWith("prefetch"))) {
            var seen = new Visits.Seen(
                    http.getRemoteAddr(),
                    agent,
                    Browser.page(request.page()),
                    Browser.referrer(request.referrer(), request.page()),
                    Browser.marks(request.utm()));
            String id = visitors.read(business.id(), token).orElseThrow();
            Tenancy.run(business.id(), () -> visits.seen(business.id(), business.zone(), id, seen));
        }
        return new VisitAnswer(token);
    }
}

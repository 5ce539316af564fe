package io.orbita.site;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Open;
import io.orbita.clients.Identity;
import io.orbita.messaging.Visitors;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.Idempotency;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a page of the site sends, without a login. */
@RestController
@RequestMapping("/api/website")
@Tag(name = "site")
@Open
class WebsiteController {
    private static final int PAYLOAD_LENGTH = 64;

    /**
     * The form. {@code website} is a trap: people do not see it, and who fills it in gets a kind answer and nothing else.
     *
     * @param business slug or public key
     */
    record ContactRequest(
            @NotBlank @Size(max = 100) String business,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 254) String email,
            @Nullable @Size(max = 4000) String message,

            @NotNull @AssertTrue(message = "Без согласия заявку принять нельзя") Boolean consent,

            @Nullable @Size(max = 20) Map<@NotBlank @Size(max = 60) String, @NotNull @Size(max = 300) String> utm,
            @Nullable @Size(max = 200) String visitor,
            @Nullable @Size(max = 2000) String website) {}

    /** Both links open the bot; null when the business has none. */
    record ContactAnswer(@Nullable String botUrl, @Nullable String telegram) {}

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
    private final ContactForm form;
    private final Visitors visitors;
    private final Visits visits;
    private final RateLimits limits;
    private final Idempotency idempotency;

    WebsiteController(
            Businesses businesses,
            ContactForm form,
            Visitors visitors,
            Visits visits,
            RateLimits limits,
            Idempotency idempotency) {
        this.businesses = businesses;
        this.form = form;
        this.visitors = visitors;
        this.visits = visits;
        this.limits = limits;
        this.idempotency = idempotency;
    }

    @PostMapping("/contact-form")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Leave a request; the answer leads to the bot")
    ResponseEntity<ContactAnswer> contact(
            HttpServletRequest http,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody ContactRequest request) {
        limits.take("contact-form", http.getRemoteAddr(), 20, Duration.ofMinutes(1));
        Business business = businesses.named(request.business());
        ContactForm.Filled filled = filled(business, request, http.getRemoteAddr());
        return Tenancy.in(business.id(), () -> {
            if (request.website() != null && !request.website().isBlank()) {
                return ResponseEntity.status(HttpStatus.CREATED)
                        .body(answer(form.pretend(business, PublicId.random(PAYLOAD_LENGTH))));
            }
            return idempotency.once(
                    business.id(), "site.contact-form", "public", key, request, ContactAnswer.class, () -> {
                        String link = form.take(business, filled);
                        visits.known(business.id(), filled.visitor());
                        return answer(link);
                    });
        });
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

    private ContactForm.Filled filled(Business business, ContactRequest request, String address) {
        Optional<Identity> phone = given(request.phone())
                .map(text -> Identity.phone(text)
                        .orElseThrow(() -> new Invalid("phone", "format", "Телефон, например +7 916 123-45-67")));
        Optional<Identity> email = given(request.email())
                .map(text -> Identity.email(text)
                        .orElseThrow(() -> new Invalid("email", "format", "Адрес, например anna@example.ru")));
        if (phone.isEmpty() && email.isEmpty()) {
            throw new Invalid(
                    "phone", "required", "Оставьте телефон или адрес почты, чтобы с вами можно было связаться");
        }
        return new ContactForm.Filled(
                visitors.read(business.id(), request.visitor()).orElseGet(() -> PublicId.next(business.id())),
                request.name().strip(),
                phone.orElse(null),
                email.orElse(null),
                given(request.message()).orElse(""),
                request.utm() == null ? Map.of() : request.utm(),
                address);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
    }

    private static ContactAnswer answer(@Nullable String link) {
        return new ContactAnswer(link, link);
    }
}

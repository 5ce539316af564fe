package io.orbita.site;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Open;
import io.orbita.businesses.WebOrigins;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.Idempotency;
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
            @NotNull @Size(max = 200) String name,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 254) String email,
            @Nullable @Size(max = 4000) String message,

            @NotNull Boolean consent,

            @Nullable @Size(max = 20) Map<@NotBlank @Size(max = 60) String, @NotNull @Size(max = 300) String> utm,
            @Nullable @Size(max = 200) String visitor,
            @Nullable @Size(max = 2000) String website) {}

    /** Both links open the bot; null when the business has none. */
    record ContactAnswer(@Nullable String botUrl, @Nullable String telegram) {}

    private final Businesses businesses;
    private final ContactForm form;
    private final FormReading reading;
    private final Visits visits;
    private final RateLimits limits;
    private final Idempotency idempotency;
    private final WebOrigins origins;

    WebsiteController(
            Businesses businesses,
            ContactForm form,
            FormReading reading,
            Visits visits,
            RateLimits limits,
            Idempotency idempotency,
            WebOrigins origins) {
        this.businesses = businesses;
        this.form = form;
        this.reading = reading;
        this.visits = visits;
        this.limits = limits;
        this.idempotency = idempotency;
        this.origins = origins;
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
        origins.admit(business.id(), http);
        return Tenancy.in(business.id(), () -> {
            ContactForm.Filled filled = reading.read(business, typed(request), http.getRemoteAddr());
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

    private static FormReading.Typed typed(ContactRequest request) {
        return new FormReading.Typed(
                request.name(),
                request.phone(),
                request.email(),
                request.message(),
                request.consent(),
                request.utm() == null ? Map.of() : request.utm(),
                request.visitor());
    }

    private static ContactAnswer answer(@Nullable String link) {
        return new ContactAnswer(link, link);
    }
}

package io.orbita.site.pages;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Open;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.text.Clean;
import io.orbita.platform.web.Idempotency;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.RateLimits;
import io.orbita.platform.web.TooMany;
import io.orbita.site.ContactForm;
import io.orbita.site.FormReading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The site of a business. It works without scripts; errors of the form stand on the page again, beside their fields. */
@RestController
@Open
@Tag(name = "site")
class SitePages {
    static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";
    private static final int LONGEST_MARK = 300;
    private static final int MOST_MARKS = 10;
    private static final int PAYLOAD_LENGTH = 64;

    /** What a form without scripts has left, for a browser that sends it again. */
    record Sent(String bot) {}

    private final Businesses businesses;
    private final Sites sites;
    private final ContactForm form;
    private final FormReading reading;
    private final RateLimits limits;
    private final Idempotency idempotency;
    private final Paper paper;

    SitePages(
            Businesses businesses,
            Sites sites,
            ContactForm form,
            FormReading reading,
            RateLimits limits,
            Idempotency idempotency,
            Paper paper) {
        this.businesses = businesses;
        this.sites = sites;
        this.form = form;
        this.reading = reading;
        this.limits = limits;
        this.idempotency = idempotency;
        this.paper = paper;
    }

    @GetMapping(path = "/s/{slug}", produces = HTML)
    @Operation(summary = "The site of a business")
    ResponseEntity<String> landing(@PathVariable String slug, HttpServletRequest http) {
        return of(slug, business -> sites.landing(200, business, Filled.empty(marks(http))));
    }

    @GetMapping(path = "/s/{slug}/consent", produces = HTML)
    @Operation(summary = "What visitors of a site agree to, with its version")
    ResponseEntity<String> consent(@PathVariable String slug) {
        return of(slug, sites::consent);
    }

    @GetMapping(path = "/s/{slug}/privacy", produces = HTML)
    @Operation(summary = "How a business treats personal data")
    ResponseEntity<String> privacy(@PathVariable String slug) {
        return of(slug, sites::privacy);
    }

    /** A page that is loaded again sends its form again: the same words from the same address within the two days of a key are one request. */
    @PostMapping(path = "/s/{slug}/contact", produces = HTML, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Operation(summary = "The form of the site, sent by a browser without scripts")
    ResponseEntity<String> contact(@PathVariable String slug, HttpServletRequest http) {
        return of(slug, business -> {
            Filled filled = filled(http);
            try {
                limits.take("contact-form", http.getRemoteAddr(), 20, Duration.ofMinutes(1));
                if (!given(http, "website").isBlank()) {
                    return sites.thanks(business, link(() -> form.pretend(business, PublicId.random(PAYLOAD_LENGTH))));
                }
                return sites.thanks(business, take(business, filled, http.getRemoteAddr()));
            } catch (Invalid refusal) {
                return sites.landing(422, business, filled.wrong(refusal.fields()));
            } catch (TooMany refusal) {
                return sites.landing(429, business, filled.alarmed(refusal.text(false)));
            }
        });
    }

    private String take(Business business, Filled filled, String address) {
        var typed = new FormReading.Typed(
                filled.name(), filled.phone(), filled.email(), filled.message(), filled.consent(), filled.utm(), null);
        ContactForm.Filled read = reading.read(business, typed, address);
        Sent sent = idempotency
                .once(
                        business.id(),
                        "site.page-form",
                        "public",
                        Idempotency.hash(address + "\n" + typed),
                        Map.of(),
                        Sent.class,
                        () -> new Sent(link(() -> form.take(business, read))))
                .getBody();
        return sent == null ? "" : sent.bot();
    }

    private static String link(Supplier<@Nullable String> made) {
        return Optional.ofNullable(made.get()).orElse("");
    }

    private ResponseEntity<String> of(String slug, Function<Business, ResponseEntity<String>> page) {
        return (slug.length() > 60 ? Optional.<Business>empty() : businesses.find(slug))
                .filter(business -> business.slug().equals(slug))
                .map(business -> Tenancy.in(business.id(), () -> page.apply(business)))
                .orElseGet(() -> {
                    Shell shell = paper.plain("Такой страницы нет");
                    return paper.draw(404, "lost", shell, Map.of("shell", shell));
                });
    }

    private static Filled filled(HttpServletRequest http) {
        return new Filled(
                given(http, "name"),
                given(http, "phone"),
                given(http, "email"),
                given(http, "message"),
                "true".equals(http.getParameter("consent")),
                marks(http),
                "",
                Map.of());
    }

    private static String given(HttpServletRequest http, String name) {
        String value = http.getParameter(name);
        return value == null ? "" : Clean.of(value);
    }

    /** {@code utm_…} of the address, or of the hidden fields that keep them. */
    static Map<String, String> marks(HttpServletRequest http) {
        var marks = new TreeMap<String, String>();
        http.getParameterMap().forEach((name, values) -> {
            if (name.matches("utm_[a-z_]{1,30}") && !values[0].isBlank() && marks.size() < MOST_MARKS) {
                String value = Clean.of(values[0]).strip();
                marks.put(name, value.length() > LONGEST_MARK ? value.substring(0, LONGEST_MARK) : value);
            }
        });
        return marks;
    }
}

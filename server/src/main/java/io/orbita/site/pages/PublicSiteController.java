package io.orbita.site.pages;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Open;
import io.orbita.messaging.Messaging;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.RateLimits;
import io.orbita.site.website.Accent;
import io.orbita.site.website.Website;
import io.orbita.site.website.Websites;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How a business looks to everybody, for pages that live in the browser. */
@RestController
@Open
@Tag(name = "site")
class PublicSiteController {
    /**
     * The look of a business.
     *
     * @param botUrl opens the bot; null when there is none
     * @param offerUrl the public offer; null for none
     */
    record Look(
            String slug,
            String name,
            Accent.Colours light,
            Accent.Colours dark,
            Consent consent,
            @Nullable String botUrl,
            @Nullable String offerUrl,
            String privacyUrl) {}

    /** What a visitor agrees to. */
    record Consent(String version, String text) {}

    private final Businesses businesses;
    private final Websites websites;
    private final Messaging messaging;
    private final RateLimits limits;

    PublicSiteController(Businesses businesses, Websites websites, Messaging messaging, RateLimits limits) {
        this.businesses = businesses;
        this.websites = websites;
        this.messaging = messaging;
        this.limits = limits;
    }

    @GetMapping("/api/public/{business}/site")
    @Operation(summary = "The name, the colours and the legal links of a business, for everybody")
    Look look(HttpServletRequest http, @PathVariable @Size(max = 100) String business) {
        limits.take("public-site", http.getRemoteAddr(), 240, Duration.ofMinutes(1));
        Business named = businesses.named(business);
        return Tenancy.in(named.id(), () -> {
            Website site = websites.of(named).website();
            Accent accent = Accent.of(site.look().accent()).orElseThrow();
            var consent = Websites.consent(site);
            String own = site.legal().privacyUrl();
            return new Look(
                    named.slug(),
                    named.name(),
                    accent.light(),
                    accent.dark(),
                    new Consent(consent.version(), consent.text()),
                    messaging.botLink(named.id(), "src_site").orElse(null),
                    site.legal().offerUrl(),
                    own == null ? "/s/" + named.slug() + "/privacy" : own);
        });
    }
}

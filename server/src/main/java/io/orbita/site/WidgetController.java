package io.orbita.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Open;
import io.orbita.businesses.WebOrigins;
import io.orbita.messaging.Messaging;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.RateLimits;
import io.orbita.site.website.Accent;
import io.orbita.site.website.Website;
import io.orbita.site.website.Websites;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the chat on foreign pages must know before it says anything. */
@RestController
@RequestMapping("/api/widget")
@Open
@Tag(name = "site")
class WidgetController {
    /** What is agreed to when contacts are left; the same words are kept with the consent. */
    record Consent(String version, String text) {}

    /**
     * @param business its slug, for the requests that follow
     * @param onAccent the colour of words on the accent
     * @param theme as the visitor's system has it: {@code auto}
     * @param botUrl opens the bot; absent when there is none
     * @param privacyUrl how personal data are treated
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WidgetConfig(
            String business,
            String name,
            String accent,
            String onAccent,
            String greeting,
            String position,
            String theme,
            List<String> quickReplies,
            @Nullable String botUrl,
            String privacyUrl,
            Consent consent) {}

    private final Businesses businesses;
    private final WebOrigins origins;
    private final Websites websites;
    private final Messaging messaging;
    private final RateLimits limits;
    private final String publicUrl;

    WidgetController(
            Businesses businesses,
            WebOrigins origins,
            Websites websites,
            Messaging messaging,
            RateLimits limits,
            @Value("${orbita.public-url:http://localhost:8080}") String publicUrl) {
        this.businesses = businesses;
        this.origins = origins;
        this.websites = websites;
        this.messaging = messaging;
        this.limits = limits;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @GetMapping("/config")
    @Operation(summary = "How the chat widget of a business looks; business is its slug or public key")
    ResponseEntity<WidgetConfig> config(
            HttpServletRequest http, @RequestParam @NotBlank @Size(max = 100) String business) {
        limits.take("widget-config", http.getRemoteAddr(), 120, Duration.ofMinutes(1));
        Business owner = businesses.named(business);
        origins.admit(owner.id(), http);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .body(Tenancy.in(owner.id(), () -> config(owner)));
    }

    private WidgetConfig config(Business owner) {
        Website website = websites.of(owner).website();
        if (!website.widget().enabled()) {
            throw new NotFound("Чат на сайте выключен.", "The chat is switched off.");
        }
        Accent accent = Accent.of(website.look().accent()).orElseThrow();
        Websites.ConsentWording consent = Websites.consent(website);
        String privacy = website.legal().privacyUrl();
        return new WidgetConfig(
                owner.slug(),
                owner.name(),
                accent.hex(),
                accent.textOnIt(),
                website.widget().greeting(),
                website.widget().position(),
                "auto",
                website.widget().quickReplies(),
                messaging.botLink(owner.id(), "site").orElse(null),
                privacy == null ? publicUrl + "/s/" + owner.slug() + "/privacy" : privacy,
                new Consent(consent.version(), consent.text()));
    }
}

package io.orbita.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Open;
import io.orbita.businesses.Settings;
import io.orbita.businesses.WebOrigins;
import io.orbita.messaging.Messaging;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
     * @param botUrl opens the bot; absent when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WidgetConfig(
            String business,
            String name,
            String accent,
            String onAccent,
            @Nullable String greeting,
            String position,
            String theme,
            List<String> quickReplies,
            @Nullable String botUrl,
            Consent consent) {}

    private final Businesses businesses;
    private final WebOrigins origins;
    private final Settings settings;
    private final Messaging messaging;
    private final RateLimits limits;

    WidgetController(
            Businesses businesses, WebOrigins origins, Settings settings, Messaging messaging, RateLimits limits) {
        this.businesses = businesses;
        this.origins = origins;
        this.settings = settings;
        this.messaging = messaging;
        this.limits = limits;
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
        WidgetLook look = settings.get(owner.id(), WidgetLook.SECTION, WidgetLook.class, WidgetLook.USUAL);
        return new WidgetConfig(
                owner.slug(),
                owner.name(),
                look.accent(),
                look.onAccent(),
                look.greeting(),
                look.position(),
                look.theme(),
                look.quickReplies(),
                messaging.botLink(owner.id(), "site").orElse(null),
                new Consent(ConsentText.VERSION, ConsentText.TEXT));
    }
}

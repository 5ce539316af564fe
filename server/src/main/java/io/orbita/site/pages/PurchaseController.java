package io.orbita.site.pages;

import com.fasterxml.jackson.annotation.JsonValue;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Open;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a payer finds after paying, by the public id that only they have. */
@RestController
@RequestMapping("/api/public/payments/{publicId}")
@Open
@Tag(name = "site")
class PurchaseController {
    /** Where the programme that was bought stands. */
    enum Stage {
        /** The tariff has none. */
        NONE,
        /** The payment is not complete. */
        UNPAID,
        /** It waits for the answers to the questionnaire. */
        QUESTIONNAIRE,
        MAKING,
        READY;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What comes next.
     *
     * @param file a relative address of the programme that lives five minutes; null while there is none
     */
    record Next(
            String business,
            String title,
            String status,
            Stage program,
            int weeks,
            @Nullable String file) {}

    /** @param url opens the bot, which then knows of this purchase; null when there is no bot */
    record BotLink(@Nullable String url) {}

    private final Businesses businesses;
    private final Purchases purchases;
    private final RateLimits limits;

    PurchaseController(Businesses businesses, Purchases purchases, RateLimits limits) {
        this.businesses = businesses;
        this.purchases = purchases;
        this.limits = limits;
    }

    @GetMapping("/next")
    @Operation(summary = "What comes after a payment: the programme, or what it waits for")
    Next next(HttpServletRequest http, @PathVariable @Size(max = 60) String publicId) {
        return in(http, publicId, purchases::next);
    }

    @PostMapping("/bot-link")
    @Operation(summary = "A link into the bot that brings this purchase along; works once")
    BotLink bot(HttpServletRequest http, @PathVariable @Size(max = 60) String publicId) {
        return in(http, publicId, purchases::bot);
    }

    private <T> T in(HttpServletRequest http, String publicId, BiFunction<Business, String, T> work) {
        limits.take("purchase", http.getRemoteAddr(), 240, Duration.ofMinutes(1));
        Business business = PublicId.business(publicId)
                .flatMap(businesses::find)
                .orElseThrow(() -> new NotFound("Платёж не найден.", "There is no such payment."));
        return Tenancy.in(business.id(), () -> work.apply(business, publicId));
    }
}

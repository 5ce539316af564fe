package io.orbita.site.cabinet;

import io.orbita.businesses.Open;
import io.orbita.clients.Consents;
import io.orbita.payments.PaymentState;
import io.orbita.payments.PaymentView;
import io.orbita.payments.Payments;
import io.orbita.platform.money.Money;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payments, consents, and what the law gives a person: to take their data along and to be forgotten. */
@RestController
@RequestMapping("/api/cabinet")
@Open
@Tag(name = "cabinet")
class CabinetPersonController {
    private static final String ERASE = "стереть";

    /**
     * A payment as the payer sees it.
     *
     * @param confirmationUrl where to pay; null when there is nothing to pay any more
     */
    record Paid(
            String publicId,
            String title,
            Money amount,
            Money refunded,
            PaymentState status,
            Instant createdAt,
            @Nullable Instant completedAt,
            @Nullable String confirmationUrl) {
        static Paid of(PaymentView payment) {
            return new Paid(
                    payment.publicId(),
                    payment.tariff().title(),
                    payment.amount(),
                    payment.refunded(),
                    payment.status(),
                    payment.createdAt(),
                    payment.completedAt(),
                    payment.status() == PaymentState.PENDING ? payment.confirmationUrl() : null);
        }
    }

    /** An entry of the ledger of consents; {@code purpose} is {@code processing} or {@code marketing}. */
    record Agreed(String purpose, boolean given, String textVersion, String through, Instant at) {
        static Agreed of(Consents.Entry entry) {
            return new Agreed(
                    entry.purpose().name().toLowerCase(Locale.ROOT),
                    entry.given(),
                    entry.textVersion(),
                    entry.through(),
                    entry.at());
        }
    }

    record Wish(@NotNull Boolean given) {}

    record ExportLink(String url) {}

    /** @param confirm the word «стереть» */
    record Erase(@NotBlank @Size(max = 40) String confirm) {}

    record Erasing(String state) {}

    private final Reception reception;
    private final Payments payments;
    private final Consents consents;
    private final OwnRights rights;

    CabinetPersonController(Reception reception, Payments payments, Consents consents, OwnRights rights) {
        this.reception = reception;
        this.payments = payments;
        this.consents = consents;
        this.rights = rights;
    }

    @GetMapping("/payments")
    @Operation(summary = "The payments of the client, the newest first")
    Page<Paid> payments(
            HttpServletRequest http, @RequestParam(required = false) @Size(max = 200) @Nullable String cursor) {
        return reception.see(http, guest -> {
            Page<PaymentView> page = payments.of(guest.id(), guest.client(), null, cursor);
            return new Page<>(page.items().stream().map(Paid::of).toList(), page.nextCursor(), null);
        });
    }

    @GetMapping("/consents")
    @Operation(summary = "What the client agreed to and took back, from old to new")
    Page<Agreed> consents(HttpServletRequest http) {
        return reception.see(
                http,
                guest -> Page.whole(consents.of(guest.id(), guest.client()).stream()
                        .map(Agreed::of)
                        .toList()));
    }

    @PutMapping("/consents/marketing")
    @Operation(summary = "Agree to offers, or take it back")
    Wish marketing(HttpServletRequest http, @Valid @RequestBody Wish wish) {
        return reception.act(http, guest -> {
            rights.marketing(guest.id(), guest.client(), wish.given());
            return wish;
        });
    }

    @PostMapping("/export")
    @Operation(summary = "A link to all that is known of the client as one archive, good for five minutes")
    ExportLink export(HttpServletRequest http) {
        return reception.act(http, guest -> new ExportLink(rights.archive(guest.id(), guest.client())));
    }

    @PostMapping("/erase")
    @Operation(summary = "Forget the client for good; payments stay without the name, as the law requires")
    ResponseEntity<Erasing> erase(HttpServletRequest http, @Valid @RequestBody Erase wish) {
        if (!wish.confirm().strip().equalsIgnoreCase(ERASE)) {
            throw new Invalid("confirm", "mismatch", "Слово «" + ERASE + "»");
        }
        reception.act(http, guest -> {
            rights.erase(guest.id(), guest.client());
            return null;
        });
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header(HttpHeaders.SET_COOKIE, Reception.noCookie(http))
                .body(new Erasing("erasing"));
    }
}

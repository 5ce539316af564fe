package io.orbita.payments;

import io.orbita.businesses.Business;
import io.orbita.businesses.Open;
import io.orbita.businesses.SandboxGate;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.BuiltPages;
import io.orbita.platform.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Open
@Tag(name = "sandbox")
class SandboxPayController {
    private static final String OUTCOMES = "succeed|decline|lose_webhook|underpay|pay_late";

    record Play(
            @NotBlank @Pattern(regexp = OUTCOMES, message = OUTCOMES) String outcome) {}

    /** @param state {@code pending}, {@code paid} or {@code canceled}: of the till, not of our payment */
    record Played(String publicId, String state, Money paid) {}

    /**
     * An order as the till shows it to who pays.
     *
     * @param business the name of the business
     * @param state {@code pending}, {@code paid}, {@code canceled} or {@code expired}
     * @param returnUrl where the payer goes back to
     */
    record TillOrder(
            String publicId,
            String business,
            String slug,
            String title,
            Money amount,
            Money paid,
            String state,
            String returnUrl,
            Instant expiresAt) {}

    private final SandboxPlay play;
    private final SandboxGate gate;
    private final PaymentRows rows;
    private final Clock clock;
    private final BuiltPages pages;

    SandboxPayController(SandboxPlay play, SandboxGate gate, PaymentRows rows, Clock clock, BuiltPages pages) {
        this.play = play;
        this.gate = gate;
        this.rows = rows;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping(path = "/sandbox/pay/{publicId}", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "The page where toy money is paid")
    ResponseEntity<byte[]> page(@PathVariable @Size(max = 60) String publicId, HttpServletRequest request) {
        business(publicId, request);
        return pages.document();
    }

    @GetMapping("/api/sandbox/payments/{publicId}")
    @Operation(summary = "An order at the toy till")
    TillOrder order(@PathVariable @Size(max = 60) String publicId, HttpServletRequest request) {
        var business = business(publicId, request);
        return Tenancy.in(business.id(), () -> {
            var order = play.order(business.id(), publicId);
            var payment = rows.find(business.id(), publicId);
            return new TillOrder(
                    publicId,
                    business.name(),
                    business.slug(),
                    payment.map(Payment::title).orElse("Заказ"),
                    order.amount(),
                    order.paid(),
                    order.state().equals("pending") && !order.isPending(clock.instant()) ? "expired" : order.state(),
                    payment.map(found -> found.order().returnUrl().toString()).orElse("/"),
                    order.expiresAt());
        });
    }

    @PostMapping("/api/sandbox/payments/{publicId}")
    @Operation(summary = "Play the payer at the toy till")
    Played play(
            @PathVariable @Size(max = 60) String publicId, @Valid @RequestBody Play wish, HttpServletRequest request) {
        var business = business(publicId, request);
        var outcome = SandboxPlay.Outcome.valueOf(wish.outcome().toUpperCase(Locale.ROOT));
        return Tenancy.in(business.id(), () -> {
            var order = play.play(business.id(), publicId, outcome);
            return new Played(publicId, order.state(), order.paid());
        });
    }

    private Business business(String publicId, HttpServletRequest request) {
        var id = PublicId.business(publicId)
                .orElseThrow(() -> new NotFound("Такого заказа в песочнице нет.", "There is no such order."));
        return gate.enter(id, request);
    }
}

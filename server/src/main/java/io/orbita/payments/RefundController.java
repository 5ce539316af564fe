package io.orbita.payments;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.platform.money.Money;
import io.orbita.platform.web.Idempotency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Allowed(scope = "payments")
@Tag(name = "payments")
class RefundController {

    /**
     * @param amount absent: all that is left
     * @param byHand whether the money is given back past the provider; absent: through it
     */
    record RefundRequest(
            @Nullable @Valid Money amount,

            @Nullable @Size(max = 250) String reason,

            @Nullable Boolean byHand) {}

    private record Asked(long payment, RefundRequest request) {}

    private record Begun(String publicId) {}

    private final Refunds refunds;
    private final RefundRows rows;
    private final Refunding refunding;
    private final Idempotency idempotency;

    RefundController(Refunds refunds, RefundRows rows, Refunding refunding, Idempotency idempotency) {
        this.refunds = refunds;
        this.rows = rows;
        this.refunding = refunding;
        this.idempotency = idempotency;
    }

    /** Answers as it stands after the first try; {@code requested} and {@code pending} go on by themselves. */
    @PostMapping("/api/payments/{id}/refund")
    @Operation(summary = "Give money back, in full or in part")
    ResponseEntity<RefundView> refund(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody RefundRequest request) {
        var business = caller.business();
        var wish = new Refunds.Request(
                new PaymentId(id),
                request.amount(),
                request.reason(),
                Boolean.TRUE.equals(request.byHand()),
                caller.user(),
                caller.key());
        var begun = idempotency.once(
                business,
                "payments.refund",
                caller.key(),
                key,
                new Asked(id, request),
                Begun.class,
                () -> new Begun(refunds.request(business, wish).publicId()));
        var publicId = Objects.requireNonNull(begun.getBody()).publicId();
        var refund = rows.find(business, publicId).orElseThrow();
        if (refund.state().equals("requested")) {
            refunding.settle(business, refund);
        }
        return ResponseEntity.status(begun.getStatusCode())
                .headers(begun.getHeaders())
                .body(RefundView.of(rows.find(business, publicId).orElseThrow()));
    }
}

package io.orbita.payments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "payments")
@Tag(name = "payments")
class PaymentsController {

    /** A payment with what happened to it. */
    record Detailed(@JsonUnwrapped PaymentView payment, List<RefundView> refunds, List<PaymentLog.Entry> history) {}

    private final Payments payments;
    private final PaymentQueries queries;
    private final PaymentRows rows;
    private final RefundRows refunds;
    private final PaymentLog log;
    private final Looking looking;
    private final Clients clients;

    PaymentsController(
            Payments payments,
            PaymentQueries queries,
            PaymentRows rows,
            RefundRows refunds,
            PaymentLog log,
            Looking looking,
            Clients clients) {
        this.payments = payments;
        this.queries = queries;
        this.rows = rows;
        this.refunds = refunds;
        this.log = log;
        this.looking = looking;
        this.clients = clients;
    }

    @GetMapping("/api/payments")
    @Operation(summary = "Payments, newest first")
    Page<PaymentView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(name = "client_id", required = false) @Positive @Nullable Long clientId,
            @RequestParam(name = "tariff_id", required = false) @Positive @Nullable Long tariffId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "with_total", defaultValue = "false") boolean withTotal) {
        var filter = new PaymentQueries.Filter(state(status), provider, members(caller, clientId), tariffId, from, to);
        return queries.list(caller.business(), filter, limit, cursor, withTotal);
    }

    @GetMapping("/api/clients/{id}/payments")
    @Operation(summary = "Payments of a client, newest first")
    Page<PaymentView> ofClient(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var client = new ClientId(id);
        if (!clients.exists(caller.business(), client)) {
            throw new NotFound("Клиент не найден.", "There is no such client.");
        }
        return payments.of(caller.business(), client, limit, cursor);
    }

    @GetMapping("/api/payments/{id}")
    @Operation(summary = "One payment with its refunds and history")
    Detailed get(Caller caller, @PathVariable @Positive long id) {
        var payment = rows.get(caller.business(), new PaymentId(id));
        return new Detailed(
                queries.view(caller.business(), payment),
                refunds.of(caller.business(), payment.id()).stream()
                        .map(RefundView::of)
                        .toList(),
                log.of(caller.business(), payment.id()));
    }

    @PostMapping("/api/payments/{id}/confirm")
    @Operation(summary = "Say that the money is here; a second time changes nothing")
    PaymentView confirm(Caller caller, @PathVariable @Positive long id) {
        return payments.confirm(caller.business(), new PaymentId(id), caller.user(), caller.key());
    }

    @PostMapping("/api/payments/{id}/cancel")
    @Operation(summary = "Give up a payment that was not paid")
    PaymentView cancel(Caller caller, @PathVariable @Positive long id) {
        return payments.cancel(caller.business(), new PaymentId(id), caller.user(), caller.key());
    }

    @PostMapping("/api/payments/{id}/check")
    @Operation(summary = "Ask the provider now how the payment stands")
    PaymentView check(Caller caller, @PathVariable @Positive long id) {
        var payment = rows.get(caller.business(), new PaymentId(id));
        return queries.view(caller.business(), looking.look(caller.business(), payment, News.Source.POLL));
    }

    private @Nullable Set<Long> members(Caller caller, @Nullable Long client) {
        return client == null ? null : clients.members(caller.business(), new ClientId(client));
    }

    private static @Nullable PaymentState state(@Nullable String status) {
        if (status == null) {
            return null;
        }
        return Arrays.stream(PaymentState.values())
                .filter(state -> state.wire().equals(status))
                .findFirst()
                .orElseThrow(() -> new Invalid("status", "choice", "Такого состояния нет"));
    }
}

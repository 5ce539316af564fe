package io.orbita.integrations;

import io.orbita.clients.ClientAppeared;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.ClientsImported;
import io.orbita.clients.ClientsMerged;
import io.orbita.clients.MergeUndone;
import io.orbita.clients.spi.StageNames;
import io.orbita.payments.PaymentCompleted;
import io.orbita.payments.PaymentCreated;
import io.orbita.payments.PaymentId;
import io.orbita.payments.PaymentRefunded;
import io.orbita.payments.Payments;
import io.orbita.pipeline.ClientsPlaced;
import io.orbita.pipeline.Moved;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.ProgramDelivered;
import io.orbita.programs.ProgramUndeliverable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears what other rooms tell and, when somebody wants to know, writes it down in their transaction, with the names and shapes of the API. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Announcing {
    private final Announcements announcements;
    private final Clients clients;
    private final Payments payments;
    private final StageNames stages;

    Announcing(Announcements announcements, Clients clients, Payments payments, StageNames stages) {
        this.announcements = announcements;
        this.clients = clients;
        this.payments = payments;
        this.stages = stages;
    }

    @EventListener
    public void on(ClientAppeared event) {
        tell(event.business(), EventKind.CLIENT_APPEARED, event.client(), () -> Map.of("cause", event.cause()));
    }

    /** As many {@link ClientAppeared}: who came from a table stands for themselves. */
    @EventListener
    public void on(ClientsImported event) {
        announcements.tellAll(
                event.business(),
                EventKind.CLIENT_APPEARED,
                () -> event.clients().stream()
                        .map(arrived -> {
                            var data = new LinkedHashMap<String, Object>();
                            data.put("client_id", arrived.client());
                            data.put("cause", ClientsImported.CAUSE);
                            return data;
                        })
                        .toList());
    }

    @EventListener
    public void on(ClientsPlaced event) {
        announcements.tellAll(event.business(), EventKind.CLIENT_MOVED, () -> {
            var names = stages.stages(event.business());
            return event.clients().stream()
                    .map(placed -> {
                        var data = new LinkedHashMap<String, Object>();
                        data.put("client_id", placed.client());
                        data.put("move_id", placed.move());
                        data.put("from_stage", null);
                        data.put("to_stage", names.get(placed.to()));
                        data.put("cause", event.cause());
                        data.put("cycle", 1);
                        return data;
                    })
                    .toList();
        });
    }

    @EventListener
    public void on(ClientsMerged event) {
        tell(
                event.business(),
                EventKind.CLIENTS_MERGED,
                event.standing(),
                () -> Map.of("merged_client_id", event.merged(), "merge_id", event.merge()));
    }

    @EventListener
    public void on(MergeUndone event) {
        tell(
                event.business(),
                EventKind.MERGE_UNDONE,
                event.standing(),
                () -> Map.of("merged_client_id", event.merged(), "merge_id", event.merge()));
    }

    @EventListener
    public void on(Moved event) {
        tell(event.business(), EventKind.CLIENT_MOVED, event.client(), () -> {
            var names = stages.stages(event.business());
            var facts = new LinkedHashMap<String, Object>();
            facts.put("move_id", event.move());
            Long from = event.from();
            facts.put("from_stage", from == null ? null : names.get(from));
            facts.put("to_stage", names.get(event.to()));
            facts.put("cause", event.cause());
            facts.put("cycle", event.cycle());
            return facts;
        });
    }

    @EventListener
    public void on(PaymentCreated event) {
        tell(
                event.business(),
                EventKind.PAYMENT_CREATED,
                event.client(),
                () -> payment(event.business(), event.payment(), Map.of()));
    }

    @EventListener
    public void on(PaymentCompleted event) {
        tell(
                event.business(),
                EventKind.PAYMENT_COMPLETED,
                event.client(),
                () -> payment(event.business(), event.payment(), Map.of("via", event.via())));
    }

    @EventListener
    public void on(PaymentRefunded event) {
        tell(
                event.business(),
                EventKind.PAYMENT_REFUNDED,
                event.client(),
                () -> payment(
                        event.business(), event.payment(), Map.of("amount", event.amount(), "full", event.full())));
    }

    @EventListener
    public void on(ProgramDelivered event) {
        tell(
                event.business(),
                EventKind.PROGRAM_DELIVERED,
                event.client(),
                () -> Map.of("program_id", event.program(), "paid", event.paid(), "weeks", event.weeks()));
    }

    @EventListener
    public void on(ProgramUndeliverable event) {
        tell(
                event.business(),
                EventKind.PROGRAM_UNDELIVERABLE,
                event.client(),
                () -> Map.of("program_id", event.program(), "paid", event.paid()));
    }

    /** A payment as the API gives it, without who pays. */
    private Map<String, Object> payment(BusinessId business, PaymentId id, Map<String, Object> more) {
        var facts = new LinkedHashMap<String, Object>();
        payments.find(business, id).ifPresent(view -> {
            var payment = new LinkedHashMap<String, Object>();
            payment.put("id", view.id());
            payment.put("public_id", view.publicId());
            payment.put("tariff", view.tariff());
            payment.put("status", view.status());
            payment.put("price", view.price());
            payment.put("discount", view.discount());
            payment.put("amount", view.amount());
            payment.put("refunded", view.refunded());
            payment.put("test", view.test());
            payment.put("created_at", view.createdAt());
            payment.put("completed_at", view.completedAt());
            facts.put("payment", payment);
        });
        facts.putAll(more);
        return facts;
    }

    private void tell(BusinessId business, EventKind kind, ClientId client, Supplier<Map<String, Object>> facts) {
        announcements.tell(business, kind, () -> {
            var data = new LinkedHashMap<String, Object>();
            data.put("client_id", clients.standing(business, client));
            data.putAll(facts.get());
            return data;
        });
    }
}

package io.orbita.clients;

import io.orbita.clients.spi.StageNames;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cards as staff makes and changes them. */
@Component
@Transactional
class ClientCards {
    private final ClientRows rows;
    private final CardRows cards;
    private final ContactPoints contacts;
    private final CardTraces traces;
    private final StageNames stages;
    private final CardChecks checks;
    private final ApplicationEventPublisher events;

    ClientCards(
            ClientRows rows,
            CardRows cards,
            ContactPoints contacts,
            CardTraces traces,
            StageNames stages,
            CardChecks checks,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.cards = cards;
        this.contacts = contacts;
        this.traces = traces;
        this.stages = stages;
        this.checks = checks;
        this.events = events;
    }

    /** The card of the client who stands for the person. */
    @Transactional(readOnly = true)
    public ClientCard card(BusinessId business, long client) {
        return cards.card(business, client);
    }

    /**
     * Makes a client; they stand at the stage asked for, or at the first.
     *
     * @param cause {@code manual} or {@code api}
     * @throws ClientRefusals.Duplicate when another client holds a phone or an e-mail
     */
    public ClientCard create(BusinessId business, NewClient client, String cause, Author by) {
        List<Identity> wanted = new java.util.ArrayList<>(ContactPoints.phones(ClientEdit.either(client.phones())));
        wanted.addAll(ContactPoints.emails(ClientEdit.either(client.emails())));
        checks.staff(business, client.assignedTo());
        Long stage = client.stageId();
        if (stage != null && !stages.stages(business).containsKey(stage)) {
            throw new Invalid("stage_id", "unknown", "Этап этой воронки");
        }
        List<Identities.Knower> others = contacts.refuseTaken(business, 0, wanted);
        String source = client.source() == null ? cause : client.source();
        long id = cards.make(business, source, client, wanted);
        contacts.suspect(business, id, others);
        traces.audited(business, id, "clients.create", by, java.util.Map.of());
        events.publishEvent(new ClientAppeared(business, new ClientId(id), cause, stage, by.user()));
        return cards.card(business, id);
    }

    /**
     * Changes a card; {@code change} gets it as it is under lock.
     *
     * @param expected the version that the caller has seen; null for whatever it is
     * @throws ClientRefusals.Stale when it has another version
     */
    public ClientCard edit(
            BusinessId business, long client, @Nullable String expected, Author by, UnaryOperator<ClientEdit> change) {
        long id = rows.lock(business, client).id();
        ClientCard before = cards.card(business, id);
        if (expected != null && !ClientController.matches(expected, before.version())) {
            throw new ClientRefusals.Stale();
        }
        ClientEdit edit = checks.checked(business, before, change.apply(ClientEdit.of(before)));
        List<Identity> wanted = new java.util.ArrayList<>(ContactPoints.phones(ClientEdit.either(edit.phones())));
        wanted.addAll(ContactPoints.emails(ClientEdit.either(edit.emails())));
        contacts.set(business, id, wanted);
        cards.write(business, id, edit);
        cards.tags(business, id, ClientEdit.either(edit.tags()));
        if (!Objects.equals(edit.timeZone(), before.timeZone())) {
            events.publishEvent(new ClientZoneChanged(business, new ClientId(id)));
        }
        ClientCard after = cards.card(business, id);
        traces.changed(business, id, ClientEdit.of(before), ClientEdit.of(after), after.version(), by);
        return after;
    }

    /** Puts a client into the archive or takes them back; they lose nothing by it. */
    public void archive(BusinessId business, long client, boolean archived, Author by) {
        long id = rows.lock(business, client).id();
        if (rows.archive(business, id, archived)) {
            traces.audited(business, id, archived ? "clients.archive" : "clients.restore", by, java.util.Map.of());
            events.publishEvent(new ClientArchived(business, new ClientId(id), archived));
        }
    }
}

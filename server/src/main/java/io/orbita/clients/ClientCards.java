package io.orbita.clients;

import io.orbita.businesses.Staff;
import io.orbita.clients.spi.StageNames;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.time.DateTimeException;
import java.time.ZoneId;
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
    private final Words words;
    private final StageNames stages;
    private final Staff staff;
    private final ApplicationEventPublisher events;

    ClientCards(
            ClientRows rows,
            CardRows cards,
            ContactPoints contacts,
            Words words,
            StageNames stages,
            Staff staff,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.cards = cards;
        this.contacts = contacts;
        this.words = words;
        this.stages = stages;
        this.staff = staff;
        this.events = events;
    }

    /** The card of the client who stands for the person. */
    @Transactional(readOnly = true)
    public ClientCard card(BusinessId business, long client) {
        return cards.card(business, rows.standing(business, client).orElseThrow(ClientRows::unknown));
    }

    /**
     * Makes a client; they stand at the stage asked for, or at the first.
     *
     * @param cause {@code manual} or {@code api}
     * @throws ClientRefusals.Duplicate when another client holds a phone or an e-mail
     */
    public ClientCard create(BusinessId business, NewClient client, String cause, @Nullable Long by) {
        List<Identity> phones = ContactPoints.phones(ClientEdit.either(client.phones()));
        List<Identity> emails = ContactPoints.emails(ClientEdit.either(client.emails()));
        checkStaff(business, client.assignedTo());
        Long stage = client.stageId();
        if (stage != null && !stages.stages(business).containsKey(stage)) {
            throw new Invalid("stage_id", "unknown", "Этап этой воронки");
        }
        contacts.refuseTaken(business, 0, phones);
        contacts.refuseTaken(business, 0, emails);
        String source = client.source() == null ? cause : client.source();
        long id = rows.insert(business, new Newcomer(client.name(), null, source, java.util.Map.of()));
        contacts.add(business, id, phones);
        contacts.add(business, id, emails);
        cards.notes(business, id, client.notes(), client.assignedTo());
        cards.tags(business, id, ClientEdit.either(client.tags()));
        words.index(business, id);
        events.publishEvent(new ClientAppeared(business, new ClientId(id), cause, stage, by));
        return cards.card(business, id);
    }

    /**
     * Changes a card; {@code change} gets it as it is under lock.
     *
     * @param expected the version that the caller has seen; null for whatever it is
     * @throws ClientRefusals.Stale when it has another version
     */
    public ClientCard edit(
            BusinessId business, long client, @Nullable String expected, UnaryOperator<ClientEdit> change) {
        long id = rows.lock(business, client).id();
        ClientCard before = cards.card(business, id);
        if (expected != null && !ClientController.matches(expected, before.version())) {
            throw new ClientRefusals.Stale();
        }
        ClientEdit edit = change.apply(ClientEdit.of(before));
        check(business, before, edit);
        List<Identity> wanted = new java.util.ArrayList<>(ContactPoints.phones(ClientEdit.either(edit.phones())));
        wanted.addAll(ContactPoints.emails(ClientEdit.either(edit.emails())));
        contacts.set(business, id, wanted);
        cards.write(business, id, edit);
        cards.tags(business, id, ClientEdit.either(edit.tags()));
        words.index(business, id);
        if (!Objects.equals(edit.timeZone(), before.timeZone())) {
            events.publishEvent(new ClientZoneChanged(business, new ClientId(id)));
        }
        return cards.card(business, id);
    }

    /** Puts a client into the archive or takes them back; they lose nothing by it. */
    public void archive(BusinessId business, long client, boolean archived) {
        long id = rows.lock(business, client).id();
        if (rows.archive(business, id, archived)) {
            events.publishEvent(new ClientArchived(business, new ClientId(id), archived));
        }
    }

    private void check(BusinessId business, ClientCard before, ClientEdit edit) {
        if (edit.name() == null || (edit.name().isBlank() && !before.name().isEmpty())) {
            throw new Invalid("name", "required", "Имя клиента");
        }
        if (!Objects.equals(edit.assignedTo(), before.assignedTo())) {
            checkStaff(business, edit.assignedTo());
        }
        if (edit.timeZone() != null) {
            try {
                ZoneId.of(edit.timeZone());
            } catch (DateTimeException e) {
                throw new Invalid("time_zone", "unknown", "Часовой пояс, например Europe/Moscow");
            }
        }
    }

    private void checkStaff(BusinessId business, @Nullable Long user) {
        if (user != null && staff.find(business, user).isEmpty()) {
            throw new Invalid("assigned_to", "unknown", "Сотрудник этого бизнеса");
        }
    }
}

package io.orbita.clients;

import io.orbita.clients.spi.Mentions;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets a person: every room its part, all in one transaction, the room of clients last, since the others ask it who the person is. A process that dies before the commit has done nothing, and
 * the due work is still there; files go afterwards by due work of their own.
 */
@Component
public class Erasures implements Due {
    static final String KIND = "clients.erase";

    private final ObjectProvider<PersonalData> rooms;
    private final ErasedRows rows;
    private final ClientRows clients;
    private final DueWork due;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Erasures(
            ObjectProvider<PersonalData> rooms,
            ErasedRows rows,
            ClientRows clients,
            DueWork due,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.rooms = rooms;
        this.rows = rows;
        this.clients = clients;
        this.due = due;
        this.transaction = transaction;
        this.events = events;
    }

    /** Hides the person and makes the erasing due at once; nothing when it is under way or done. Returns whether it was begun. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean begin(BusinessId business, ClientId client) {
        long standing = clients.lock(business, client.value()).id();
        if (!rows.begin(business, standing)) {
            return false;
        }
        if (clients.archive(business, standing, true)) {
            events.publishEvent(new ClientArchived(business, new ClientId(standing), true));
        }
        due.now(KIND, business, Long.toString(standing));
        return true;
    }

    /** Whether everything of the person was forgotten. */
    @Transactional(readOnly = true)
    public boolean erased(BusinessId business, ClientId client) {
        return rows.erased(business, client.value());
    }

    /** Forgets the person now; once more changes nothing. Outside a transaction. */
    public void erase(BusinessId business, ClientId client) {
        List<PersonalData> all = rooms.orderedStream()
                .sorted(Comparator.comparing(room -> room instanceof OwnPersonalData))
                .toList();
        transaction.executeWithoutResult(_ -> {
            ClientRows.Standing standing = clients.lock(business, client.value());
            Set<ClientId> gossips = all.stream()
                    .flatMap(room -> room.gossips(business).stream())
                    .collect(Collectors.toSet());
            Mentions mentions = rows.mentions(business, client.value(), gossips);
            all.forEach(room -> room.eraseMentions(business, mentions));
            all.forEach(room -> room.erase(business, client));
            if (!standing.archived()) {
                events.publishEvent(new ClientArchived(business, new ClientId(standing.id()), true));
            }
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        erase(business, new ClientId(Long.parseLong(ref)));
    }
}

package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.clients.Consents;
import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Wording;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked for silence: no reminders of any kind. */
@Component
class Silences {
    private final JdbcClient jdbc;
    private final Consents consents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Silences(JdbcClient jdbc, Consents consents, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.events = events;
        this.clock = clock;
    }

    Set<Long> among(BusinessId business, Collection<Long> clients) {
        return new HashSet<>(jdbc.sql("""
                        select client_id from dialogues.silence where business_id = :business and client_id = any(:clients)
                        """)
                .param("business", business.value())
                .param("clients", clients.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    boolean asked(BusinessId business, Collection<Long> members) {
        return jdbc.sql("""
                        select exists (select 1 from dialogues.silence
                                        where business_id = :business and client_id = any(:members))
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Silence also withdraws the consent to marketing; the way back gives no consent by itself. */
    void begin(BusinessId business, ClientId client, String through) {
        jdbc.sql("""
                        insert into dialogues.silence (business_id, client_id, since) values (:business, :client, :now)
                        on conflict (business_id, client_id) do nothing
                        """)
                .param("business", business.value())
                .param("client", client.value())
                .param("now", Sql.at(clock.instant()))
                .update();
        if (consents.given(business, client, Consents.Purpose.MARKETING)) {
            consents.record(
                    business,
                    client,
                    Consents.Purpose.MARKETING,
                    false,
                    "marketing-stop",
                    Wording.russian().say(Phrase.STOPPED),
                    through);
        }
        events.publishEvent(new RemindersSwitched(business, client, false));
    }

    void end(BusinessId business, ClientId client, Collection<Long> members) {
        jdbc.sql("delete from dialogues.silence where business_id = :business and client_id = any(:members)")
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .update();
        events.publishEvent(new RemindersSwitched(business, client, true));
    }
}

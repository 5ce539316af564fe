package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Idempotency;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of consents (152-FZ): what, which text, when, through what; given and withdrawn are both entries. */
@Component
@Transactional
public class Consents {
    /** What a consent is for: {@code PROCESSING} is needed to go on, {@code MARKETING} is free. */
    public enum Purpose {
        PROCESSING,
        MARKETING
    }

    /** An entry as it is shown. */
    record Entry(
            long id,
            Purpose purpose,
            boolean given,
            String textVersion,
            String textSha256,
            String through,
            Instant at) {}

    private final JdbcClient jdbc;
    private final ClientRows rows;
    private final Clock clock;

    Consents(JdbcClient jdbc, ClientRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Writes an entry.
     *
     * @param given false for a withdrawal or a refusal
     * @param textVersion for example {@code processing-2026-11}
     * @param text what the person saw; its SHA-256 is kept
     * @param through {@code bot}, {@code site}, {@code staff}, {@code api}
     */
    public void record(
            BusinessId business,
            ClientId client,
            Purpose purpose,
            boolean given,
            String textVersion,
            String text,
            String through) {
        jdbc.sql("""
                        insert into clients.consent (business_id, client_id, purpose, given, text_version, text_sha256, through, at)
                        values (:business, :client, :purpose, :given, :version, :sha256, :through, :now)
                        """)
                .param("business", business.value())
                .param("client", client.value())
                .param("purpose", purpose.name())
                .param("given", given)
                .param("version", textVersion)
                .param("sha256", Idempotency.hash(text))
                .param("through", through)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Whether the last entry of this purpose is a consent. */
    @Transactional(readOnly = true)
    public boolean given(BusinessId business, ClientId client, Purpose purpose) {
        return jdbc.sql("""
                        select given from clients.consent
                         where business_id = :business and client_id = any(:members) and purpose = :purpose
                         order by at desc, id desc limit 1
                        """)
                .param("business", business.value())
                .param("members", rows.members(business, client.value()).toArray(Long[]::new))
                .param("purpose", purpose.name())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Transactional(readOnly = true)
    List<Entry> of(BusinessId business, List<Long> members) {
        return jdbc.sql("""
                        select id, purpose, given, text_version, text_sha256, through, at from clients.consent
                         where business_id = :business and client_id = any(:members) order by at, id
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query(Entry.class)
                .list();
    }
}

package io.orbita.clients;

import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Idempotency;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** An entry as it is shown; {@code addressKept}: the hash of the address it came from is there to compare with. */
    public record Entry(
            long id,
            Purpose purpose,
            boolean given,
            String textVersion,
            String textSha256,
            String through,
            Instant at,
            boolean addressKept,
            @Nullable Long by) {}

    private final JdbcClient jdbc;
    private final ClientRows rows;
    private final Timeline timeline;
    private final Vault vault;
    private final Clock clock;

    Consents(JdbcClient jdbc, ClientRows rows, Timeline timeline, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.timeline = timeline;
        this.vault = vault;
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
        record(business, client, purpose, given, textVersion, text, new Way(through, null, null));
    }

    /**
     * Through what a consent came.
     *
     * @param channel as {@code through} above
     * @param address of the browser; only a keyed hash of it is kept
     * @param by who of the staff wrote it down
     */
    public record Way(
            String channel,
            @Nullable String address,
            @Nullable Long by) {}

    /** As above, with where it came from. */
    public void record(
            BusinessId business,
            ClientId client,
            Purpose purpose,
            boolean given,
            String textVersion,
            String text,
            Way way) {
        Instant now = clock.instant();
        long id = jdbc.sql("""
                        insert into clients.consent (business_id, client_id, purpose, given, text_version, text_sha256, through, at, ip_hash, by_user)
                        values (:business, :client, :purpose, :given, :version, :sha256, :through, :now, :ip, :by) returning id
                        """)
                .param("business", business.value())
                .param("client", client.value())
                .param("purpose", purpose.name())
                .param("given", given)
                .param("version", textVersion)
                .param("sha256", Idempotency.hash(text))
                .param("through", way.channel())
                .param("now", Sql.at(now))
                .param(
                        "ip",
                        way.address() == null ? null : vault.hash(business, "clients.consent-address", way.address()))
                .param("by", way.by())
                .query(Long.class)
                .single();
        timeline.write(
                business,
                client.value(),
                Timeline.line(
                        "clients.consent",
                        "consent:" + id,
                        now,
                        Map.of(
                                "consent",
                                id,
                                "purpose",
                                purpose.name().toLowerCase(Locale.ROOT),
                                "given",
                                given,
                                "text_version",
                                textVersion,
                                "through",
                                way.channel()),
                        way.by()));
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

    /** All entries of a person, from old to new. */
    @Transactional(readOnly = true)
    public List<Entry> of(BusinessId business, ClientId client) {
        return of(business, rows.members(business, client.value()));
    }

    @Transactional(readOnly = true)
    List<Entry> of(BusinessId business, List<Long> members) {
        return jdbc.sql("""
                        select id, purpose, given, text_version, text_sha256, through, at, ip_hash is not null as address_kept, by_user as by from clients.consent
                         where business_id = :business and client_id = any(:members) order by at, id
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query(Entry.class)
                .list();
    }
}

package io.orbita.site.cabinet;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Erasures;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Idempotency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that open the cabinet once, and the sessions that follow. Tokens name their business; only their hashes are kept. */
@Component
@Transactional
class Entrances {
    static final Duration LINK_LIFE = Duration.ofMinutes(30);
    static final Duration SESSION_LIFE = Duration.ofDays(60);
    private static final Duration SEEN_EVERY = Duration.ofHours(12);
    private static final Duration KEPT_USED = Duration.ofDays(7);

    /** Whom a session belongs to. */
    private record Session(long clientId, Instant seenAt) {}

    private final JdbcClient jdbc;
    private final Clients clients;
    private final Erasures erasures;
    private final Clock clock;

    Entrances(JdbcClient jdbc, Clients clients, Erasures erasures, Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.erasures = erasures;
        this.clock = clock;
    }

    /**
     * A token that opens the client's cabinet once within half an hour.
     *
     * @param through {@code bot} or {@code email}
     */
    public String issue(BusinessId business, ClientId client, String through) {
        Instant now = clock.instant();
        String token = PublicId.next(business);
        jdbc.sql("""
                        insert into site.cabinet_link (business_id, token_hash, client_id, through, created_at, expires_at)
                        values (:business, :hash, :client, :through, :now, :end)
                        """)
                .param("business", business.value())
                .param("hash", Idempotency.hash(token))
                .param("client", client.value())
                .param("through", through)
                .param("now", Sql.at(now))
                .param("end", Sql.at(now.plus(LINK_LIFE)))
                .update();
        jdbc.sql("""
                        delete from site.cabinet_link
                         where business_id = :business and client_id = :client and expires_at < :old
                        """)
                .param("business", business.value())
                .param("client", client.value())
                .param("old", Sql.at(now.minus(KEPT_USED)))
                .update();
        return token;
    }

    /** Takes back a link that reached nobody. */
    public void withdraw(BusinessId business, String token) {
        jdbc.sql("delete from site.cabinet_link where business_id = :business and token_hash = :hash")
                .param("business", business.value())
                .param("hash", Idempotency.hash(token))
                .update();
    }

    /** How many links went to the person that way since. */
    @Transactional(readOnly = true)
    public long issued(BusinessId business, ClientId client, String through, Instant since) {
        return jdbc.sql("""
                        select count(*) from site.cabinet_link
                         where business_id = :business and client_id = any(:members) and through = :through and created_at > :since
                        """)
                .param("business", business.value())
                .param("members", clients.members(business, client).toArray(Long[]::new))
                .param("through", through)
                .param("since", Sql.at(since))
                .query(Long.class)
                .single();
    }

    /**
     * Uses a link up and begins a session; of two at once one does.
     *
     * @return the token of the session
     * @throws CabinetRefusals.LinkGone when the link opens nothing
     */
    public String open(BusinessId business, String token) {
        Instant now = clock.instant();
        ClientId client = jdbc.sql("""
                        update site.cabinet_link set used_at = :now
                         where business_id = :business and token_hash = :hash and used_at is null and expires_at > :now
                        returning client_id
                        """)
                .param("now", Sql.at(now))
                .param("business", business.value())
                .param("hash", Idempotency.hash(token))
                .query(Long.class)
                .optional()
                .map(ClientId::new)
                .filter(found -> isHere(business, found))
                .orElseThrow(CabinetRefusals.LinkGone::new);
        String session = PublicId.next(business);
        jdbc.sql("""
                        insert into site.cabinet_session (business_id, token_hash, client_id, created_at, seen_at, expires_at)
                        values (:business, :hash, :client, :now, :now, :end)
                        """)
                .param("business", business.value())
                .param("hash", Idempotency.hash(session))
                .param("client", client.value())
                .param("now", Sql.at(now))
                .param("end", Sql.at(now.plus(SESSION_LIFE)))
                .update();
        return session;
    }

    /** Whom the session lets in: the card that stands for the person now. Empty when it was ended, is too old, or the person was forgotten. */
    public Optional<ClientId> guest(BusinessId business, String session) {
        Instant now = clock.instant();
        String hash = Idempotency.hash(session);
        Optional<Session> found = jdbc.sql("""
                        select client_id, seen_at from site.cabinet_session
                         where business_id = :business and token_hash = :hash and expires_at > :now
                        """)
                .param("business", business.value())
                .param("hash", hash)
                .param("now", Sql.at(now))
                .query(Session.class)
                .optional();
        if (found.isPresent() && found.get().seenAt().plus(SEEN_EVERY).isBefore(now)) {
            jdbc.sql("""
                            update site.cabinet_session set seen_at = :now, expires_at = :end
                             where business_id = :business and token_hash = :hash
                            """)
                    .param("now", Sql.at(now))
                    .param("end", Sql.at(now.plus(SESSION_LIFE)))
                    .param("business", business.value())
                    .param("hash", hash)
                    .update();
        }
        return found.map(one -> new ClientId(one.clientId()))
                .filter(client -> isHere(business, client))
                .map(client -> clients.standing(business, client));
    }

    /** Ends one session. */
    public void end(BusinessId business, String session) {
        jdbc.sql("delete from site.cabinet_session where business_id = :business and token_hash = :hash")
                .param("business", business.value())
                .param("hash", Idempotency.hash(session))
                .update();
    }

    /** Ends every session of the person and makes every link useless. */
    public void endAll(BusinessId business, ClientId client) {
        endAll(business, clients.members(business, client));
    }

    void endAll(BusinessId business, Collection<Long> members) {
        for (String table : new String[] {"cabinet_session", "cabinet_link"}) {
            jdbc.sql("delete from site." + table + " where business_id = :business and client_id = any(:members)")
                    .param("business", business.value())
                    .param("members", members.toArray(Long[]::new))
                    .update();
        }
    }

    private boolean isHere(BusinessId business, ClientId client) {
        return clients.exists(business, client) && !erasures.erased(business, clients.standing(business, client));
    }
}

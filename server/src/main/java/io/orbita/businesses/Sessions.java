package io.orbita.businesses;

import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.BriefMemory;
import io.orbita.platform.jdbc.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signed-in browsers. A refresh token is used once and gives its successor; for 30 seconds the used one gives the same successor again (two tabs), later
 * use of it means that somebody copied it, and ends the session.
 */
@Component
class Sessions {
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** A live session: the login behind it and the token for the cookie. */
    record Session(String id, long login, String token) {}

    /** A session as its owner sees it; {@code seenAt} is exact to the life of an access token. */
    record Place(
            String id, @Nullable String address, @Nullable String agent, Instant createdAt, Instant seenAt) {}

    private record Row(
            String id,
            long loginId,
            String tokenHash,
            @Nullable String formerHash,
            @Nullable Instant formerUntil,
            byte @Nullable [] successor) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final BriefMemory<String, Optional<Caller>> callers = new BriefMemory<>(10_000);

    Sessions(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    @Transactional
    public Session begin(long login, Device device) {
        String id = PublicId.random(22);
        String secret = PublicId.random(40);
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into businesses.session
                               (id, login_id, token_hash, created_at, expires_at, address, agent, seen_at)
                        values (:id, :login, :hash, :now, :end, :address, :agent, :now)
                        """)
                .param("id", id)
                .param("login", login)
                .param("hash", Secrets.hash(secret))
                .param("now", Sql.at(now))
                .param("end", Sql.at(now.plus(LIFE)))
                .param("address", device.address())
                .param("agent", device.agent())
                .update();
        return new Session(id, login, id + "." + secret);
    }

    /** The successor of a refresh token; empty when it is unknown, expired, revoked or copied. */
    @Transactional
    public Optional<Session> refresh(String token) {
        int dot = token.indexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        Optional<Row> found = locked(token.substring(0, dot));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Row row = found.get();
        String hash = Secrets.hash(token.substring(dot + 1));
        Instant now = clock.instant();
        if (Secrets.equal(hash, row.tokenHash())) {
            return Optional.of(rotated(row, now));
        }
        byte[] successor = row.successor();
        boolean former = row.formerHash() != null && Secrets.equal(hash, row.formerHash());
        if (former && successor != null && row.formerUntil() != null && now.isBefore(row.formerUntil())) {
            return Optional.of(new Session(row.id(), row.loginId(), vault.open(Secrets.PLATFORM, row.id(), successor)));
        }
        if (former) {
            end(row.id());
        }
        return Optional.empty();
    }

    private Session rotated(Row row, Instant now) {
        String secret = PublicId.random(40);
        String token = row.id() + "." + secret;
        jdbc.sql("""
                        update businesses.session
                           set token_hash = :hash, former_hash = :former, former_until = :until, successor = :successor,
                               expires_at = :end, seen_at = :now
                         where id = :id
                        """)
                .param("hash", Secrets.hash(secret))
                .param("former", row.tokenHash())
                .param("until", Sql.at(now.plus(GRACE)))
                .param("successor", vault.seal(Secrets.PLATFORM, row.id(), token))
                .param("end", Sql.at(now.plus(LIFE)))
                .param("now", Sql.at(now))
                .param("id", row.id())
                .update();
        return new Session(row.id(), row.loginId(), token);
    }

    /** The caller behind a session, who was read not more than two seconds ago. */
    Optional<Caller> remembered(String session, Function<Long, Optional<Caller>> read) {
        return callers.get(session, id -> login(id).flatMap(read));
    }

    /** A session, a login or a user has changed. */
    void changed() {
        callers.forget();
    }

    /** Whose session it is, while it lives. */
    @Transactional(readOnly = true)
    public Optional<Long> login(String session) {
        return jdbc.sql("""
                        select login_id from businesses.session
                         where id = :id and revoked_at is null and expires_at > :now
                        """)
                .param("id", session)
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .optional();
    }

    @Transactional
    public void end(String session) {
        changed();
        jdbc.sql("update businesses.session set revoked_at = :now where id = :id and revoked_at is null")
                .param("now", Sql.at(clock.instant()))
                .param("id", session)
                .update();
    }

    @Transactional
    public void endAllOf(long login) {
        changed();
        jdbc.sql("update businesses.session set revoked_at = :now where login_id = :login and revoked_at is null")
                .param("now", Sql.at(clock.instant()))
                .param("login", login)
                .update();
    }

    /** Where this login is signed in, the freshest first. */
    @Transactional(readOnly = true)
    public List<Place> of(long login) {
        return jdbc.sql("""
                        select id, address, agent, created_at, seen_at from businesses.session
                         where login_id = :login and revoked_at is null and expires_at > :now
                         order by seen_at desc, id limit 200
                        """)
                .param("login", login)
                .param("now", Sql.at(clock.instant()))
                .query(Place.class)
                .list();
    }

    /** Ends one session of this login; false when it has no such one. */
    @Transactional
    public boolean end(long login, String session) {
        changed();
        return jdbc.sql("""
                        update businesses.session set revoked_at = :now
                         where login_id = :login and id = :id and revoked_at is null
                        """)
                        .param("now", Sql.at(clock.instant()))
                        .param("login", login)
                        .param("id", session)
                        .update()
                == 1;
    }

    /** Ends all sessions of this login but one. */
    @Transactional
    public int endOthers(long login, String kept) {
        changed();
        return jdbc.sql("""
                        update businesses.session set revoked_at = :now
                         where login_id = :login and id <> :kept and revoked_at is null and expires_at > :now
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("login", login)
                .param("kept", kept)
                .update();
    }

    private Optional<Row> locked(String id) {
        return jdbc.sql("""
                        select id, login_id, token_hash, former_hash, former_until, successor
                          from businesses.session
                         where id = :id and revoked_at is null and expires_at > :now
                           for update
                        """)
                .param("id", id)
                .param("now", Sql.at(clock.instant()))
                .query(Row.class)
                .optional();
    }
}

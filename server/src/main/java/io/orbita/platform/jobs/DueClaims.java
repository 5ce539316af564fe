package io.orbita.platform.jobs;

import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which node does which piece of due work. A node that has not been seen for ten seconds has lost its claims; with the embedded database no
 * other node can be alive, so that claims of a killed process are free at once.
 */
@Component
class DueClaims {
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** One claimed piece; {@code version} tells whether it was made due again meanwhile. */
    record Claim(long id, String kind, long business, String ref, int version, int attempts) {
        BusinessId businessId() {
            return new BusinessId(business);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final boolean alone;
    private final String node = PublicId.random(12);
    private final Set<Long> reserved = ConcurrentHashMap.newKeySet();
    private volatile Instant lastBeat = Instant.EPOCH;

    DueClaims(
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events,
            @Value("${ORBITA_DATABASE_URL:}") String givenDatabase) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.alone = givenDatabase.isBlank();
    }

    /** Says that this node is alive, at most every two seconds. */
    public void beat() {
        Instant now = clock.instant();
        if (now.isBefore(lastBeat.plusSeconds(2))) {
            return;
        }
        if (alone && lastBeat.equals(Instant.EPOCH)) {
            jdbc.sql("delete from platform.node").update();
        }
        jdbc.sql("""
                        insert into platform.node (id, seen_at) values (:node, :now)
                        on conflict (id) do update set seen_at = excluded.seen_at
                        """).param("node", node).param("now", Sql.at(now)).update();
        lastBeat = now;
    }

    public void leave() {
        jdbc.sql("delete from platform.node where id = :node")
                .param("node", node)
                .update();
    }

    /** Work of this business is claimed only by whoever names it, until it is set free again. */
    public void reserve(BusinessId business) {
        reserved.add(business.value());
    }

    public void free(BusinessId business) {
        reserved.remove(business.value());
    }

    /** When the next work of the business that nobody has claimed is due. */
    @Transactional(readOnly = true)
    public Optional<Instant> next(BusinessId business) {
        return jdbc.sql("""
                        select due_at from platform.due
                         where business_id = :business and dead_at is null and claimed_by is null order by due_at limit 1
                        """)
                .param("business", business.value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Claims what is due, of all businesses that are not reserved. */
    @Transactional
    public List<Claim> take(int most) {
        return take("business_id <> all(:businesses)", reserved.toArray(Long[]::new), most);
    }

    /** Claims what is due of one business. */
    @Transactional
    public List<Claim> take(BusinessId business, int most) {
        return take("business_id = any(:businesses)", new Long[] {business.value()}, most);
    }

    private List<Claim> take(String whose, Long[] businesses, int most) {
        beat();
        Instant now = clock.instant();
        return jdbc.sql("""
                        update platform.due set claimed_by = :node, attempts = attempts + 1
                         where id in (select id from platform.due
                                       where due_at <= :now and dead_at is null and %s
                                         and (claimed_by is null
                                              or claimed_by not in (select id from platform.node where seen_at > :silent))
                                       order by due_at, id limit :most for update skip locked)
                        returning id, kind, business_id as business, ref, version, attempts
                        """.formatted(whose))
                .param("businesses", businesses)
                .param("node", node)
                .param("now", Sql.at(now))
                .param("silent", Sql.at(now.minus(SILENCE)))
                .param("most", most)
                .query(Claim.class)
                .list();
    }

    @Transactional
    public void done(Claim claim) {
        int gone = jdbc.sql("delete from platform.due where id = :id and version = :version and claimed_by = :node")
                .param("id", claim.id())
                .param("version", claim.version())
                .param("node", node)
                .update();
        if (gone == 0) {
            jdbc.sql("update platform.due set claimed_by = null, attempts = 0 where id = :id and claimed_by = :node")
                    .param("id", claim.id())
                    .param("node", node)
                    .update();
        }
    }

    /** Puts a failed piece back for later, or aside as a dead letter. The error is kept as the name of its class: texts may hold names. */
    @Transactional
    public void failed(Claim claim, RuntimeException error, int attempts) {
        boolean dead = claim.attempts() >= attempts;
        Duration wait = Duration.ofSeconds(1L << Math.min(claim.attempts() - 1, 20));
        Duration jittered = (wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                .plusMillis(ThreadLocalRandom.current().nextLong(500));
        Instant now = clock.instant();
        int put = jdbc.sql("""
                        update platform.due
                           set claimed_by = null, last_error = :error,
                               due_at = case when version = :version then :later else due_at end,
                               dead_at = case when version = :version and :dead then :now end
                         where id = :id and claimed_by = :node
                        """)
                .param("error", error.getClass().getName())
                .param("version", claim.version())
                .param("later", Sql.at(now.plus(jittered)))
                .param("dead", dead)
                .param("now", Sql.at(now))
                .param("id", claim.id())
                .param("node", node)
                .update();
        if (put > 0 && dead) {
            events.publishEvent(new DueWorkGivenUp(claim.businessId(), claim.kind(), claim.ref()));
        }
    }
}

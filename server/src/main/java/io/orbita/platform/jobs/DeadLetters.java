package io.orbita.platform.jobs;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Due work that was given up, for its owner to see and to take up again. */
@Component
public class DeadLetters {
    private static final int MOST = 200;

    /** One piece; {@code lastError} is the name of an error class, never a text. */
    public record DeadLetter(
            long id,
            String kind,
            String ref,
            int attempts,
            @Nullable String lastError,
            Instant deadAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final DueSignal signal;

    DeadLetters(JdbcClient jdbc, Clock clock, DueSignal signal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.signal = signal;
    }

    /** The newest 200. */
    @Transactional(readOnly = true)
    public List<DeadLetter> of(BusinessId business) {
        return jdbc.sql("""
                        select id, kind, ref, attempts, last_error, dead_at from platform.due
                         where business_id = :business and dead_at is not null
                         order by dead_at desc, id desc limit :most
                        """)
                .param("business", business.value())
                .param("most", MOST)
                .query(DeadLetter.class)
                .list();
    }

    /** Makes it due at once; false when this business has no such dead letter. */
    @Transactional
    public boolean retry(BusinessId business, long id) {
        int found = jdbc.sql("""
                        update platform.due set dead_at = null, attempts = 0, due_at = :now
                         where business_id = :business and id = :id and dead_at is not null
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("business", business.value())
                .param("id", id)
                .update();
        signal.wake();
        return found > 0;
    }
}

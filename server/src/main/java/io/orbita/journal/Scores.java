package io.orbita.journal;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What clients said of programmes in the end, for figures. */
@Component
@Transactional(readOnly = true)
public class Scores {
    /**
     * One answer.
     *
     * @param client the own card of who gave it
     * @param score 0 to 10, as it stands now
     * @param commented whether words came with it
     * @param at when it was first given
     */
    public record Score(long client, int score, boolean commented, Instant at) {
        /** Whether it is one of a promoter: 9 or 10. */
        public boolean promoter() {
            return score >= NpsScore.LEAST_OF_PROMOTERS;
        }

        /** Whether it is one of a detractor: 0 to 6. */
        public boolean detractor() {
            return score <= NpsScore.MOST_OF_DETRACTORS;
        }
    }

    private final JdbcClient jdbc;

    Scores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers first given from the first moment to before the second, in the order in which they were. */
    public List<Score> between(BusinessId business, Instant from, Instant until) {
        return jdbc.sql("""
                        select client_id, score, coalesce(comment, '') <> '' as commented, answered_at from journal.nps
                         where business_id = :business and answered_at >= :from and answered_at < :until
                         order by answered_at, id
                        """)
                .param("business", business.value())
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query((row, _) -> new Score(
                        row.getLong("client_id"),
                        row.getInt("score"),
                        row.getBoolean("commented"),
                        row.getTimestamp("answered_at").toInstant()))
                .list();
    }
}

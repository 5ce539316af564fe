package io.orbita.dialogues;

import io.orbita.dialogues.questionnaire.Definitions;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passes through the questionnaire as figures need them: how far each one went and when, never what was answered. */
@Component
@Transactional(readOnly = true)
public class Passes {
    /**
     * One pass, by the client's own card.
     *
     * @param stoppedAt the question that the client stands before; null when finished or not asked yet
     * @param answered in the order of the answers; what was forgotten was answered all the same
     */
    public record Pass(
            long run,
            long client,
            int version,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String stoppedAt,
            List<Given> answered) {}

    /** That a question was answered. */
    public record Given(String question, Instant at) {}

    /** A question of a version. */
    public record Asked(String key, String title) {}

    private record Line(long run, String question, Instant at) {}

    private final JdbcClient jdbc;
    private final Questionnaires questionnaires;

    Passes(JdbcClient jdbc, Questionnaires questionnaires) {
        this.jdbc = jdbc;
        this.questionnaires = questionnaires;
    }

    /** Passes that began from the first moment to before the second, in the order in which they did. */
    public List<Pass> started(BusinessId business, Instant from, Instant until) {
        return passes(business, "r.started_at >= :from and r.started_at < :until", from, until);
    }

    /** Passes that were finished in that time. */
    public List<Pass> finished(BusinessId business, Instant from, Instant until) {
        return passes(business, "r.finished_at >= :from and r.finished_at < :until", from, until);
    }

    private List<Pass> passes(BusinessId business, String condition, Instant from, Instant until) {
        Map<Long, List<Given>> answers = new HashMap<>();
        jdbc.sql("""
                        select a.run_id as run, a.question, a.answered_at as at from dialogues.answer a
                          join dialogues.run r on r.business_id = a.business_id and r.id = a.run_id
                         where a.business_id = :business and
                        """ + condition + " order by a.answered_at, a.question")
                .param("business", business.value())
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query((row, _) -> new Line(
                        row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list()
                .forEach(line -> answers.computeIfAbsent(line.run(), _ -> new ArrayList<>())
                        .add(new Given(line.question(), line.at())));
        return jdbc.sql("""
                        select r.id, r.client_id, r.version, r.question, r.started_at, r.finished_at from dialogues.run r
                         where r.business_id = :business and
                        """ + condition + " order by r.started_at, r.id")
                .param("business", business.value())
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query((row, _) -> {
                    Timestamp finished = row.getTimestamp("finished_at");
                    return new Pass(
                            row.getLong("id"),
                            row.getLong("client_id"),
                            row.getInt("version"),
                            row.getTimestamp("started_at").toInstant(),
                            finished == null ? null : finished.toInstant(),
                            row.getString("question"),
                            answers.getOrDefault(row.getLong("id"), List.of()));
                })
                .list();
    }

    /** The questions of a version in their order. */
    public List<Asked> questions(BusinessId business, int version) {
        return questionnaires.version(business, version).orElseGet(Definitions::builtIn).questions().stream()
                .map(question -> new Asked(question.key(), question.title()))
                .toList();
    }
}

package io.orbita.journal;

import static io.orbita.platform.jdbc.Sql.at;
import static io.orbita.platform.jdbc.Sql.atOrNull;

import io.orbita.clients.ClientId;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions at the end of programmes and their answers. Every verb runs in the caller's transaction. */
@Component
class NpsRows {
    private final JdbcClient jdbc;

    NpsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A question.
     *
     * @param score null until it is answered
     */
    record Question(
            long id,
            long clientId,
            long programId,
            Instant askedAt,
            @Nullable Integer score,
            @Nullable String comment,
            @Nullable Instant answeredAt,
            @Nullable Instant offeredAt) {}

    /** Empty when the programme was asked about before. */
    OptionalLong ask(BusinessId business, ClientId client, long program, Instant now) {
        return jdbc.sql("""
                        insert into journal.nps (business_id, client_id, program_id, asked_at)
                        values (:business, :client, :program, :now) on conflict do nothing returning id
                        """)
                .param("business", business.value())
                .param("client", client.value())
                .param("program", program)
                .param("now", at(now))
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Kept from other writers for the rest of the transaction. */
    Optional<Question> lock(BusinessId business, long id) {
        return jdbc.sql("select * from journal.nps where business_id = :business and id = :id for update")
                .param("business", business.value())
                .param("id", id)
                .query(NpsRows::row)
                .optional();
    }

    void answer(BusinessId business, long id, int score, Instant now) {
        jdbc.sql("""
                        update journal.nps set score = :score, answered_at = coalesce(answered_at, :now)
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("score", score)
                .param("now", at(now))
                .update();
    }

    void comment(BusinessId business, long id, String words) {
        jdbc.sql("update journal.nps set comment = :words where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .param("words", words)
                .update();
    }

    void offered(BusinessId business, long id, Instant now) {
        jdbc.sql("update journal.nps set offered_at = :now where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    /**
     * Answers given in a time, the newest first.
     *
     * @param whose the cards of one person; null for everybody
     */
    List<Question> answers(
            BusinessId business,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Collection<Long> whose,
            @Nullable Instant beforeAt,
            long beforeId,
            int most) {
        return jdbc.sql("""
                        select * from journal.nps
                         where business_id = :business and answered_at is not null
                           and (:from::timestamptz is null or answered_at >= :from)
                           and (:to::timestamptz is null or answered_at < :to)
                           and (:whose::bigint[] is null or client_id = any(:whose::bigint[]))
                           and (:beforeAt::timestamptz is null or (answered_at, id) < (:beforeAt, :beforeId))
                         order by answered_at desc, id desc limit :most
                        """)
                .param("business", business.value())
                .param("from", atOrNull(from))
                .param("to", atOrNull(to))
                .param("whose", whose == null ? null : whose.toArray(Long[]::new))
                .param("beforeAt", atOrNull(beforeAt))
                .param("beforeId", beforeId)
                .param("most", most)
                .query(NpsRows::row)
                .list();
    }

    NpsScore score(
            BusinessId business, @Nullable Instant from, @Nullable Instant to, @Nullable Collection<Long> whose) {
        return jdbc.sql("""
                        select count(*) filter (where score >= :promoter) as promoters,
                               count(*) filter (where score <= :detractor) as detractors,
                               count(*) as answers
                          from journal.nps
                         where business_id = :business and answered_at is not null
                           and (:from::timestamptz is null or answered_at >= :from)
                           and (:to::timestamptz is null or answered_at < :to)
                           and (:whose::bigint[] is null or client_id = any(:whose::bigint[]))
                        """)
                .param("business", business.value())
                .param("whose", whose == null ? null : whose.toArray(Long[]::new))
                .param("promoter", NpsScore.LEAST_OF_PROMOTERS)
                .param("detractor", NpsScore.MOST_OF_DETRACTORS)
                .param("from", atOrNull(from))
                .param("to", atOrNull(to))
                .query((row, _) -> {
                    long promoters = row.getLong("promoters");
                    long detractors = row.getLong("detractors");
                    return NpsScore.of(promoters, row.getLong("answers") - promoters - detractors, detractors);
                })
                .single();
    }

    private static Question row(ResultSet row, int index) throws SQLException {
        return new Question(
                row.getLong("id"),
                row.getLong("client_id"),
                row.getLong("program_id"),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("score", Integer.class),
                row.getString("comment"),
                instant(row, "answered_at"),
                instant(row, "offered_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }
}

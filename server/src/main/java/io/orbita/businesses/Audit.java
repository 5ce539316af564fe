package io.orbita.businesses;

import io.orbita.platform.jdbc.LateRows;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail: who did what of weight, append-only, ids and figures only. */
@Component
public class Audit {
    private final JdbcClient jdbc;
    private final LateRows rows;
    private final JsonMapper json;
    private final Clock clock;

    Audit(JdbcClient jdbc, LateRows rows, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes an entry in the transaction of the deed.
     *
     * @param who {@link Caller#key}, {@code system} or {@code bot-user-7}
     * @param what {@code room.deed}, for example {@code payments.refund}
     * @param ref the id of what it was done to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(BusinessId business, String who, String what, String ref, Map<String, ?> facts) {
        assert DeedsInWords.of(what) != null : what + " has no words: write them into DeedsInWords";
        rows.add(
                "insert into businesses.audit (business_id, at, who, what, ref, facts) values (?, ?, ?, ?, ?, ?::jsonb)",
                business.value(),
                Sql.at(clock.instant()),
                who,
                what,
                ref,
                json.writeValueAsString(facts));
    }

    /** One of many deeds of the same person: what, to what, with what facts, as in {@link #record}. */
    public record Deed(String what, String ref, Map<String, ?> facts) {}

    /** As {@link #record}, for many deeds with one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(BusinessId business, String who, Collection<Deed> deeds) {
        if (deeds.isEmpty()) {
            return;
        }
        assert deeds.stream().allMatch(deed -> DeedsInWords.of(deed.what()) != null)
                : "a deed has no words: write them into DeedsInWords";
        jdbc.sql("""
                        insert into businesses.audit (business_id, at, who, what, ref, facts)
                        select :business, :now, :who, d.what, d.ref, d.facts
                          from jsonb_to_recordset(:deeds::jsonb) as d (what text, ref text, facts jsonb)
                        """)
                .param("business", business.value())
                .param("now", Sql.at(clock.instant()))
                .param("who", who)
                .param("deeds", json.writeValueAsString(deeds))
                .update();
    }

    /**
     * Blanks the facts of entries about things that are forgotten.
     *
     * @param prefix of the deeds, for example {@code clients.}
     * @param refs what they were done to, or named as {@code client}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(BusinessId business, String prefix, Collection<Long> refs) {
        rows.flush();
        jdbc.sql("select businesses.forget(:business, :prefix, :refs)")
                .param("business", business.value())
                .param("prefix", prefix)
                .param("refs", refs.stream().map(String::valueOf).toArray(String[]::new))
                .query((_, _) -> true)
                .single();
    }
}

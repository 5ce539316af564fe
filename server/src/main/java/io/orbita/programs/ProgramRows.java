package io.orbita.programs;

import static io.orbita.platform.jdbc.Sql.at;
import static io.orbita.platform.jdbc.Sql.atOrNull;

import io.orbita.clients.ClientId;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.NotFound;
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

/** Programmes in the database. Every verb runs in the caller's transaction. */
@Component
class ProgramRows {
    private static final String COLUMNS = """
            id, public_id, client_id, paid, weeks, cause, run_id, payment_id, state, send, version, goal, profile, origin, reserve, explanation,
            sends, next, starts_at, created_at, made_at, delivered_at, withdrawn_at
            """;

    private final JdbcClient jdbc;

    ProgramRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A new debt to a client.
     *
     * @param run makes a second debt for the same run none; likewise {@code payment}
     */
    record Debt(
            ClientId client,
            boolean paid,
            int weeks,
            String cause,
            @Nullable Long run,
            @Nullable Long payment,
            boolean send,
            @Nullable Long by) {
        static Debt forRun(ClientId client, long run) {
            return new Debt(client, false, 1, "questionnaire", run, null, true, null);
        }

        static Debt forPayment(ClientId client, int weeks, long payment) {
            return new Debt(client, true, weeks, "payment", null, payment, true, null);
        }

        static Debt byHand(ClientId client, int weeks, boolean send, @Nullable Long by) {
            return new Debt(client, weeks > 1, weeks, "staff", null, null, send, by);
        }
    }

    /** Writes the debt down; empty when this run or payment has its programme already. */
    OptionalLong owe(BusinessId business, Debt debt, Instant now) {
        return jdbc.sql("""
                        insert into programs.program
                          (business_id, public_id, client_id, paid, weeks, cause, run_id, payment_id, state, send, made_by, created_at)
                        values (:business, :publicId, :client, :paid, :weeks, :cause, :run, :payment, 'owed', :send, :by, :now)
                        on conflict do nothing returning id
                        """)
                .param("business", business.value())
                .param("publicId", PublicId.next(business))
                .param("client", debt.client().value())
                .param("paid", debt.paid())
                .param("weeks", debt.weeks())
                .param("cause", debt.cause())
                .param("run", debt.run())
                .param("payment", debt.payment())
                .param("send", debt.send())
                .param("by", debt.by())
                .param("now", at(now))
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    Optional<ProgramRow> find(BusinessId business, long id) {
        return jdbc.sql("select " + COLUMNS + " from programs.program where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query(ProgramRows::row)
                .optional();
    }

    /**
     * The programme of that id.
     *
     * @throws NotFound when there is none in this business
     */
    ProgramRow get(BusinessId business, long id) {
        return find(business, id).orElseThrow(ProgramRows::unknown);
    }

    /** The same, locked for the rest of the transaction. */
    ProgramRow lock(BusinessId business, long id) {
        return jdbc.sql("select " + COLUMNS
                        + " from programs.program where business_id = :business and id = :id for update")
                .param("business", business.value())
                .param("id", id)
                .query(ProgramRows::row)
                .optional()
                .orElseThrow(ProgramRows::unknown);
    }

    Optional<ProgramRow> byPublicId(BusinessId business, String publicId) {
        return jdbc.sql("select " + COLUMNS
                        + " from programs.program where business_id = :business and public_id = :publicId")
                .param("business", business.value())
                .param("publicId", publicId)
                .query(ProgramRows::row)
                .optional();
    }

    Optional<ProgramRow> byPayment(BusinessId business, long payment) {
        return jdbc.sql("select " + COLUMNS
                        + " from programs.program where business_id = :business and payment_id = :payment")
                .param("business", business.value())
                .param("payment", payment)
                .query(ProgramRows::row)
                .optional();
    }

    /** All programmes of a person, the newest first. */
    List<ProgramRow> of(BusinessId business, Collection<Long> members) {
        return jdbc.sql("select " + COLUMNS + """
                         from programs.program
                        where business_id = :business and client_id = any(:members) order by id desc
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query(ProgramRows::row)
                .list();
    }

    /**
     * A page, the newest first.
     *
     * @param members null for all clients
     * @param before ids below this one
     */
    List<ProgramRow> page(
            BusinessId business,
            @Nullable Collection<Long> members,
            @Nullable Boolean paid,
            @Nullable ProgramState state,
            long before,
            int most) {
        return jdbc.sql("select " + COLUMNS + """
                         from programs.program
                        where business_id = :business and id < :before
                          and (:members::bigint[] is null or client_id = any(:members))
                          and (:paid::boolean is null or paid = :paid)
                          and (:state::text is null or state = :state)
                        order by id desc limit :most
                        """)
                .param("business", business.value())
                .param("before", before)
                .param("members", members == null ? null : members.toArray(Long[]::new))
                .param("paid", paid)
                .param("state", state == null ? null : state.wire())
                .param("most", most)
                .query(ProgramRows::row)
                .list();
    }

    /** What came of making it. */
    record Made(
            int version,
            @Nullable String goal,
            @Nullable String profile,
            @Nullable String origin,
            boolean reserve,
            @Nullable String explanation,
            boolean next,
            @Nullable Instant startsAt) {}

    void made(BusinessId business, long id, Made made, Instant now) {
        jdbc.sql("""
                        update programs.program
                           set state = case when state in ('owed', 'failed') then 'ready' else state end, version = :version, goal = :goal, profile = :profile,
                               origin = :origin, reserve = :reserve, explanation = :explanation::jsonb, next = :next,
                               starts_at = coalesce(starts_at, :starts), made_at = :now
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("version", made.version())
                .param("goal", made.goal())
                .param("profile", made.profile())
                .param("origin", made.origin())
                .param("reserve", made.reserve())
                .param("explanation", made.explanation())
                .param("next", made.next())
                .param("starts", atOrNull(made.startsAt()))
                .param("now", at(now))
                .update();
    }

    void version(BusinessId business, long id, int version, String goal) {
        jdbc.sql(
                        "update programs.program set version = :version, goal = :goal where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .param("version", version)
                .param("goal", goal)
                .update();
    }

    void queued(BusinessId business, long id) {
        jdbc.sql("update programs.program set sends = sends + 1 where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .update();
    }

    void delivered(BusinessId business, long id, Instant now) {
        jdbc.sql("""
                        update programs.program
                           set state = 'delivered', delivered_at = :now, starts_at = coalesce(starts_at, :now)
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    void withdrawn(BusinessId business, long id, Instant now) {
        jdbc.sql("""
                        update programs.program set state = 'withdrawn', withdrawn_at = :now
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    void state(BusinessId business, long id, ProgramState state) {
        jdbc.sql("update programs.program set state = :state where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .param("state", state.wire())
                .update();
    }

    static NotFound unknown() {
        return new NotFound("Программа не найдена.", "There is no such programme.");
    }

    private static ProgramRow row(ResultSet row, int index) throws SQLException {
        return new ProgramRow(
                row.getLong("id"),
                row.getString("public_id"),
                new ClientId(row.getLong("client_id")),
                row.getBoolean("paid"),
                row.getInt("weeks"),
                row.getString("cause"),
                row.getObject("run_id", Long.class),
                row.getObject("payment_id", Long.class),
                ProgramState.stored(row.getString("state")),
                row.getBoolean("send"),
                row.getInt("version"),
                row.getString("goal"),
                row.getString("profile"),
                row.getString("origin"),
                row.getBoolean("reserve"),
                row.getString("explanation"),
                row.getInt("sends"),
                row.getBoolean("next"),
                instant(row, "starts_at"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "made_at"),
                instant(row, "delivered_at"),
                instant(row, "withdrawn_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }
}

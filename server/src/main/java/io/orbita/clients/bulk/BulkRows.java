package io.orbita.clients.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.clients.Author;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bulk work in the database. */
@Component
class BulkRows {
    /** What is done to each client; only what the deed needs is set. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Spec(
            @Nullable Long stageId,
            @Nullable String tag,
            @Nullable Long assignedTo) {}

    /** A piece of bulk work as its worker sees it. */
    record Job(long id, String deed, Spec spec, String state, Author by) {}

    /** A client of it; {@code before} is what undoing needs. */
    record Item(long client, JsonNode before) {}

    /**
     * As it is shown.
     *
     * @param state {@code running}, {@code done}, {@code undoing}, {@code undone}
     * @param same clients for whom there was nothing to do
     * @param kept clients whom undoing left alone: somebody had changed the same since
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            long id,
            String deed,
            Spec spec,
            String state,
            int clients,
            int changed,
            int same,
            int failed,
            int undone,
            int kept,
            @Nullable Long by,
            Instant createdAt) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    BulkRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    long insert(BusinessId business, String deed, Spec spec, Author by) {
        return jdbc.sql("""
                        insert into clients.bulk (business_id, deed, spec, state, by_user, who, created_at, changed_at)
                        values (:business, :deed, :spec::jsonb, 'running', :by, :who, :now, :now) returning id
                        """)
                .param("business", business.value())
                .param("deed", deed)
                .param("spec", json.writeValueAsString(spec))
                .param("by", by.user())
                .param("who", by.who())
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Locked until the transaction ends. */
    Job lock(BusinessId business, long id) {
        return jdbc.sql("""
                        select id, deed, spec, state, by_user, who from clients.bulk where business_id = :business and id = :id for update
                        """)
                .param("business", business.value())
                .param("id", id)
                .query((row, _) -> new Job(
                        row.getLong("id"),
                        row.getString("deed"),
                        json.readValue(row.getString("spec"), Spec.class),
                        row.getString("state"),
                        new Author(row.getString("who"), row.getObject("by_user", Long.class))))
                .optional()
                .orElseThrow(BulkRefusals::unknown);
    }

    void state(BusinessId business, long id, String state) {
        jdbc.sql("update clients.bulk set state = :state, changed_at = :now where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .param("state", state)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    List<Long> waiting(BusinessId business, long id, int limit) {
        return jdbc.sql("""
                        select client_id from clients.bulk_item
                         where business_id = :business and bulk_id = :id and outcome is null order by client_id limit :limit
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    void done(BusinessId business, long id, long client, String outcome, Object before) {
        jdbc.sql("""
                        update clients.bulk_item set outcome = :outcome, before = :before::jsonb
                         where business_id = :business and bulk_id = :id and client_id = :client
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("client", client)
                .param("outcome", outcome)
                .param("before", json.writeValueAsString(before))
                .update();
    }

    List<Item> undoable(BusinessId business, long id, int limit) {
        return jdbc.sql("""
                        select client_id, before from clients.bulk_item
                         where business_id = :business and bulk_id = :id and outcome = 'changed' and undone is null
                         order by client_id limit :limit
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("limit", limit)
                .query((row, _) -> new Item(row.getLong("client_id"), json.readTree(row.getString("before"))))
                .list();
    }

    void undone(BusinessId business, long id, long client, boolean back) {
        jdbc.sql("""
                        update clients.bulk_item set undone = :undone
                         where business_id = :business and bulk_id = :id and client_id = :client
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("client", client)
                .param("undone", back ? "undone" : "kept")
                .update();
    }

    Optional<View> find(BusinessId business, long id) {
        return jdbc.sql("""
                        select b.id, b.deed, b.spec, b.state, b.by_user, b.created_at, count(i.client_id) as clients,
                               count(*) filter (where i.outcome = 'changed') as changed, count(*) filter (where i.outcome = 'same') as same,
                               count(*) filter (where i.outcome = 'failed') as failed, count(*) filter (where i.undone = 'undone') as undone,
                               count(*) filter (where i.undone = 'kept') as kept
                          from clients.bulk b left join clients.bulk_item i on i.business_id = b.business_id and i.bulk_id = b.id
                         where b.business_id = :business and b.id = :id group by b.business_id, b.id
                        """)
                .param("business", business.value())
                .param("id", id)
                .query((row, _) -> view(row))
                .optional();
    }

    private View view(ResultSet row) throws SQLException {
        return new View(
                row.getLong("id"),
                row.getString("deed"),
                json.readValue(row.getString("spec"), Spec.class),
                row.getString("state"),
                row.getInt("clients"),
                row.getInt("changed"),
                row.getInt("same"),
                row.getInt("failed"),
                row.getInt("undone"),
                row.getInt("kept"),
                row.getObject("by_user", Long.class),
                row.getTimestamp("created_at").toInstant());
    }
}

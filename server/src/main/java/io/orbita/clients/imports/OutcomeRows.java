package io.orbita.clients.imports;

import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What became of each line of an import. */
@Component
class OutcomeRows {
    /**
     * One line.
     *
     * @param before the sealed card before an update, {@code after} the one after it; null for other outcomes
     * @param version of the card when the import had written it
     * @param movedTo where the import put an updated client; null when it moved nobody
     */
    record Row(
            int line,
            int chunk,
            Decision.Outcome outcome,
            @Nullable Long client,
            List<String> reasons,
            byte @Nullable [] before,
            byte @Nullable [] after,
            @Nullable Integer version,
            @Nullable Long movedFrom,
            @Nullable Long movedTo) {
        static Row rejected(int line, int chunk, List<String> reasons) {
            return new Row(line, chunk, Decision.Outcome.REJECTED, null, reasons, null, null, null, null, null);
        }

        static Row of(int line, int chunk, Decision.Outcome outcome, @Nullable Long client, @Nullable Integer version) {
            return new Row(line, chunk, outcome, client, List.of(), null, null, version, null, null);
        }

        Row moved(@Nullable Long from, @Nullable Long to) {
            return new Row(line, chunk, outcome, client, reasons, before, after, version, from, to);
        }
    }

    /**
     * What imports did with a client.
     *
     * @param made whether this one made them
     * @param versions of the card that this one wrote
     * @param others whether other imports changed them
     */
    record Traces(boolean made, List<Integer> versions, boolean others) {}

    private static final String COLUMNS =
            "line, chunk, outcome, client_id, reasons, before, after, version, moved_from, moved_to";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OutcomeRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes the lines of a batch. */
    void insert(BusinessId business, long id, List<Row> rows) {
        jdbc.sql("""
                        insert into clients.import_row
                          (business_id, import_id, line, chunk, outcome, client_id, reasons, before, after, version, moved_from, moved_to)
                        select :business, :id, r.line, r.chunk, lower(r.outcome), r.client, r.reasons, decode(r.before, 'base64'),
                               decode(r.after, 'base64'), r.version, r.moved_from, r.moved_to
                          from jsonb_to_recordset(:rows::jsonb) as r (line int, chunk int, outcome text, client bigint, reasons text[],
                               before text, after text, version int, moved_from bigint, moved_to bigint)
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    /** Lines of that outcome after a line, in their order. */
    List<Row> page(BusinessId business, long id, String outcome, int after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from clients.import_row
                         where business_id = :business and import_id = :id and outcome = :outcome and line > :after
                         order by line limit :limit
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("outcome", outcome)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    /** Created and updated lines before that one that are not undone yet, the last first. */
    List<Row> undoable(BusinessId business, long id, int before, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from clients.import_row
                         where business_id = :business and import_id = :id and line < :before
                           and undone is null and outcome in ('created', 'updated')
                         order by line desc limit :limit
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    /** What this import and others did with these clients. */
    Map<Long, Traces> traces(BusinessId business, long id, Collection<Long> clients) {
        Map<Long, Traces> traces = new HashMap<>();
        jdbc.sql("""
                        select client_id, bool_or(import_id = :id and outcome = 'created') as made,
                               coalesce(array_agg(version) filter (where import_id = :id and version is not null), '{}') as versions,
                               bool_or(import_id <> :id and outcome = 'updated') as others
                          from clients.import_row where business_id = :business and client_id = any(:clients) group by client_id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("clients", clients.toArray(Long[]::new))
                .query(row -> {
                    traces.put(
                            row.getLong("client_id"),
                            new Traces(
                                    row.getBoolean("made"),
                                    List.of((Integer[]) row.getArray("versions").getArray()),
                                    row.getBoolean("others")));
                });
        return traces;
    }

    void undone(BusinessId business, long id, List<UndoRun.Undo> lines) {
        jdbc.sql("""
                        update clients.import_row r set undone = u.how, conflicts = u.conflicts
                          from jsonb_to_recordset(:lines::jsonb) as u (line int, how text, conflicts text[])
                         where r.business_id = :business and r.import_id = :id and r.line = u.line
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("lines", json.writeValueAsString(lines))
                .update();
    }

    /** A line that undoing left as it was, in whole or in part, with the fields that somebody had changed since. */
    record Kept(int line, @Nullable Long clientId, String undone, List<String> conflicts) {}

    List<Kept> kept(BusinessId business, long id, int after, int limit) {
        return jdbc.sql("""
                        select line, client_id, undone, conflicts from clients.import_row
                         where business_id = :business and import_id = :id and undone in ('partly', 'kept') and line > :after
                         order by line limit :limit
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Kept(
                        row.getInt("line"),
                        row.getObject("client_id", Long.class),
                        row.getString("undone"),
                        texts(row, "conflicts")))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("line"),
                row.getInt("chunk"),
                Decision.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getObject("client_id", Long.class),
                texts(row, "reasons"),
                row.getBytes("before"),
                row.getBytes("after"),
                row.getObject("version", Integer.class),
                row.getObject("moved_from", Long.class),
                row.getObject("moved_to", Long.class));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}

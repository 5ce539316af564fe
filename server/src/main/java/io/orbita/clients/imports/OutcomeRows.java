package io.orbita.clients.imports;

import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
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
            @Nullable Long movedTo) {}

    private static final String COLUMNS =
            "line, chunk, outcome, client_id, reasons, before, after, version, moved_from, moved_to";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OutcomeRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes the lines of a batch; of a new client the version is that of now. */
    void insert(BusinessId business, long id, List<Row> rows) {
        jdbc.sql("""
                        insert into clients.import_row
                          (business_id, import_id, line, chunk, outcome, client_id, reasons, before, after, version, moved_from, moved_to)
                        select :business, :id, r.line, r.chunk, lower(r.outcome), r.client, r.reasons, decode(r.before, 'base64'),
                               decode(r.after, 'base64'), coalesce(r.version, c.version), r.moved_from, r.moved_to
                          from jsonb_to_recordset(:rows::jsonb) as r (line int, chunk int, outcome text, client bigint, reasons text[],
                               before text, after text, version int, moved_from bigint, moved_to bigint)
                          left join clients.client c on c.business_id = :business and c.id = r.client and r.outcome = 'CREATED'
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

    /** Created and updated lines that are not undone yet, the last first. */
    List<Row> undoable(BusinessId business, long id, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from clients.import_row
                         where business_id = :business and import_id = :id and undone is null and outcome in ('created', 'updated')
                         order by line desc limit :limit
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    /** Lines of one client, in this import ({@code own}) or in others. */
    List<Row> ofClient(BusinessId business, long id, long client, boolean own) {
        return jdbc.sql("select " + COLUMNS + """
                         from clients.import_row
                         where business_id = :business and client_id = :client and (import_id = :id) = :own order by line
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("client", client)
                .param("own", own)
                .query((row, _) -> row(row))
                .list();
    }

    void undone(BusinessId business, long id, int line, String how, List<String> conflicts) {
        jdbc.sql("""
                        update clients.import_row set undone = :how, conflicts = :conflicts
                         where business_id = :business and import_id = :id and line = :line
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("line", line)
                .param("how", how)
                .param("conflicts", conflicts.toArray(String[]::new))
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

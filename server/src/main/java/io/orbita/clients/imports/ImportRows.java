package io.orbita.clients.imports;

import io.orbita.clients.Author;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports and their files in the database. */
@Component
class ImportRows {
    /** How many lines make a chunk, which is also a batch of the run. */
    static final int CHUNK = 500;

    private static final String FIELD = "clients.import";
    private static final TypeReference<List<Table.Line>> LINES = new TypeReference<>() {};
    private static final TypeReference<List<Proposal.Guess>> GUESSES = new TypeReference<>() {};
    private static final TypeReference<List<Example>> EXAMPLES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Vault vault;
    private final Clock clock;

    ImportRows(JdbcClient jdbc, JsonMapper json, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What a run has to know of its import.
     *
     * @param undoFrom lines from this on are undone
     */
    record Job(long id, String state, int cursor, int undoFrom, ImportSettings settings, int columns, Author by) {}

    /** An import of which nothing is known yet; its chunks are written next, and then {@link #read}. */
    long insert(BusinessId business, @Nullable String fileName, Author by) {
        return jdbc.sql("""
                        insert into clients.import (business_id, file_name, format, rows, state, by_user, who, created_at, changed_at)
                        values (:business, :name, '', 0, 'uploaded', :by, :who, :now, :now) returning id
                        """)
                .param("business", business.value())
                .param("name", fileName)
                .param("by", by.user())
                .param("who", by.who())
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** The file was read through. */
    void read(BusinessId business, long id, Table table, List<Proposal.Guess> guesses) {
        jdbc.sql("""
                        update clients.import set format = :format, rows = :rows, head = :head where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("format", table.format())
                .param("rows", table.rows())
                .param("head", sealed(business, guesses))
                .update();
    }

    /** Writes the lines of a chunk, over what stood there. */
    void chunk(BusinessId business, long id, int chunk, List<Table.Line> lines) {
        jdbc.sql("""
                        insert into clients.import_chunk (business_id, import_id, chunk, sealed) values (:business, :id, :chunk, :sealed)
                        on conflict (business_id, import_id, chunk) do update set sealed = excluded.sealed
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("chunk", chunk)
                .param("sealed", sealed(business, lines))
                .update();
    }

    /** The lines of a chunk; empty when there is none, or when it was forgotten. */
    List<Table.Line> lines(BusinessId business, long id, int chunk) {
        return jdbc.sql("""
                        select sealed from clients.import_chunk where business_id = :business and import_id = :id and chunk = :chunk
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("chunk", chunk)
                .query((row, _) -> row.getBytes("sealed"))
                .optional()
                .map(bytes -> json.readValue(vault.open(business, FIELD, bytes), LINES))
                .orElse(List.of());
    }

    byte[] sealed(BusinessId business, Object value) {
        return vault.seal(business, FIELD, json.writeValueAsString(value));
    }

    <T> T opened(BusinessId business, byte[] sealed, Class<T> type) {
        return json.readValue(vault.open(business, FIELD, sealed), type);
    }

    /** The import, locked until the transaction ends. */
    Job lock(BusinessId business, long id) {
        return jdbc.sql("""
                        select id, state, cursor, coalesce(undo_from, 2147483647) as undo_from, settings, head, by_user, who from clients.import
                         where business_id = :business and id = :id for update
                        """)
                .param("business", business.value())
                .param("id", id)
                .query((row, _) -> job(business, row))
                .optional()
                .orElseThrow(ImportRefusals::unknown);
    }

    private Job job(BusinessId business, ResultSet row) throws SQLException {
        String settings = row.getString("settings");
        return new Job(
                row.getLong("id"),
                row.getString("state"),
                row.getInt("cursor"),
                row.getInt("undo_from"),
                settings == null
                        ? new ImportSettings(List.of(), "skip", null, null, null, null)
                        : json.readValue(settings, ImportSettings.class),
                guesses(business, row.getBytes("head")).size(),
                new Author(row.getString("who"), row.getObject("by_user", Long.class)));
    }

    private List<Proposal.Guess> guesses(BusinessId business, byte @Nullable [] head) {
        return head == null ? List.of() : json.readValue(vault.open(business, FIELD, head), GUESSES);
    }

    void state(BusinessId business, long id, String state) {
        jdbc.sql("""
                        update clients.import set state = :state, changed_at = :now where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("state", state)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void settings(BusinessId business, long id, ImportSettings settings) {
        jdbc.sql("""
                        update clients.import set settings = :settings::jsonb, forecast = null, examples = null where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("settings", json.writeValueAsString(settings))
                .update();
    }

    void forecast(BusinessId business, long id, ImportView.Forecast forecast, List<Example> examples) {
        jdbc.sql("""
                        update clients.import set forecast = :forecast::jsonb, examples = :examples::jsonb
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("forecast", json.writeValueAsString(forecast))
                .param("examples", json.writeValueAsString(examples))
                .update();
    }

    /** The lines that the dry run shows, in their order; none when there was no dry run. */
    List<Example> examples(BusinessId business, long id) {
        return jdbc.sql(
                        "select coalesce(examples, '[]') as examples from clients.import where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query((row, _) -> json.readValue(row.getString("examples"), EXAMPLES))
                .single();
    }

    /** The titles of the columns; none once the file is forgotten. */
    List<String> titles(BusinessId business, long id) {
        List<Proposal.Guess> columns =
                find(business, id).orElseThrow(ImportRefusals::unknown).columns();
        return columns == null
                ? List.of()
                : columns.stream().map(Proposal.Guess::title).toList();
    }

    /** A chunk is done: the cursor stands on it, and the counts grow. */
    void advance(BusinessId business, long id, int chunk, Map<Decision.Outcome, Integer> counts) {
        jdbc.sql("""
                        update clients.import
                           set cursor = :chunk, created = created + :created, updated = updated + :updated, skipped = skipped + :skipped,
                               rejected = rejected + :rejected, changed_at = :now
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("chunk", chunk)
                .param("created", counts.getOrDefault(Decision.Outcome.CREATED, 0))
                .param("updated", counts.getOrDefault(Decision.Outcome.UPDATED, 0))
                .param("skipped", counts.getOrDefault(Decision.Outcome.SKIPPED, 0))
                .param("rejected", counts.getOrDefault(Decision.Outcome.REJECTED, 0))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** So many lines from that one on are undone; some clients were kept as they were. */
    void takenBack(BusinessId business, long id, int from, int lines, int kept) {
        jdbc.sql("""
                        update clients.import
                           set undo_from = :from, taken_back = taken_back + :lines, kept = kept + :kept, changed_at = :now
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("from", from)
                .param("lines", lines)
                .param("kept", kept)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    Optional<ImportView> find(BusinessId business, long id) {
        return jdbc.sql("select * from clients.import where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query((row, _) -> view(business, row, true))
                .optional();
    }

    /** The newest 100, without their columns. */
    List<ImportView> all(BusinessId business) {
        return jdbc.sql("select * from clients.import where business_id = :business order by id desc limit 100")
                .param("business", business.value())
                .query((row, _) -> view(business, row, false))
                .list();
    }

    private ImportView view(BusinessId business, ResultSet row, boolean whole) throws SQLException {
        String settings = row.getString("settings");
        String forecast = row.getString("forecast");
        int created = row.getInt("created");
        int updated = row.getInt("updated");
        int skipped = row.getInt("skipped");
        int rejected = row.getInt("rejected");
        return new ImportView(
                row.getLong("id"),
                row.getString("file_name"),
                row.getString("format"),
                row.getString("state"),
                row.getInt("rows"),
                whole ? guesses(business, row.getBytes("head")) : null,
                settings == null ? null : json.readValue(settings, ImportSettings.class),
                forecast == null ? null : json.readValue(forecast, ImportView.Forecast.class),
                new ImportView.Result(
                        created + updated + skipped + rejected,
                        created,
                        updated,
                        skipped,
                        rejected,
                        row.getInt("kept"),
                        row.getInt("taken_back")),
                row.getObject("by_user", Long.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    /** Forgets what stood in the file, and with it the way back; counts and outcomes stay. */
    void forget(BusinessId business, long id) {
        jdbc.sql("delete from clients.import_chunk where business_id = :business and import_id = :id")
                .param("business", business.value())
                .param("id", id)
                .update();
        jdbc.sql("""
                        update clients.import_row set before = null, after = null
                         where business_id = :business and import_id = :id and before is not null
                        """).param("business", business.value()).param("id", id).update();
        jdbc.sql("update clients.import set head = null, file_name = null where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .update();
    }
}

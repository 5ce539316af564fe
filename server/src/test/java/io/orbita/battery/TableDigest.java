package io.orbita.battery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every table that an import touches holds, as a count and an order-free hash each. Clients are named by their place in the order of ids, times and the ids of moves
 * are left out: two runs that did the same have the same digest. Of clients who were there before, what undoing leaves by design is left out: the version of the card and
 * the lines of history that say it was edited.
 */
final class TableDigest {
    private static final String PEOPLE = """
            with person as (select business_id, id, row_number() over (order by id) as n from clients.client),
            """;

    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("clients.client", """
                select p.n || (to_jsonb(c) - array['id', 'stands_as', 'version', 'created_at'])::text || (c.stands_as = c.id)
                  from clients.client c join person p on p.id = c.id""");
        TABLES.put("clients.identity", """
                select p.n || i.kind || i.hash || i.verified || i.reachable || (i.sealed is null) || (i.main_at is null)
                  from clients.identity i join person p on p.id = i.client_id""");
        TABLES.put("clients.phone_tail", """
                select p.n || t.hash from clients.phone_tail t join clients.identity i on i.business_id = t.business_id and i.id = t.identity_id
                  join person p on p.id = i.client_id""");
        TABLES.put("clients.word", "select p.n || w.word from clients.word w join person p on p.id = w.client_id");
        TABLES.put("clients.tag", "select p.n || t.tag from clients.tag t join person p on p.id = t.client_id");
        TABLES.put("clients.field_value", """
                select p.n || f.key || f.value from clients.field_value f join person p on p.id = f.client_id""");
        TABLES.put("clients.suspicion", """
                select p.n || ' ' || o.n || s.reason || s.reasons::text from clients.suspicion s
                  join person p on p.id = s.client_id join person o on o.id = s.other_id""");
        TABLES.put("clients.lead", "select p.n || l.status from clients.lead l join person p on p.id = l.client_id");
        TABLES.put("clients.timeline", """
                select p.n || t.kind || (t.facts - 'move')::text || coalesce(t.text, '') || coalesce(t.by_user, 0)
                  from clients.timeline t join person p on p.id = t.client_id where t.kind <> 'clients.edited' or p.n > :old""");
        TABLES.put("pipeline.move", """
                select p.n || ' ' || coalesce(m.from_stage, 0) || ' ' || m.to_stage || m.cause || m.cycle || coalesce(m.moved_by, 0)
                       || (m.fact like 'appeared:%')
                  from pipeline.move m join person p on p.id = m.client_id""");
        TABLES.put("pipeline.fact", """
                select p.n || f.kind || (f.key = 'appeared:' || f.client_id) from pipeline.fact f join person p on p.id = f.client_id""");
        TABLES.put("pipeline.card", """
                select p.n || ' ' || c.stage_id || c.hidden || row_number() over (partition by c.stage_id order by c.position, c.client_id)
                  from pipeline.card c join person p on p.id = c.client_id""");
        TABLES.put("marketing.fact", "select p.n || f.kind from marketing.fact f join person p on p.id = f.client_id");
        TABLES.put("platform.due", """
                select p.n || d.kind from platform.due d join person p on p.id::text = d.ref where d.kind = 'marketing.reminders'""");
    }

    private final String url;
    private final String password;

    /** @param data the data folder of a server that runs */
    TableDigest(Path data) {
        try {
            Path pg = data.resolve("pg");
            this.url = "jdbc:postgresql://127.0.0.1:"
                    + Files.readString(pg.resolve("port")).strip() + "/orbita";
            this.password = Files.readAllLines(pg.resolve("secrets")).getFirst();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** @param old how many clients were there before the import */
    Map<String, String> of(int old) {
        Map<String, String> digest = new TreeMap<>();
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            for (var table : TABLES.entrySet()) {
                try (var rows = statement.executeQuery(
                        PEOPLE + "row (x) as (" + table.getValue().replace(":old", "" + old) + """
                        ) select count(*) || ':' || coalesce(sum(hashtextextended(x, 20261201)), 0) from row
                        """)) {
                    rows.next();
                    digest.put(table.getKey(), rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return digest;
    }

    /** What became of each line of the newest import. */
    List<String> outcomes(int old) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(PEOPLE + """
                        row (x) as (
                          select r.line || ' ' || r.chunk || r.outcome || coalesce(p.n, 0) || r.reasons::text || (r.before is null)
                                 || (r.after is null) || case when p.n > %d then r.version else 0 end || coalesce(r.moved_to, 0)
                            from clients.import_row r left join person p on p.id = r.client_id
                           where r.import_id = (select max(id) from clients.import))
                        select count(*) || ':' || coalesce(sum(hashtextextended(x, 20261201)), 0) from row
                        """.formatted(old))) {
            rows.next();
            return List.of(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", password);
    }
}

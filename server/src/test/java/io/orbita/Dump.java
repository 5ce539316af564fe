package io.orbita;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that the database holds of one business and of none, every column of every table as text, read as the owner. */
public final class Dump {
    /** A value and where it stands. */
    public record Cell(String where, String text) {}

    private final List<Cell> cells = new ArrayList<>();

    private Dump() {}

    /** @param ownerUrl {@code postgres://user:password@host:port/database} */
    public static Dump of(String ownerUrl, long business) {
        var uri = java.net.URI.create(ownerUrl);
        String[] login = uri.getUserInfo().split(":", 2);
        var dump = new Dump();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(),
                        login[0],
                        login[1]);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local app.business_id = '" + business + "'");
            List<String> tables = new ArrayList<>();
            try (var rows = statement.executeQuery("""
                    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') order by 1
                    """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (var rows = statement.executeQuery("select * from " + table)) {
                    var columns = rows.getMetaData();
                    while (rows.next()) {
                        for (int i = 1; i <= columns.getColumnCount(); i++) {
                            String text = rows.getString(i);
                            if (text != null) {
                                dump.cells.add(new Cell(table + "." + columns.getColumnName(i), text));
                            }
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return dump;
    }

    public int size() {
        return cells.size();
    }

    /** Where a cell holds the text in any case, plainly or as bytes in hex; or the digits, however they are spaced. */
    public List<Cell> holding(Map<String, Boolean> marks) {
        return cells.stream().filter(cell -> holds(cell.text(), marks)).toList();
    }

    /** @param marks texts in lower case, with whether they are digits */
    public static boolean holds(String text, Map<String, Boolean> marks) {
        String lower = text.toLowerCase(Locale.ROOT);
        String tight = lower.replaceAll("[\\s()+.\\-\\u00a0]", "");
        return marks.entrySet().stream()
                .anyMatch(mark -> lower.contains(mark.getKey())
                        || lower.contains(HexFormat.of().formatHex(mark.getKey().getBytes(StandardCharsets.UTF_8)))
                        || mark.getValue() && tight.contains(mark.getKey()));
    }
}

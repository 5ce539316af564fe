import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lists, searches and the board as the base grows: the further rows are copies of real ones, laid out by SQL. */
final class Scale {
    private static final int REAL = 10_000;

    private record Query(String name, String path, double most) {}

    private Scale() {}

    static void measure(Path root, Table table) throws Exception {
        int copies = Integer.getInteger("orbita.bench.copies", 99);
        try (var server = new Server(root)) {
            People.create(server, 0, REAL);
            try (var database = server.database()) {
                analyse(database);
                var queries = queries();
                List<Load.Result> small = new ArrayList<>();
                for (Query query : queries) {
                    small.add(run(server, query));
                }
                copy(database, 9, REAL);
                table.atMost("board of 100,000 cards", run(server, new Query("board", "/api/pipeline/board?limit=50", 50)).p99(), 50, "ms p99", "8 connections, 50 cards a column");
                copy(database, (copies - 9) / 10, 10 * REAL);
                String many = "%,d clients".formatted((long) REAL * (copies + 1));
                for (int i = 0; i < queries.size(); i++) {
                    Load.Result large = run(server, queries.get(i));
                    table.atMost(queries.get(i).name() + ", " + many, large.p99(), queries.get(i).most(), "ms p99", "8 connections, limit 20");
                    table.atMost(queries.get(i).name() + ", against 10,000", large.processorMillis() / small.get(i).processorMillis(), 2, "×", "CPU ms per request, %.2f against %.2f".formatted(large.processorMillis(), small.get(i).processorMillis()));
                }
            }
        }
    }

    private static List<Query> queries() {
        return List.of(
                new Query("list, newest first", "/api/clients?limit=20", 25),
                new Query("list by source and tag", "/api/clients?limit=20&source=bot&tag=%D0%BC%D0%B5%D1%82%D0%BA%D0%B03", 25),
                new Query("list by name", "/api/clients?limit=20&sort=name", 25),
                new Query("search by a name", "/api/clients?limit=20&q=%D0%9B%D0%B8%D1%81%D0%BE%D0%B2%D0%B0", 25),
                new Query("search by a phone", "/api/clients?limit=20&q=89160001234", 25),
                new Query("search by the end of a phone", "/api/clients?limit=20&q=0001234", 25));
    }

    private static Load.Result run(Server server, Query query) throws Exception {
        Load.Result result = Load.brief(server, number -> server.send("GET", query.path(), null));
        System.err.printf("%s: %.2f CPU ms, %s%n", query.name(), result.processorMillis(), result.how());
        return result;
    }

    /** So many times the first people again: each copy has an id, a name, words, phones and a card of its own. */
    private static void copy(Connection database, int times, int size) throws Exception {
        try (Statement statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (int round = 0; round < times; round++) {
                System.err.println("copies, round " + (round + 1) + " of " + times);
                statement.execute("drop table if exists pg_temp.twin");
                statement.execute("""
                        create temp table twin as
                        select business_id, id as old, nextval('clients.client_id_seq') as new
                          from (select business_id, id from clients.client where merged_into is null order by id limit %d) first
                        """.formatted(size));
                into(statement, "clients.client", "id", "t.new", "stands_as", "t.new", "name", "s.name || ' ' || t.new", "created_at", "s.created_at - random() * interval '700 days'");
                into(statement, "clients.identity", "id", "nextval('clients.identity_id_seq')", "client_id", "t.new", "hash", "md5(s.hash || t.new) || md5(t.new || s.hash)");
                into(statement, "clients.word", "client_id", "t.new");
                into(statement, "clients.tag", "client_id", "t.new");
                into(statement, "pipeline.card", "client_id", "t.new");
            }
            statement.execute("set session_replication_role = origin");
            statement.execute("""
                    insert into clients.phone_tail
                    select i.business_id, md5(i.hash || n), i.id from clients.identity i cross join generate_series(4, 10) n
                     where i.kind = 'PHONE' and not exists (select from clients.phone_tail t where t.business_id = i.business_id and t.identity_id = i.id)
                    """);
        }
        analyse(database);
    }

    /** Copies the rows of a table for each twin, with some columns changed. */
    private static void into(Statement statement, String table, String... changes) throws Exception {
        List<String> columns = new ArrayList<>();
        String[] parts = table.split("\\.");
        try (var names = statement.executeQuery("""
                select column_name from information_schema.columns
                 where table_schema = '%s' and table_name = '%s' and is_generated = 'NEVER' order by ordinal_position
                """.formatted(parts[0], parts[1]))) {
            while (names.next()) {
                columns.add(names.getString(1));
            }
        }
        String owner = table.equals("clients.client") ? "id" : "client_id";
        String values = columns.stream()
                .map(column -> {
                    for (int i = 0; i < changes.length; i += 2) {
                        if (changes[i].equals(column)) {
                            return changes[i + 1];
                        }
                    }
                    return "s." + column;
                })
                .collect(Collectors.joining(", "));
        statement.execute("insert into %s (%s) select %s from %s s join pg_temp.twin t on t.business_id = s.business_id and t.old = s.%s"
                .formatted(table, String.join(", ", columns), values, table, owner));
    }

    private static void analyse(Connection database) throws Exception {
        try (var statement = database.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }
}

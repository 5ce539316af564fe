import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What staff do all day, with 10,000 clients and more; and what a request costs that does nothing. */
final class Crud {
    private Crud() {}

    static void measure(Path root, Table table) throws Exception {
        try (var server = new Server(root)) {
            try (var database = server.database()) {
                Copies.tenThousand(server, database);
            }
            var stages = People.stages(server);
            var ids = People.create(server, 2_000_000, 500);
            String filters = "&stage_id=" + stages.getFirst() + "&source=bot&tag=%D0%BC%D0%B5%D1%82%D0%BA%D0%B0";
            cost(table, server, "list of 20 with three filters", 0.8, number ->
                    server.send("GET", "/api/clients?limit=20" + filters + number % 5, null));
            cost(table, server, "read one", 0.5, number -> server.send("GET", "/api/clients/" + ids.get(number % ids.size()), null));
            // Beside each other two moves of one client would wait for one another: each turn all clients go on by one stage.
            cost(table, server, "move with history", 1.2, number -> server.send(
                    "POST",
                    "/api/clients/" + ids.get(number % ids.size()) + "/move-stage",
                    "{\"stage_id\":" + stages.get((number / ids.size() + 1) % stages.size()) + "}"));
            var next = new AtomicInteger(1_000);
            cost(table, server, "create a client", 1.2, ignored ->
                    server.send("POST", "/api/clients", People.draft(next.getAndIncrement())));
            Load.Result health = Load.brief(server, number -> server.send("GET", "/api/health", null));
            table.note("floor: an open request without database", health.processorMillis(), "CPU ms", health.how());
            // Not faster than one caller is allowed to be.
            Load.Result me = Load.brief(server, number -> {
                server.send("GET", "/api/auth/me", null);
                Thread.sleep(6);
            });
            table.note("floor: a signed-in request that does nothing", me.processorMillis(), "CPU ms", me.how());
            try (var database = server.database()) {
                bare(table, server, database, "a round trip", "select 1 where 0 <> ?", ids);
                bare(table, server, database, "one row of a client", "select * from clients.client where business_id = 1 and id = ?", ids);
                bare(table, server, database, "one row of a client, locked, changed in all its indexes and committed",
                        "update clients.client set source = case source when 'bot' then 'site' else 'bot' end where business_id = 1 and id = ?", ids);
            }
        }
    }

    /** What the database alone uses for a statement, over one connection. */
    private static void bare(Table table, Server server, Connection database, String what, String sql, List<Long> ids)
            throws Exception {
        int times = 10_000;
        try (var statement = database.prepareStatement(sql)) {
            double before = server.databaseSeconds();
            for (int i = 0; i < times; i++) {
                statement.setLong(1, ids.get(i % ids.size()));
                statement.execute();
            }
            double millis = (server.databaseSeconds() - before) * 1000 / times;
            table.note("floor of the database: " + what, millis, "CPU ms", "%,d times, one connection".formatted(times));
        }
    }

    private static void cost(Table table, Server server, String what, double budget, Load.Step step) throws Exception {
        Load.Result result = Load.warm(server, step);
        table.atMost(what, result.processorMillis(), budget, "CPU ms", result.how());
        System.err.printf("%s: %.2f CPU ms, %s%n", what, result.processorMillis(), result.how());
    }
}

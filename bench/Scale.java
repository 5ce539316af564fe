import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists, searches and the board as the base grows: the further rows are copies of real ones, laid out by SQL. */
final class Scale {
    private static final int SMALL = 10_000;

    private record Query(String name, String path, double most) {}

    private Scale() {}

    static void measure(Path root, Table table) throws Exception {
        int copies = Integer.getInteger("orbita.bench.copies", 99);
        try (var server = new Server(root)) {
            try (var database = server.database()) {
                Copies.tenThousand(server, database);
                var queries = queries();
                List<Load.Result> small = new ArrayList<>();
                for (Query query : queries) {
                    small.add(run(server, query));
                }
                Copies.copy(database, 9, SMALL);
                table.atMost("board of 100,000 cards", run(server, new Query("board", "/api/pipeline/board?limit=50", 50)).p99(), 50, "ms p99", "8 connections, 50 cards a column");
                Copies.copy(database, (copies - 9) / 10, 10 * SMALL);
                String many = "%,d clients".formatted((long) SMALL * (copies + 1));
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
                new Query("search by a phone", "/api/clients?limit=20&q=89990000234", 25),
                new Query("search by the end of a phone", "/api/clients?limit=20&q=0000234", 25));
    }

    private static Load.Result run(Server server, Query query) throws Exception {
        Load.Result result = Load.brief(server, number -> server.send("GET", query.path(), null));
        System.err.printf("%s: %.2f CPU ms, %s%n", query.name(), result.processorMillis(), result.how());
        return result;
    }
}

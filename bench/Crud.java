import java.nio.file.Path;

/** What staff do all day, with 10,000 clients. */
final class Crud {
    private static final String HOW = "8 connections, warm, 10,000 clients, server and database";

    private Crud() {}

    static void measure(Path root, Table table) throws Exception {
        try (var server = new Server(root)) {
            People.create(server, 0, 7_000);
            server.login();
            var created = Load.of(server, 3_000, number -> server.send("POST", "/api/clients", People.draft(7_000 + number)));
            table.atMost("create a client", created.processorMillis(), 1.2, "CPU ms", HOW);
            var stages = People.stages(server);
            var ids = People.create(server, 20_000, 200);
            Load.Step list = number -> server.send(
                    "GET",
                    "/api/clients?limit=20&stage_id=" + stages.getFirst() + "&source=bot&tag=%D0%BC%D0%B5%D1%82%D0%BA%D0%B0" + number % 5,
                    null);
            Load.Step read = number -> server.send("GET", "/api/clients/" + ids.get(number % ids.size()), null);
            Load.Step move = number -> server.send(
                    "POST",
                    "/api/clients/" + ids.get(number % ids.size()) + "/move-stage",
                    "{\"stage_id\":" + stages.get((number / ids.size()) % stages.size()) + "}");
            Load.of(server, 1_500, list);
            table.atMost("list of 20 with three filters", Load.of(server, 4_000, list).processorMillis(), 0.8, "CPU ms", HOW);
            Load.of(server, 1_500, read);
            table.atMost("read one", Load.of(server, 4_000, read).processorMillis(), 0.5, "CPU ms", HOW);
            Load.of(server, 1_400, move);
            table.atMost("move with history", Load.of(server, 4_200, move).processorMillis(), 1.2, "CPU ms", HOW);
        }
    }
}

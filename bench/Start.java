import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long a start takes on existing data, and what the process weighs after work. */
final class Start {
    private Start() {}

    static void measure(Path root, Table table) throws Exception {
        try (var server = new Server(root)) {
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                server.stop();
                seconds.add(server.start());
            }
            seconds.sort(null);
            table.atMost("start to ready", seconds.get(2), 6, "s", "median of 5, existing data, ./orbita start to a good /api/health");
            Questionnaire.walk(server, 40);
            table.atMost("memory of the Java process", server.residentMegabytes(), 450, "MB", "resident, after 40 walks to the free programme");
        }
    }
}

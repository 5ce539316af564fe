import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How long a programme of twelve weeks takes to print: a cell of it is changed, which prints it anew before it answers. */
final class Pdf {
    private static final int WARM = 40;
    private static final int MEASURED = 40;
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private Pdf() {}

    static void measure(Path root, Table table) throws Exception {
        try (var server = new Server(root)) {
            long id = programme(server);
            List<Double> millis = new ArrayList<>();
            double used = 0;
            for (int i = 0; i < WARM + MEASURED; i++) {
                if (i == WARM) {
                    used = server.processorSeconds();
                }
                long begin = System.nanoTime();
                // Each time another content: the same one would be known, and not printed.
                server.send("PATCH", "/api/programs/" + id, """
                        {"content":{"weeks":{"1":{"sessions":{"1":{"exercises":{"1":{"reps":"%d"}}}}}}},"reason":"bench"}"""
                        .formatted(10 + i));
                if (i >= WARM) {
                    millis.add((System.nanoTime() - begin) / 1e6);
                }
            }
            used = server.processorSeconds() - used;
            millis.sort(null);
            table.atMost("PDF of 12 weeks", millis.get(MEASURED / 2), 150, "ms",
                    "wall, median of %d after %d, with reading and keeping the content; p95 %.0f ms; %.0f CPU ms each"
                            .formatted(MEASURED, WARM, millis.get((int) (MEASURED * 0.95)), used * 1000 / MEASURED));
        }
    }

    /** One of the demo business. */
    private static long programme(Server server) throws Exception {
        for (String one : server.send("GET", "/api/programs?paid=true&limit=100", null).split("(?=\\{\"id\":\\d+,\"client\")")) {
            var id = ID.matcher(one);
            if (one.contains("\"weeks\":12,") && !one.contains("\"version\":0,") && !one.contains("\"state\":\"withdrawn\"") && id.find()) {
                return Long.parseLong(id.group(1));
            }
        }
        throw new IllegalStateException("the demo business has no programme of twelve weeks");
    }
}

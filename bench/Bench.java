import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures one thing and prints a table with the machine and the date. Run by {@code ./orbita bench NAME}. */
public final class Bench {
    interface Measure {
        void run(Path root, Table table) throws Exception;
    }

    private static final Map<String, Measure> ALL = new LinkedHashMap<>();

    static {
        ALL.put("crud", Crud::measure);
        ALL.put("scale", Scale::measure);
        ALL.put("questionnaire", Questionnaire::measure);
        ALL.put("pdf", Pdf::measure);
        ALL.put("start", Start::measure);
    }

    private Bench() {}

    public static void main(String[] names) throws Exception {
        Path root = Path.of(System.getProperty("orbita.root"));
        if (names.length == 0 || !ALL.keySet().containsAll(java.util.List.of(names))) {
            System.out.println("Benchmarks: " + String.join(" ", ALL.keySet()));
            System.exit(names.length == 0 ? 0 : 2);
        }
        for (String name : names) {
            var table = new Table();
            ALL.get(name).run(root, table);
            System.out.println();
            System.out.println("## " + name + ", " + LocalDate.now() + ", " + machine());
            System.out.println(table);
        }
    }

    /** Processors, memory, Java, and how busy the machine was, since figures of a busy machine are upper bounds. */
    private static String machine() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        long memory = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_048_576)
                .findFirst()
                .orElse(0);
        return "%d × %s, %d GiB, Java %s, load %s".formatted(
                Runtime.getRuntime().availableProcessors(),
                processor,
                memory,
                Runtime.version(),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }
}

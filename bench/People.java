import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Clients made through the public door. */
final class People {
    private static final String[] NAMES = {"Анна", "Вера", "Ольга", "Ирина", "Пётр", "Иван", "Глеб", "Семён"};
    private static final String[] FAMILIES = {"Лисова", "Орлова", "Громова", "Титова", "Белова", "Зимина", "Котова"};
    private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+)|\"id\":(\\d+)");

    private People() {}

    /** Of a range that the demo businesses do not call: whoever has a phone already is refused. */
    static String draft(int number) {
        return """
                {"name":"%s %s %d","phones":["+7999%07d"],"emails":["client%d@example.test"],"source":"%s","tags":["метка%d"]}"""
                .formatted(
                        NAMES[number % NAMES.length],
                        FAMILIES[number % FAMILIES.length],
                        number,
                        number,
                        number,
                        number % 3 == 0 ? "site" : "bot",
                        number % 5);
    }

    static long id(String client) {
        var found = ID.matcher(client);
        if (!found.find()) {
            throw new IllegalStateException("no id in " + client);
        }
        return Long.parseLong(found.group(1) == null ? found.group(2) : found.group(1));
    }

    static List<Long> create(Server server, int from, int count) throws Exception {
        List<Long> ids = Collections.synchronizedList(new ArrayList<>());
        Load.all(count, number -> ids.add(id(server.send("POST", "/api/clients", draft(from + number)))));
        return ids;
    }

    /** Ids of the stages by their order. */
    static List<Long> stages(Server server) throws Exception {
        var found = Pattern.compile("\"id\":(\\d+)").matcher(server.send("GET", "/api/pipeline/stages", null));
        List<Long> ids = new ArrayList<>();
        while (found.find()) {
            ids.add(Long.parseLong(found.group(1)));
        }
        return ids;
    }
}

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Updates of the questionnaire, as Telegram sends them. */
final class Questionnaire {
    private static final AtomicLong NUMBERS = new AtomicLong(1_000_000);
    private static final Pattern BUTTON = Pattern.compile("\"callback_data\":\"([^\"]+)\"");
    private static final Pattern MESSAGE = Pattern.compile("\"message_id\":(\\d+)");
    private static final String[] TYPED = {"32", "168", "64,5"};

    private Questionnaire() {}

    static void measure(Path root, Table table) throws Exception {
        try (var server = new Server(root)) {
            walk(server, 20);
            int chats = 400;
            int each = 12;
            long first = NUMBERS.getAndAdd(chats);
            Load.all(chats, number -> say(server, first + number, "/start"));
            long start = System.nanoTime();
            double before = server.processorSeconds();
            Load.all(chats * each, number -> say(server, first + number % chats, TYPED[number / chats % TYPED.length]));
            waitUntilAnswered(server);
            double seconds = (System.nanoTime() - start) / 1e9;
            table.atLeast("updates of the questionnaire", chats * each / seconds, 300, "a second",
                    "%d chats, %d updates each, until the last is answered; %.2f CPU ms each".formatted(
                            chats, each, (server.processorSeconds() - before) * 1000 / (chats * each)));
        }
    }

    /** The number of clients who go from /start to the free programme. */
    static void walk(Server server, int count) throws Exception {
        long first = NUMBERS.getAndAdd(count);
        Load.all(count, number -> one(server, first + number));
    }

    private static void one(Server server, long chat) throws Exception {
        say(server, chat, "/start");
        String seen = "";
        for (int step = 0; step < 60 && !seen.contains("\"document\""); step++) {
            String now = newest(server, chat, seen);
            seen = now;
            var button = BUTTON.matcher(now);
            // Where the first button leads back, an answer is typed.
            if (!button.find() || button.group(1).startsWith("b:")) {
                say(server, chat, now.contains("лет") ? "32" : now.contains("рост") ? "168" : "64,5");
            } else {
                press(server, chat, button.group(1), messageId(now));
            }
        }
    }

    /** The newest message, once it is another than the one seen. */
    private static String newest(Server server, long chat, String seen) throws Exception {
        for (int i = 0; i < 400; i++) {
            String all = server.send("GET", "/api/sandbox/bot/demo/messages?limit=200&after=0&chat_id=" + chat, null);
            int at = all.lastIndexOf("{\"message_id\"");
            String last = at < 0 ? "" : all.substring(at);
            if (!last.isEmpty() && !last.equals(seen)) {
                return last;
            }
            Thread.sleep(25);
        }
        throw new IllegalStateException("no answer in chat " + chat + " after " + seen);
    }

    private static void waitUntilAnswered(Server server) throws Exception {
        try (var database = server.database(); var statement = database.createStatement()) {
            while (true) {
                try (var rows = statement.executeQuery(
                        "select count(*) from messaging.inbound where handled_at is null")) {
                    rows.next();
                    if (rows.getLong(1) == 0) {
                        return;
                    }
                }
                Thread.sleep(50);
            }
        }
    }

    private static long messageId(String message) {
        var found = MESSAGE.matcher(message);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static void say(Server server, long chat, String text) throws Exception {
        long number = NUMBERS.incrementAndGet();
        post(server, "{\"update_id\":%d,\"message\":{\"message_id\":%d,\"date\":1795168800,\"from\":%s,\"chat\":%s,\"text\":\"%s\"}}"
                .formatted(number, number, from(chat), chat(chat), text));
    }

    private static void press(Server server, long chat, String data, long on) throws Exception {
        long number = NUMBERS.incrementAndGet();
        post(server, ("{\"update_id\":%d,\"callback_query\":{\"id\":\"%d\",\"from\":%s,\"chat_instance\":\"1\",\"data\":\"%s\","
                + "\"message\":{\"message_id\":%d,\"date\":0,\"chat\":%s}}}")
                .formatted(number, number, from(chat), data, on, chat(chat)));
    }

    private static String from(long chat) {
        return "{\"id\":%d,\"is_bot\":false,\"first_name\":\"Гость\",\"language_code\":\"ru\"}".formatted(chat);
    }

    private static String chat(long chat) {
        return "{\"id\":%d,\"type\":\"private\",\"first_name\":\"Гость\"}".formatted(chat);
    }

    private static void post(Server server, String update) throws Exception {
        server.send("POST", "/api/sandbox/bot/demo/updates", update);
    }
}

package io.orbita.messaging.vk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * VK's API on loopback, as strict as the real one where it matters to us: version and token, {@code random_id}, the limits of texts and keyboards, people who
 * have not let the community write, the three steps of a document, and every failure on demand.
 */
public final class FakeVk implements AutoCloseable {
    /** Carried out, and the answer never comes. */
    public static final int ANSWER_LOST = -1;

    /** Not carried out, and no answer comes. */
    public static final int SILENCE = -2;

    /** An HTML page of something that stands before the API. */
    public static final int GATEWAY = -3;

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicLong GROUPS = new AtomicLong(555_000);

    /** What a person sees. */
    public record Shown(
            long id,
            long peer,
            String text,
            @Nullable JsonNode keyboard,
            @Nullable String attachment) {}

    /** One call as it came. */
    public record Call(String method, Map<String, String> form) {}

    private record Refused(int code, String why) {}

    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private final Map<String, Group> groups = new ConcurrentHashMap<>();

    /** A community with its people. */
    public static final class Group {
        public final String id = Long.toString(GROUPS.incrementAndGet());
        public final String token = "vk1.a.invented-token-of-" + id;
        private final Map<Long, Shown> messages = new java.util.LinkedHashMap<>();
        private final Map<String, Long> randoms = new HashMap<>();
        private final Set<Long> allowed = new HashSet<>();
        private final Map<String, byte[]> uploads = new HashMap<>();
        private final Map<String, byte[]> documents = new HashMap<>();
        private final Map<String, Deque<Integer>> faults = new HashMap<>();
        private final List<Call> calls = new ArrayList<>();
        private final List<String> events = new ArrayList<>();
        private long next = 17;
        private int keys = 1;

        public synchronized List<Shown> messages() {
            return List.copyOf(messages.values());
        }

        public synchronized List<Call> calls(String method) {
            return calls.stream().filter(it -> it.method().equals(method)).toList();
        }

        public synchronized byte @Nullable [] document(String attachment) {
            return documents.get(attachment);
        }

        /** The person let the community write. */
        public synchronized void allow(long user) {
            allowed.add(user);
        }

        public synchronized void deny(long user) {
            allowed.remove(user);
        }

        /** The next call of the method meets this error. */
        public synchronized void next(String method, int... codes) {
            for (int code : codes) {
                faults.computeIfAbsent(method, it -> new ArrayDeque<>()).add(code);
            }
        }

        /** An event waits for Long Poll. */
        public synchronized void happen(String event) {
            events.add(event);
        }

        /** The key of Long Poll is too old. */
        public synchronized void expire() {
            keys++;
        }

        private synchronized int met(Call call) {
            calls.add(call);
            var queue = faults.get(call.method());
            var fault = queue == null ? null : queue.poll();
            return fault == null ? 0 : fault;
        }
    }

    public FakeVk() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException reason) {
            throw new UncheckedIOException(reason);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/method/", this::method);
        server.createContext("/upload/", this::upload);
        server.createContext("/poll/", this::poll);
        server.start();
    }

    public URI url() {
        return URI.create(base() + "/method");
    }

    public Group newGroup() {
        var group = new Group();
        groups.put(group.token, group);
        return group;
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void method(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestURI().getPath().substring("/method/".length());
            var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            var group = groups.get(header.replaceFirst("^Bearer ", ""));
            if (group == null) {
                refuse(exchange, method, new Refused(5, "User authorization failed: invalid access_token (4)."));
                return;
            }
            int fault = group.met(new Call(method, form));
            if (fault == SILENCE) {
                closing.await();
            } else if (fault == GATEWAY) {
                write(exchange, 502, "<html><h1>nginx</h1></html>");
            } else if (fault > 0) {
                refuse(exchange, method, new Refused(fault, "as the test wants it"));
            } else {
                synchronized (group) {
                    var answer = !"5.199".equals(form.get("v"))
                            ? new Refused(8, "Invalid request: v is required")
                            : call(group, method, form);
                    if (fault == 0) {
                        if (answer instanceof Refused refused) {
                            refuse(exchange, method, refused);
                        } else {
                            write(exchange, 200, "{\"response\":" + answer + "}");
                        }
                        return;
                    }
                }
                closing.await();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Object call(Group group, String method, Map<String, String> form) {
        return switch (method) {
            case "messages.send" -> send(group, form);
            case "messages.edit" -> edit(group, form);
            case "messages.sendMessageEventAnswer" ->
                form.containsKey("event_id") && form.containsKey("user_id") && form.containsKey("peer_id")
                        ? (Object) 1
                        : wrong("event_id is undefined");
            case "docs.getMessagesUploadServer" ->
                group.allowed.contains(number(form, "peer_id"))
                        ? (Object) ("{\"upload_url\":\"" + base() + "/upload/" + group.id + "\"}")
                        : new Refused(901, "Can't send messages for users without permission");
            case "docs.save" -> save(group, form);
            case "users.get" ->
                "[{\"id\":%s,\"first_name\":\"Вера\",\"last_name\":\"Лисова\"}]".formatted(form.get("user_ids"));
            case "groups.getById" ->
                "{\"groups\":[{\"id\":%s,\"name\":\"Студия\",\"screen_name\":\"studio\"}],\"profiles\":[]}"
                        .formatted(group.id);
            case "groups.getLongPollServer" ->
                group.id.equals(form.get("group_id"))
                        ? (Object) "{\"server\":\"%s/poll/%s\",\"key\":\"k%d\",\"ts\":\"0\"}"
                                .formatted(base(), group.id, group.keys)
                        : wrong("group_id is invalid");
            default -> new Refused(3, "Unknown method passed");
        };
    }

    private static Object send(Group group, Map<String, String> form) {
        var random = form.getOrDefault("random_id", "");
        if (!random.matches("-?[0-9]{1,10}") || Long.parseLong(random) != (int) Long.parseLong(random)) {
            return wrong("random_id is undefined");
        }
        long peer = number(form, "peer_id");
        if (peer == 0) {
            return wrong("peer_id is undefined");
        }
        var text = form.getOrDefault("message", "");
        var attachment = form.get("attachment");
        if (text.isEmpty() && attachment == null) {
            return wrong("message is empty or invalid");
        }
        if (!group.allowed.contains(peer)) {
            return new Refused(901, "Can't send messages for users without permission");
        }
        if (text.length() > 9000) {
            return new Refused(914, "Message is too long");
        }
        if (attachment != null && !group.documents.containsKey(attachment)) {
            return wrong("attachment is invalid");
        }
        JsonNode keyboard = form.containsKey("keyboard") ? JSON.readTree(form.get("keyboard")) : null;
        var unfit = keyboard == null ? null : unfit(keyboard);
        if (unfit != null) {
            return new Refused(911, "Keyboard format is invalid: " + unfit);
        }
        var before = random.equals("0") ? null : group.randoms.get(peer + ":" + random);
        if (before != null) {
            return before;
        }
        long id = group.next++;
        group.randoms.put(peer + ":" + random, id);
        group.messages.put(id, new Shown(id, peer, text, keyboard, attachment));
        return id;
    }

    private static Object edit(Group group, Map<String, String> form) {
        var old = group.messages.get(number(form, "message_id"));
        if (old == null || old.peer() != number(form, "peer_id")) {
            return new Refused(920, "Can't edit this kind of message");
        }
        JsonNode keyboard = form.containsKey("keyboard") ? JSON.readTree(form.get("keyboard")) : null;
        group.messages.put(old.id(), new Shown(old.id(), old.peer(), form.getOrDefault("message", ""), keyboard, null));
        return 1;
    }

    private static Object save(Group group, Map<String, String> form) {
        var bytes = group.uploads.remove(form.getOrDefault("file", ""));
        if (bytes == null) {
            return wrong("file is undefined");
        }
        long id = group.next++;
        group.documents.put("doc-" + group.id + "_" + id + "_key", bytes);
        return "{\"type\":\"doc\",\"doc\":{\"id\":%d,\"owner_id\":-%s,\"title\":\"x\",\"access_key\":\"key\"}}"
                .formatted(id, group.id);
    }

    private static @Nullable String unfit(JsonNode keyboard) {
        boolean inline = keyboard.path("inline").booleanValue(false);
        int count = 0;
        var rows = keyboard.path("buttons");
        if (rows.isEmpty() || rows.size() > (inline ? 6 : 10)) {
            return "rows";
        }
        for (var row : rows) {
            if (row.isEmpty() || row.size() > 5) {
                return "a row";
            }
            for (var button : row) {
                count++;
                var action = button.path("action");
                var label = action.path("label").stringValue("");
                if (label.isEmpty() || label.length() > 40) {
                    return "label";
                }
                boolean fits = switch (action.path("type").stringValue("")) {
                    case "callback", "text" ->
                        action.path("payload").isString()
                                && JSON.readTree(action.path("payload").stringValue())
                                        .isObject()
                                && action.path("payload").stringValue().getBytes(StandardCharsets.UTF_8).length <= 255;
                    case "open_link" -> action.path("link").stringValue("").startsWith("https://");
                    default -> false;
                };
                if (!fits) {
                    return "action";
                }
            }
        }
        return count > (inline ? 10 : 40) ? "buttons" : null;
    }

    private void upload(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var raw = new String(body, StandardCharsets.ISO_8859_1);
            var group = groups.values().stream()
                    .filter(it -> exchange.getRequestURI().getPath().endsWith("/" + it.id))
                    .findFirst()
                    .orElseThrow();
            int from = raw.indexOf("\r\n\r\n") + 4;
            int to = raw.lastIndexOf("\r\n--");
            if (!raw.contains("name=\"file\"") || from < 4 || to < from) {
                write(exchange, 200, "{\"error\":\"no_file\"}");
                return;
            }
            synchronized (group) {
                var name = "555|" + group.next++;
                group.uploads.put(name, java.util.Arrays.copyOfRange(body, from, to));
                write(exchange, 200, "{\"file\":\"" + name + "\"}");
            }
        }
    }

    private void poll(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = form(exchange.getRequestURI().getRawQuery());
            var group = groups.values().stream()
                    .filter(it -> exchange.getRequestURI().getPath().endsWith("/" + it.id))
                    .findFirst()
                    .orElseThrow();
            synchronized (group) {
                if (!query.getOrDefault("key", "").equals("k" + group.keys)) {
                    write(exchange, 200, "{\"failed\":2}");
                    return;
                }
                int from = Integer.parseInt(query.getOrDefault("ts", "0"));
                write(
                        exchange,
                        200,
                        "{\"ts\":\"" + group.events.size() + "\",\"updates\":["
                                + String.join(",", group.events.subList(from, group.events.size())) + "]}");
            }
        }
    }

    private static Refused wrong(String why) {
        return new Refused(100, "One of the parameters specified was missing or invalid: " + why);
    }

    private static long number(Map<String, String> form, String name) {
        var value = form.getOrDefault(name, "");
        return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : 0;
    }

    private static Map<String, String> form(@Nullable String body) {
        var form = new HashMap<String, String>();
        for (var pair : String.valueOf(body).split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static void refuse(HttpExchange exchange, String method, Refused refused) throws IOException {
        var error = JSON.createObjectNode();
        error.putObject("error")
                .put("error_code", refused.code())
                .put("error_msg", refused.why())
                .putArray("request_params")
                .addObject()
                .put("key", "method")
                .put("value", method);
        write(exchange, 200, error.toString());
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}

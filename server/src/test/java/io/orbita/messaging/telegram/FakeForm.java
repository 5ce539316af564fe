package io.orbita.messaging.telegram;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parameters of a call, however they were sent: query, form, JSON or multipart. */
public record FakeForm(Map<String, String> fields, Map<String, Upload> uploads) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NAME = Pattern.compile("[ ;]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("[ ;]filename=\"([^\"]*)\"");

    /** A file of a multipart call. */
    public record Upload(String name, String mediaType, byte[] bytes) {}

    static FakeForm read(HttpExchange exchange) throws IOException {
        var form = new FakeForm(new LinkedHashMap<>(), new LinkedHashMap<>());
        var query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            form.urlEncoded(query);
        }
        var body = exchange.getRequestBody().readAllBytes();
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || body.length == 0) {
            return form;
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            form.urlEncoded(new String(body, StandardCharsets.UTF_8));
        } else if (type.startsWith("application/json")) {
            for (var field : JSON.readTree(body).properties()) {
                var value = field.getValue();
                form.fields.put(field.getKey(), value.isString() ? value.stringValue() : value.toString());
            }
        } else if (type.startsWith("multipart/form-data")) {
            form.multipart(body, type.replaceAll(".*boundary=\"?([^\";]+).*", "$1"));
        }
        return form;
    }

    @Nullable String text(String name) {
        return fields.get(name);
    }

    long number(String name, long otherwise) {
        var value = fields.get(name);
        return value != null && value.matches("-?[0-9]{1,18}") ? Long.parseLong(value) : otherwise;
    }

    /** A parameter that is JSON inside a form. */
    @Nullable JsonNode json(String name) {
        var value = fields.get(name);
        return value == null ? null : JSON.readTree(value);
    }

    private void urlEncoded(String pairs) {
        for (var pair : pairs.split("&")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                fields.put(decode(pair.substring(0, at)), decode(pair.substring(at + 1)));
            }
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Latin-1 keeps every byte as one character, so that offsets in the text are offsets in the body. */
    private void multipart(byte[] body, String boundary) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var parts = text.split(Pattern.quote("--" + boundary));
        for (int i = 1; i < parts.length - 1; i++) {
            int blank = parts[i].indexOf("\r\n\r\n");
            var head = new String(
                    parts[i].substring(0, blank).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            var content = parts[i].substring(blank + 4, parts[i].length() - 2).getBytes(StandardCharsets.ISO_8859_1);
            var name = NAME.matcher(head);
            var file = FILE.matcher(head);
            if (!name.find()) {
                continue;
            }
            if (file.find()) {
                var type = head.replaceAll("(?si).*content-type: *([^\r\n]+).*", "$1");
                uploads.put(name.group(1), new Upload(file.group(1), type, content));
            } else {
                fields.put(name.group(1), new String(content, StandardCharsets.UTF_8));
            }
        }
    }
}

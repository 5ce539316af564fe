package io.orbita;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The contract as the running server gives it, for tests that must cover every endpoint by themselves. */
class Contract {
    /** One endpoint; {@code body} is the schema of its JSON body, a missing node when it takes none. */
    record Operation(HttpMethod method, String path, JsonNode body) {
        /** The path with every variable replaced. */
        String pathWith(String value) {
            return path.replaceAll("\\{[^}]+}", value);
        }

        boolean hasVariable() {
            return path.contains("{");
        }
    }

    private final JsonNode document;
    private final JsonMapper json = JsonMapper.builder().build();

    Contract(World world) {
        this.document = world.get("/api/openapi.json", null).body();
    }

    Stream<Operation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Operation(
                                HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT)),
                                path.getKey(),
                                resolved(operation
                                        .getValue()
                                        .path("requestBody")
                                        .path("content")
                                        .path("application/json")
                                        .path("schema")))));
    }

    static Stream<Map.Entry<String, JsonNode>> properties(JsonNode schema) {
        return schema.path("properties").properties().stream();
    }

    /** The smallest body of the right types: only what is required. */
    ObjectNode sample(JsonNode schema) {
        return sample(schema, 0) instanceof ObjectNode object ? object : json.createObjectNode();
    }

    private JsonNode sample(JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        if (schema.has("example")) {
            return schema.path("example");
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        if (is(schema, "integer") || is(schema, "number")) {
            return JsonNodeFactory.instance.numberNode(schema.path("minimum").asLong(1));
        }
        if (is(schema, "boolean")) {
            return JsonNodeFactory.instance.booleanNode(true);
        }
        if (is(schema, "string")) {
            return JsonNodeFactory.instance.stringNode(
                    switch (schema.path("format").asString("")) {
                        case "date-time" -> "2026-11-20T10:00:00Z";
                        case "date" -> "2026-11-20";
                        default -> "текст текст";
                    });
        }
        if (is(schema, "array")) {
            var array = json.createArrayNode();
            if (schema.path("minItems").asInt(0) > 0) {
                array.add(sample(schema.path("items"), depth + 1));
            }
            return array;
        }
        ObjectNode object = json.createObjectNode();
        if (depth < 5) {
            schema.path("required")
                    .forEach(name -> object.set(
                            name.asString(), sample(schema.path("properties").path(name.asString()), depth + 1)));
        }
        return object;
    }

    JsonNode resolved(JsonNode schema) {
        String ref = schema.path("$ref").asString("");
        if (!ref.isEmpty()) {
            return resolved(document.at(ref.substring(1)));
        }
        JsonNode any = schema.has("anyOf") ? schema.path("anyOf") : schema.path("oneOf");
        return any.isArray() && !any.isEmpty() ? resolved(any.path(0)) : schema;
    }

    static boolean is(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        return types.isArray()
                ? types.valueStream().anyMatch(one -> one.asString().equals(type))
                : types.asString("").equals(type);
    }
}

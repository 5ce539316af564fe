package io.orbita.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Says in the contract what an answer always holds and what may be null, from the nullness that the code declares, so that whoever generates types from it need not guess. Schemas that are also taken in
 * are left alone: what a caller may leave out is said by their constraints.
 */
final class AnswerNullness implements GlobalOpenApiCustomizer {
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
            new PropertyNamingStrategies.SnakeCaseStrategy();
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Class<?>> records = new ConcurrentHashMap<>();

    /** Remembers which record a schema is made from. */
    void met(String schemaName, Class<?> type) {
        if (type.isRecord()) {
            records.put(schemaName, type);
        }
    }

    @Override
    public void customise(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        Set<String> taken = takenIn(document, schemas);
        schemas.forEach((name, schema) -> {
            Class<?> type = records.get(name);
            if (type != null && !taken.contains(name)) {
                declare(type, schema);
            }
        });
    }

    private static void declare(Class<?> type, Schema<?> schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        boolean leavesOut = leavesOut(type.getAnnotation(JsonInclude.class));
        Map<String, Schema> declared = new LinkedHashMap<>(properties);
        for (RecordComponent component : type.getRecordComponents()) {
            String name = SNAKE_CASE.translate(component.getName());
            Schema<?> property = properties.get(name);
            if (property == null) {
                continue;
            }
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
            if (nullable && (own == null ? leavesOut : leavesOut(own))) {
                continue;
            }
            if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
                schema.addRequiredItem(name);
            }
            if (nullable) {
                declared.put(name, orNull(property));
            }
        }
        schema.setProperties(declared);
    }

    private static boolean leavesOut(@Nullable JsonInclude include) {
        return include != null && include.value() != JsonInclude.Include.ALWAYS;
    }

    private static Schema<?> orNull(Schema<?> property) {
        Schema<?> nothing = new Schema<>().types(Set.of("null"));
        return new Schema<>().oneOf(List.of(property, nothing));
    }

    private static Set<String> takenIn(OpenAPI document, Map<String, Schema> schemas) {
        Set<String> taken = new HashSet<>();
        Deque<Schema<?>> open = new ArrayDeque<>();
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(AnswerNullness::bodies)
                .forEach(open::add);
        while (!open.isEmpty()) {
            Schema<?> schema = open.pop();
            if (schema.get$ref() != null) {
                String name = schema.get$ref().substring(REFERENCE.length());
                if (taken.add(name) && schemas.get(name) != null) {
                    open.add(schemas.get(name));
                }
            }
            parts(schema).forEach(open::add);
        }
        return taken;
    }

    private static Stream<Schema<?>> bodies(Operation operation) {
        return operation.getRequestBody() == null || operation.getRequestBody().getContent() == null
                ? Stream.empty()
                : operation.getRequestBody().getContent().values().stream()
                        .filter(content -> content.getSchema() != null)
                        .map(content -> (Schema<?>) content.getSchema());
    }

    private static Stream<Schema<?>> parts(Schema<?> schema) {
        Stream<Schema<?>> properties = schema.getProperties() == null
                ? Stream.empty()
                : schema.getProperties().values().stream().map(part -> (Schema<?>) part);
        Stream<Schema<?>> items = schema.getItems() == null ? Stream.empty() : Stream.of(schema.getItems());
        Stream<Schema<?>> values =
                schema.getAdditionalProperties() instanceof Schema<?> value ? Stream.of(value) : Stream.empty();
        Stream<Schema<?>> choices = Stream.of(schema.getOneOf(), schema.getAnyOf(), schema.getAllOf())
                .filter(choice -> choice != null)
                .flatMap(List::stream)
                .map(part -> (Schema<?>) part);
        return Stream.of(properties, items, values, choices).flatMap(part -> part);
    }
}

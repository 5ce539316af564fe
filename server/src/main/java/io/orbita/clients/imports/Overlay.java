package io.orbita.clients.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cards as JSON: what a line adds to one, and how an update is taken back. Pure. */
final class Overlay {
    /** A card after taking an update back, and the fields where somebody has been since. */
    record Restored(ObjectNode card, List<String> conflicts) {}

    private Overlay() {}

    /**
     * The card with the line laid over it: lists only grow; a single value wins when {@code overwrite}, or where there was none.
     */
    static ObjectNode over(ObjectNode card, ObjectNode line, boolean overwrite) {
        ObjectNode merged = card.deepCopy();
        for (Map.Entry<String, JsonNode> field : line.properties()) {
            JsonNode before = merged.path(field.getKey());
            JsonNode value = field.getValue();
            if (value instanceof ArrayNode list) {
                Set<JsonNode> all = items(before);
                list.forEach(all::add);
                merged.set(field.getKey(), array(merged, all));
            } else if (value instanceof ObjectNode inner) {
                ObjectNode within = before instanceof ObjectNode object ? object : merged.objectNode();
                merged.set(field.getKey(), over(within, inner, overwrite));
            } else if (overwrite || blank(before)) {
                merged.set(field.getKey(), value);
            }
        }
        // The age follows from the day of birth; the card keeps the one or the other.
        if (merged.has("birth_date")) {
            merged.remove("age");
        }
        return merged;
    }

    /** The card with the way from {@code before} to {@code after} taken back, except where it has become something else since. */
    static Restored back(ObjectNode now, ObjectNode before, ObjectNode after) {
        ObjectNode card = now.deepCopy();
        List<String> conflicts = new ArrayList<>();
        Set<String> fields = new LinkedHashSet<>(names(before));
        fields.addAll(names(after));
        for (String field : fields) {
            JsonNode old = before.path(field);
            JsonNode made = after.path(field);
            JsonNode current = now.path(field);
            if (old.equals(made)) {
                continue;
            }
            if (old instanceof ArrayNode || made instanceof ArrayNode) {
                Set<JsonNode> left = items(current);
                Set<JsonNode> added = items(made);
                added.removeAll(items(old));
                left.removeAll(added);
                card.set(field, array(card, left));
            } else if (old instanceof ObjectNode || made instanceof ObjectNode) {
                Restored inner = back(object(card, current), object(card, old), object(card, made));
                card.set(field, inner.card());
                inner.conflicts().forEach(conflict -> conflicts.add(field + "." + conflict));
            } else if (!current.equals(made)) {
                conflicts.add(field);
            } else if (old.isMissingNode()) {
                card.remove(field);
            } else {
                card.set(field, old);
            }
        }
        return new Restored(card, conflicts);
    }

    private static List<String> names(ObjectNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static boolean blank(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isString() && node.asString().isBlank());
    }

    private static ObjectNode object(ObjectNode any, JsonNode node) {
        return node instanceof ObjectNode object ? object : any.objectNode();
    }

    private static Set<JsonNode> items(JsonNode list) {
        Set<JsonNode> items = new LinkedHashSet<>();
        list.forEach(items::add);
        return items;
    }

    private static ArrayNode array(ObjectNode any, Set<JsonNode> items) {
        ArrayNode array = any.arrayNode();
        items.forEach(array::add);
        return array;
    }
}

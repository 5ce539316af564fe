package io.orbita.programs.content;

import io.orbita.platform.web.Invalid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A programme's content as a sheet of cells, each with an address: {@code weeks.3.sessions.2.exercises.1.reps}. A week is addressed by its number, a
 * session by its day, anything else in a list by its place from 1. Lays edits over a content and says what differs between two.
 */
public final class Cells {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Cells() {}

    /**
     * One cell that differs.
     *
     * @param path its address
     * @param old null when the cell was not there
     * @param value null when it is gone
     */
    public record Change(
            String path, @Nullable Object old, @Nullable Object value) {}

    /** Every cell that differs, in the order of the sheet; empty when both say the same. */
    public static List<Change> differences(JsonNode before, JsonNode after) {
        Map<String, JsonNode> old = cells(before);
        Map<String, JsonNode> now = cells(after);
        var paths = new LinkedHashSet<>(now.keySet());
        paths.addAll(old.keySet());
        var changes = new ArrayList<Change>();
        for (String path : paths) {
            JsonNode was = old.get(path);
            JsonNode is = now.get(path);
            if (was == null || !was.equals(is)) {
                changes.add(new Change(path, bare(was), bare(is)));
            }
        }
        return changes;
    }

    /**
     * The content with the edit laid over it (RFC 7396), where an object laid over a list addresses its elements: {@code {"weeks": {"3": {"advice":
     * "…"}}}}. Null takes a member or an element away; a place one beyond the end, or a new week or day, adds an element.
     *
     * @throws Invalid when an address leads nowhere
     */
    public static JsonNode edited(JsonNode content, ObjectNode edit) {
        return laid(content, edit, "content");
    }

    private static JsonNode laid(JsonNode target, JsonNode edit, String path) {
        if (!(edit instanceof ObjectNode changes)) {
            return edit;
        }
        if (target instanceof ArrayNode list) {
            return laidOverList(list, changes, path);
        }
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : NODES.objectNode();
        changes.properties().forEach(change -> {
            String member = change.getKey();
            if (change.getValue().isNull()) {
                result.remove(member);
            } else {
                result.set(member, laid(result.path(member), change.getValue(), path + "." + member));
            }
        });
        return result;
    }

    private static ArrayNode laidOverList(ArrayNode list, ObjectNode changes, String path) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        String address = addressOf(name);
        var elements = new TreeMap<Integer, JsonNode>();
        List<String> keys = keys(list, name);
        for (int i = 0; i < list.size(); i++) {
            elements.put(number(keys.get(i), path), list.get(i));
        }
        int end = list.size() + 1;
        var places = new TreeMap<Integer, JsonNode>();
        changes.properties().forEach(change -> places.put(number(change.getKey(), path), change.getValue()));
        for (var change : places.entrySet()) {
            int place = change.getKey();
            JsonNode there = elements.get(place);
            String own = path + "." + place;
            if (there == null && (change.getValue().isNull() || (address == null && place != end))) {
                throw new Invalid(own, "unknown", "Такой строки нет");
            }
            if (change.getValue().isNull()) {
                elements.remove(place);
            } else {
                elements.put(place, laid(there == null ? fresh(address, place) : there, change.getValue(), own));
                end += there == null ? 1 : 0;
            }
        }
        ArrayNode result = NODES.arrayNode();
        elements.values().forEach(result::add);
        return result;
    }

    private static JsonNode fresh(@Nullable String address, int place) {
        ObjectNode element = NODES.objectNode();
        return address == null ? element : element.put(address, place);
    }

    private static int number(String key, String path) {
        if (!key.matches("[1-9][0-9]{0,3}")) {
            throw new Invalid(path + "." + key, "format", "Номер строки: 1, 2, 3…");
        }
        return Integer.parseInt(key);
    }

    private static Map<String, JsonNode> cells(JsonNode content) {
        var cells = new LinkedHashMap<String, JsonNode>();
        collect("", "", content, cells);
        return cells;
    }

    private static void collect(String path, String name, JsonNode node, Map<String, JsonNode> cells) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(member -> collect(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            member.getKey(),
                            member.getValue(),
                            cells));
        } else if (node instanceof ArrayNode list) {
            List<String> keys = keys(list, name);
            for (int i = 0; i < list.size(); i++) {
                collect(path + "." + keys.get(i), "", list.get(i), cells);
            }
        } else if (!node.isNull()) {
            cells.put(path, node);
        }
    }

    /** By number or day where each has one of its own, by place otherwise. */
    private static List<String> keys(ArrayNode list, String name) {
        String address = addressOf(name);
        var own = new ArrayList<String>();
        var places = new ArrayList<String>();
        for (int i = 0; i < list.size(); i++) {
            places.add(Integer.toString(i + 1));
            if (address != null && list.get(i).path(address).isInt()) {
                own.add(list.get(i).path(address).asString());
            }
        }
        return new HashSet<>(own).size() == list.size() ? own : places;
    }

    private static @Nullable String addressOf(String list) {
        return switch (list) {
            case "weeks" -> "number";
            case "sessions" -> "day";
            default -> null;
        };
    }

    private static @Nullable Object bare(@Nullable JsonNode cell) {
        if (cell == null) {
            return null;
        }
        return cell.isInt() ? (Object) cell.asInt() : cell.isBoolean() ? (Object) cell.asBoolean() : cell.asString();
    }
}

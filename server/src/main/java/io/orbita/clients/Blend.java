package io.orbita.clients;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * What a merge takes from the merged card, and what an undo gives back. A card is a map of its filled fields; what a merge took is a map of the fields it took to what the
 * standing card held before, a null node for nothing. An undo leaves the standing card as if the merge had never been, save for fields that people changed since.
 */
final class Blend {
    private Blend() {}

    /** A merge into the same card that came after the one being undone. */
    record Later(long merge, Map<String, JsonNode> card, Map<String, JsonNode> taken) {}

    /**
     * What an undo does.
     *
     * @param changes fields of the standing card, a null node empties one
     * @param taken of later merges, by their ids, where it has to be written anew
     */
    record Undoing(Map<String, JsonNode> changes, Map<Long, Map<String, JsonNode>> taken) {}

    /** Empty fields are filled; filled ones only when they were chosen, also with an equal value, so that an undo of the one it came from leaves it. */
    static Map<String, JsonNode> take(
            Map<String, JsonNode> standing, Map<String, JsonNode> merged, Set<String> chosen) {
        var taken = new LinkedHashMap<String, JsonNode>();
        for (String field : merged.keySet()) {
            JsonNode former = standing.get(field);
            if (former == null) {
                taken.put(field, NullNode.getInstance());
            } else if (chosen.contains(field)) {
                taken.put(field, former);
            }
        }
        return taken;
    }

    /**
     * @param taken what the merge took of {@code merged}
     * @param later merges in force into the same card that came after it, the oldest first
     */
    static Undoing undo(
            Map<String, JsonNode> standing,
            Map<String, JsonNode> merged,
            Map<String, JsonNode> taken,
            List<Later> later) {
        var changes = new LinkedHashMap<String, JsonNode>();
        var rewritten = new LinkedHashMap<Long, Map<String, JsonNode>>();
        taken.forEach((field, former) -> {
            JsonNode given = merged.getOrDefault(field, NullNode.getInstance());
            for (Later next : later) {
                JsonNode over = now(next, rewritten).get(field);
                if (over != null) {
                    // The value stands under that of a later merge: its undo must find what was there before this one.
                    if (over.equals(given)) {
                        copy(next, rewritten).put(field, former);
                    }
                    return;
                }
            }
            if (!given.equals(standing.get(field))) {
                return;
            }
            changes.put(field, former);
            if (former.isNull()) {
                later.stream()
                        .filter(next -> next.card().containsKey(field))
                        .findFirst()
                        .ifPresent(next -> {
                            changes.put(field, next.card().get(field));
                            copy(next, rewritten).put(field, former);
                        });
            }
        });
        return new Undoing(changes, rewritten);
    }

    private static Map<String, JsonNode> now(Later merge, Map<Long, Map<String, JsonNode>> rewritten) {
        return rewritten.getOrDefault(merge.merge(), merge.taken());
    }

    private static Map<String, JsonNode> copy(Later merge, Map<Long, Map<String, JsonNode>> rewritten) {
        return rewritten.computeIfAbsent(merge.merge(), _ -> new LinkedHashMap<>(merge.taken()));
    }
}

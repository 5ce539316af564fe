package io.orbita.clients;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            // Who would have filled the field in place of this one, before a later merge laid its own value over it.
            Later heir = null;
            Later over = null;
            for (Later next : later) {
                if (now(next, rewritten).containsKey(field)) {
                    over = next;
                    break;
                }
                if (heir == null && next.card().containsKey(field)) {
                    heir = next;
                }
            }
            JsonNode under = over == null
                    ? standing.getOrDefault(field, NullNode.getInstance())
                    : Objects.requireNonNull(now(over, rewritten).get(field));
            if (!given.equals(under)) {
                return;
            }
            JsonNode instead = former;
            if (former.isNull() && heir != null) {
                instead = Objects.requireNonNull(heir.card().get(field));
                copy(heir, rewritten).put(field, former);
            }
            if (over == null) {
                changes.put(field, instead);
            } else {
                copy(over, rewritten).put(field, instead);
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

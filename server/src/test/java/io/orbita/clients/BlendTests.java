package io.orbita.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** One field of four cards, merged, edited and taken apart in all orders, against a replay of what was not undone. */
// A key that is missing from a map of the model is a failure of the test, and looks like one.
@NullUnmarked
class BlendTests {
    private static final String FIELD = "goal";
    private static final int CARDS = 4;

    private record Deed(String what, int card, int other, boolean chosen, String value, int id) {}

    private final Map<Integer, Map<String, JsonNode>> cards = new TreeMap<>();
    private final Map<Integer, Integer> into = new HashMap<>();
    private final Map<Integer, Map<String, JsonNode>> taken = new TreeMap<>();
    private final Map<Integer, int[]> pairs = new HashMap<>();
    private final Set<Integer> undone = new HashSet<>();
    private final List<Deed> deeds = new ArrayList<>();

    private int standing(Map<Integer, Integer> pointers, int card) {
        return pointers.containsKey(card) ? standing(pointers, pointers.get(card)) : card;
    }

    private void merge(int id, int one, int other, boolean chosen) {
        Map<String, JsonNode> standing = cards.get(one);
        Map<String, JsonNode> took = Blend.take(standing, cards.get(other), chosen ? Set.of(FIELD) : Set.of());
        took.keySet().forEach(field -> standing.put(field, cards.get(other).get(field)));
        taken.put(id, took);
        pairs.put(id, new int[] {one, other});
        into.put(other, one);
        deeds.add(new Deed("merge", one, other, chosen, "", id));
    }

    private void undo(int id) {
        int[] pair = pairs.get(id);
        List<Blend.Later> later = taken.keySet().stream()
                .filter(one -> one > id && !undone.contains(one) && pairs.get(one)[0] == pair[0])
                .map(one -> new Blend.Later(one, cards.get(pairs.get(one)[1]), taken.get(one)))
                .toList();
        Blend.Undoing undoing = Blend.undo(cards.get(pair[0]), cards.get(pair[1]), taken.get(id), later);
        undoing.taken().forEach((one, map) -> taken.put(Math.toIntExact(one), map));
        undoing.changes().forEach((field, value) -> {
            if (value.isNull()) {
                cards.get(pair[0]).remove(field);
            } else {
                cards.get(pair[0]).put(field, value);
            }
        });
        into.remove(pair[1]);
        undone.add(id);
    }

    private Map<Integer, Map<String, JsonNode>> replayed() {
        var replayed = new TreeMap<Integer, Map<String, JsonNode>>();
        for (int card = 0; card < CARDS; card++) {
            replayed.put(card, new HashMap<>());
        }
        for (Deed deed : deeds) {
            Map<String, JsonNode> card = replayed.get(deed.card());
            if (deed.what().equals("edit")) {
                set(card, deed.value());
            } else if (!undone.contains(deed.id())) {
                JsonNode value = replayed.get(deed.other()).get(FIELD);
                if (value != null && (deed.chosen() || !card.containsKey(FIELD))) {
                    card.put(FIELD, value);
                }
            }
        }
        return replayed;
    }

    private static void set(Map<String, JsonNode> card, String value) {
        if (value.isEmpty()) {
            card.remove(FIELD);
        } else {
            card.put(FIELD, StringNode.valueOf(value));
        }
    }

    @Test
    void whatever_is_undone_in_whatever_order_was_never_there() {
        for (int seed = 0; seed < 20_000; seed++) {
            run(new Random(seed), seed);
        }
    }

    private void run(Random random, int seed) {
        cards.clear();
        into.clear();
        taken.clear();
        pairs.clear();
        undone.clear();
        deeds.clear();
        for (int card = 0; card < CARDS; card++) {
            cards.put(card, new HashMap<>());
        }
        var said = new ArrayList<String>();
        for (int step = 1; step <= 14; step++) {
            int one = standing(into, random.nextInt(CARDS));
            int other = standing(into, random.nextInt(CARDS));
            int dice = random.nextInt(10);
            if (dice < 4) {
                String value = dice == 0 ? "" : "v" + step;
                set(cards.get(one), value);
                deeds.add(new Deed("edit", one, 0, false, value, 0));
                said.add(one + "=" + value);
            } else if (dice < 7 && one != other) {
                boolean chosen = random.nextBoolean();
                merge(step, one, other, chosen);
                said.add("m" + step + " " + other + "->" + one + (chosen ? "!" : ""));
            } else {
                int now = step;
                List<Integer> possible = pairs.keySet().stream()
                        .filter(id -> !undone.contains(id) && !into.containsKey(pairs.get(id)[0]) && id < now)
                        .sorted()
                        .toList();
                if (!possible.isEmpty()) {
                    int id = possible.get(random.nextInt(possible.size()));
                    undo(id);
                    said.add("u" + id);
                }
            }
            assertThat(cards).as("seed %d: %s", seed, said).isEqualTo(replayed());
        }
    }

    @Test
    void a_null_is_no_value() {
        assertThat(Blend.take(Map.of(), Map.of(FIELD, StringNode.valueOf("a")), Set.of()))
                .isEqualTo(Map.of(FIELD, NullNode.getInstance()));
    }
}

package io.orbita.battery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;

/**
 * What merges and undos must come to, slowly: all that ever happened is replayed from the beginning as if the merges that were undone had never been. Facts stay with the card they came to.
 */
// A key that is missing from a map of the model is a failure of the test, and looks like one.
@NullUnmarked
final class PeopleModel {
    private sealed interface Deed {}

    private record Made(long card, Map<String, String> fields) implements Deed {}

    private record Edited(long card, String field, String value) implements Deed {}

    private record Joined(long id, long standing, long merged, Set<String> chosen) implements Deed {}

    /** A merge in force. */
    record Join(long id, long standing, long merged) {}

    private final List<Deed> deeds = new ArrayList<>();
    private final Set<Long> undone = new HashSet<>();
    private final Map<Long, Long> paid = new TreeMap<>();
    private final Map<Long, Integer> notes = new TreeMap<>();

    void made(long card, Map<String, String> fields) {
        deeds.add(new Made(card, Map.copyOf(fields)));
        paid.put(card, 0L);
        notes.put(card, 0);
    }

    /** Staff changes a field of the card that stands for the person; empty takes the value away. */
    void edited(long card, String field, String value) {
        deeds.add(new Edited(standing(card), field, value));
    }

    void joined(long id, long standing, long merged, Set<String> chosen) {
        deeds.add(new Joined(id, standing(standing), standing(merged), Set.copyOf(chosen)));
    }

    void undone(long id) {
        undone.add(id);
    }

    void paid(long card, long minor) {
        paid.merge(card, minor, Long::sum);
    }

    void noted(long card) {
        notes.merge(card, 1, Integer::sum);
    }

    long standing(long card) {
        Map<Long, Long> into = into();
        long at = card;
        while (into.containsKey(at)) {
            at = into.get(at);
        }
        return at;
    }

    /** Merged cards, each with the one it points at. */
    Map<Long, Long> into() {
        var into = new HashMap<Long, Long>();
        inForce().forEach(join -> into.put(join.merged(), join.standing()));
        return into;
    }

    /** The newest first. */
    List<Join> inForce() {
        return deeds.stream()
                .filter(Joined.class::isInstance)
                .map(Joined.class::cast)
                .filter(join -> !undone.contains(join.id()))
                .map(join -> new Join(join.id(), join.standing(), join.merged()))
                .sorted(Comparator.comparing(Join::id).reversed())
                .toList();
    }

    /** A merge is undone only while the card it went into stands. */
    boolean undoable(long id) {
        return inForce().stream().anyMatch(join -> join.id() == id && standing(join.standing()) == join.standing());
    }

    /** What the undo of all merges from that id on would undo, in order. */
    List<Long> massUndo(long from) {
        var gone = new ArrayList<Long>();
        for (Join join : inForce()) {
            if (join.id() >= from && undoable(join.id())) {
                undone.add(join.id());
                gone.add(join.id());
            }
        }
        return gone;
    }

    /** The filled fields of every card, merged ones too. */
    Map<Long, Map<String, String>> cards() {
        var cards = new TreeMap<Long, Map<String, String>>();
        for (Deed deed : deeds) {
            switch (deed) {
                case Made made -> cards.put(made.card(), new TreeMap<>(made.fields()));
                case Edited edited -> {
                    if (edited.value().isEmpty()) {
                        cards.get(edited.card()).remove(edited.field());
                    } else {
                        cards.get(edited.card()).put(edited.field(), edited.value());
                    }
                }
                case Joined join -> {
                    if (!undone.contains(join.id())) {
                        Map<String, String> standing = cards.get(join.standing());
                        cards.get(join.merged()).forEach((field, value) -> {
                            if (!standing.containsKey(field) || join.chosen().contains(field)) {
                                standing.put(field, value);
                            }
                        });
                    }
                }
            }
        }
        return cards;
    }

    Map<Long, Long> ownPaid() {
        return paid;
    }

    /** What each person has paid over all their cards, by the standing card. */
    Map<Long, Long> totals() {
        var totals = new TreeMap<Long, Long>();
        paid.forEach((card, minor) -> totals.merge(standing(card), minor, Long::sum));
        return totals;
    }

    Map<Long, Integer> notes() {
        return notes;
    }
}

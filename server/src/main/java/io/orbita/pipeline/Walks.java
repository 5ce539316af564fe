package io.orbita.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes walks of persons from the moves of cards. Pure.
 *
 * <p>The rules: a move that was taken back never was. Cards that are one person today always were: before they were merged the person stands at the further of
 * their stages, as the merge itself decides ({@link Rules#further}), so that a merge moves nobody. Whoever comes to a stage where they stand already has not
 * come again.
 */
final class Walks {
    private Walks() {}

    /** A card came to a stage. Rows of undoing name where the card stood again; moves that were taken back are not among the steps. */
    record Step(long id, long card, long stage, Instant at) {}

    /** A merge that is in force. */
    record Union(long standing, long merged, Instant at) {}

    /** The walks of all persons whose cards make a step, in the order of the persons' ids. */
    static List<Walk> of(Collection<Step> steps, Collection<Union> unions, Function<Long, @Nullable StageRole> roleAt) {
        List<Union> inOrder =
                unions.stream().sorted(Comparator.comparing(Union::at)).toList();
        Map<Long, Long> persons = persons(inOrder);
        Map<Long, List<Step>> byPerson = new TreeMap<>();
        steps.stream()
                .sorted(Comparator.comparing(Step::at).thenComparing(Step::id))
                .forEach(step -> byPerson.computeIfAbsent(
                                persons.getOrDefault(step.card(), step.card()), _ -> new ArrayList<>())
                        .add(step));
        Map<Long, List<Union>> unionsOf = new HashMap<>();
        inOrder.forEach(union -> unionsOf.computeIfAbsent(
                        persons.getOrDefault(union.merged(), union.merged()), _ -> new ArrayList<>())
                .add(union));
        return byPerson.entrySet().stream()
                .map(entry -> walk(
                        entry.getKey(), entry.getValue(), unionsOf.getOrDefault(entry.getKey(), List.of()), roleAt))
                .toList();
    }

    /** Each merged card with the one that stands for it in the end. */
    static Map<Long, Long> persons(Collection<Union> unions) {
        Map<Long, Long> into = new HashMap<>();
        unions.forEach(union -> into.put(union.merged(), union.standing()));
        Map<Long, Long> persons = new HashMap<>();
        into.keySet().forEach(card -> persons.put(card, end(card, into)));
        return persons;
    }

    private static long end(long card, Map<Long, Long> into) {
        long end = card;
        for (Long next = into.get(end); next != null; next = into.get(end)) {
            end = next;
        }
        return end;
    }

    private static Walk walk(
            long person, List<Step> steps, List<Union> unions, Function<Long, @Nullable StageRole> roleAt) {
        List<Walk.Stay> stays = new ArrayList<>();
        Map<Long, Long> into = new HashMap<>();
        Map<Long, Long> stages = new HashMap<>();
        int made = 0;
        for (Step step : steps) {
            for (; made < unions.size() && unions.get(made).at().isBefore(step.at()); made++) {
                Union union = unions.get(made);
                unite(union, stages, roleAt);
                into.put(union.merged(), union.standing());
            }
            stages.put(end(step.card(), into), step.stage());
            Long stage =
                    united(stages, unions.subList(made, unions.size()), roleAt).get(person);
            Walk.Stay last = stays.isEmpty() ? null : stays.getLast();
            if (stage == null || (last != null && last.stage() == stage)) {
                continue;
            }
            if (last != null) {
                stays.set(stays.size() - 1, new Walk.Stay(last.stage(), last.since(), step.at()));
            }
            stays.add(new Walk.Stay(stage, step.at(), null));
        }
        return new Walk(person, List.copyOf(stays));
    }

    /** Where the cards stand when those merges are made too. */
    private static Map<Long, Long> united(
            Map<Long, Long> stages, List<Union> unions, Function<Long, @Nullable StageRole> roleAt) {
        if (unions.isEmpty()) {
            return stages;
        }
        Map<Long, Long> united = new HashMap<>(stages);
        unions.forEach(union -> unite(union, united, roleAt));
        return united;
    }

    private static void unite(Union union, Map<Long, Long> stages, Function<Long, @Nullable StageRole> roleAt) {
        Long other = stages.remove(union.merged());
        Long own = stages.get(union.standing());
        if (other != null && (own == null || Rules.further(roleAt.apply(other), roleAt.apply(own)))) {
            stages.put(union.standing(), other);
        }
    }
}

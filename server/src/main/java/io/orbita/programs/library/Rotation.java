package io.orbita.programs.library;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.orbita.programs.exercise.Exercise;
import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which exercise stands in which slot, block by block: the coach's choice, from {@code rotation.csv}. A row with one list
 * serves all three blocks and begins one place further in each.
 */
final class Rotation {
    private static final String RESOURCE = "/programs/library/rotation.csv";

    private final List<Row> rows = new ArrayList<>();
    private final Exercises exercises;

    private record Row(String place, String slot, String gender, String level, List<List<Exercise>> blocks) {
        boolean fits(Place where, Slot what, Gender who, Experience how) {
            return place.equals(where.text())
                    && slot.equals(what.word())
                    && (gender.equals("*") || gender.equals(who == Gender.FEMALE ? "ж" : "м"))
                    && (level.equals("*") || level.equals(how.text()));
        }
    }

    Rotation(Exercises exercises) {
        this.exercises = exercises;
        try (InputStream in = Rotation.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE);
            }
            CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8).forEach(record -> rows.add(read(record)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Row read(NamedCsvRecord record) {
        var blocks = new ArrayList<List<Exercise>>();
        for (String block : record.getField("exercises").split("\\s*>\\s*")) {
            blocks.add(List.of(block.split("\\s*\\|\\s*")).stream()
                    .map(this::known)
                    .toList());
        }
        return new Row(
                record.getField("place"),
                record.getField("slot"),
                record.getField("gender"),
                record.getField("level"),
                blocks);
    }

    private Exercise known(String name) {
        return exercises.find(name).orElseThrow(() -> new IllegalStateException("rotation: " + name));
    }

    /**
     * The exercises for a slot: the wanted one first, then what may replace it. At home that is what needs less, in a gym
     * what stands in the same rotation.
     *
     * @param block 0 to 2
     * @param occurrence how often the slot has come up in this week
     */
    List<Exercise> candidates(
            Place place,
            Slot slot,
            Gender gender,
            Experience level,
            int block,
            int occurrence,
            Predicate<Exercise> allowed) {
        Row row = rows.stream()
                .filter(candidate -> candidate.fits(place, slot, gender, level))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("no rotation for %s %s %s %s".formatted(place, slot, gender, level)));
        List<Exercise> list = row.blocks().get(Math.min(block, row.blocks().size() - 1));
        int shift = occurrence + (row.blocks().size() == 1 ? block : 0);
        var candidates = new ArrayList<Exercise>();
        for (int i = 0; i < list.size(); i++) {
            Exercise exercise = list.get((i + shift) % list.size());
            if (allowed.test(exercise)) {
                candidates.add(exercise);
            }
        }
        List<Exercise> substitutes = list.get(shift % list.size()).substitutes().stream()
                .map(this::known)
                .filter(allowed)
                .filter(exercise -> !exercise.needs().isEmpty() || place == Place.HOME)
                .toList();
        candidates.addAll(place == Place.HOME && !candidates.isEmpty() ? 1 : candidates.size(), substitutes);
        list.stream()
                .flatMap(exercise -> exercise.substitutes().stream())
                .map(this::known)
                .filter(allowed)
                .forEach(candidates::add);
        return candidates;
    }
}

package io.orbita.programs.exercise;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The catalogue: finds an exercise by its name or an alias in any spelling. */
public final class Exercises {
    private static final String RESOURCE = "/programs/exercises.csv";

    private static final int MOST_SPELLINGS = 5_000;

    private final Map<String, Exercise> byKey = new LinkedHashMap<>();

    /** Spellings met before: a choice among a hundred templates asks for the same names a million times. */
    private final Map<String, Optional<Exercise>> asWritten = new ConcurrentHashMap<>();

    private final List<Exercise> all;

    private Exercises(List<Exercise> all) {
        this.all = List.copyOf(all);
        for (Exercise exercise : all) {
            remember(exercise.name(), exercise);
            exercise.aliases().forEach(alias -> remember(alias, exercise));
        }
    }

    private void remember(String name, Exercise exercise) {
        Exercise other = byKey.put(Spelling.key(name), exercise);
        if (other != null) {
            throw new IllegalStateException(
                    "«%s» names both «%s» and «%s»".formatted(name, other.name(), exercise.name()));
        }
    }

    /** Reads the catalogue of the distribution; a mistake in it is thrown, not skipped. */
    public static Exercises builtIn() {
        try (InputStream in = Exercises.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE);
            }
            var exercises = new ArrayList<Exercise>();
            CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8).forEach(row -> exercises.add(read(row)));
            return new Exercises(exercises);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By name or alias; capitals, «ё», dashes and stray spaces do not matter. */
    public Optional<Exercise> find(String name) {
        Optional<Exercise> seen = asWritten.get(name);
        if (seen == null) {
            seen = Optional.ofNullable(byKey.get(Spelling.key(name)));
            if (asWritten.size() < MOST_SPELLINGS) {
                asWritten.put(name, seen);
            }
        }
        return seen;
    }

    /** Every exercise, in the order of the catalogue. */
    public Collection<Exercise> all() {
        return all;
    }

    private static Exercise read(NamedCsvRecord row) {
        String name = row.getField("name");
        return new Exercise(
                name,
                split(row.getField("aliases")),
                row.getField("pattern"),
                split(row.getField("equipment")).stream().map(Exercises::group).toList(),
                split(row.getField("contraindications")).stream()
                        .map(word -> known(word, Risk::of, name))
                        .collect(java.util.stream.Collectors.toUnmodifiableSet()),
                split(row.getField("substitutes")),
                known(row.getField("level"), Experience::of, name),
                known(row.getField("unit"), Effort::of, name),
                row.getField("load").isEmpty() ? null : LoadRule.of(row.getField("load")),
                row.getField("cue"));
    }

    private static Set<Equipment> group(String words) {
        Set<Equipment> group = EnumSet.noneOf(Equipment.class);
        for (String word : words.split("/")) {
            group.add(known(word, Equipment::of, words));
        }
        return group;
    }

    private static <T> T known(String word, Function<String, Optional<T>> reader, String where) {
        return reader.apply(word).orElseThrow(() -> new IllegalStateException("«%s» in «%s»".formatted(word, where)));
    }

    private static List<String> split(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.split("\\s*\\|\\s*"));
    }
}

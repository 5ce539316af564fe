package io.orbita.programs.content;

import de.siegmar.fastcsv.reader.CsvReader;
import io.orbita.programs.selection.Setting;
import io.orbita.programs.selection.Trainee;
import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Reps;
import io.orbita.programs.template.Week;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A few sentences for a week: what the week is about, then a tip for the goal. Several wordings of each, chosen by a seed, so
 * that the same client always reads the same.
 */
final class Advice {
    private static final String RESOURCE = "/programs/advice.csv";
    private static final double ALREADY_LIGHTER = 0.88;

    private final Map<String, List<String>> bySlot = new HashMap<>();

    Advice() {
        try (InputStream in = Advice.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE);
            }
            CsvReader.builder()
                    .ofNamedCsvRecord(in, StandardCharsets.UTF_8)
                    .forEach(row -> bySlot.computeIfAbsent(row.getField("slot"), unused -> new ArrayList<>())
                            .add(row.getField("text")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The advice for week {@code index} (from 0) of the programme's weeks.
     *
     * @param more whether the template goes on after the last of these weeks
     */
    String of(List<Week> weeks, int index, boolean more, Trainee trainee, long seed) {
        Week week = weeks.get(index);
        boolean last = index == weeks.size() - 1 && !more && weeks.size() > 1;
        var sentences = new ArrayList<String>();
        String slot = slot(weeks, index);
        sentences.add(pick(trainee.fragile() && slot.equals("peak") ? "gentle" : slot, seed + index)
                .replace("{range}", range(week)));
        sentences.add(last ? pick("finish", seed) : tip(trainee, index, seed));
        return String.join(" ", sentences);
    }

    private String slot(List<Week> weeks, int index) {
        Week week = weeks.get(index);
        if (index == 0) {
            return "start";
        }
        if (week.deload()) {
            return volume(week) <= ALREADY_LIGHTER * volume(weeks.get(index - 1)) ? "deload-done" : "deload-self";
        }
        if (weeks.get(index - 1).deload()) {
            return "block";
        }
        return index + 1 < weeks.size() && weeks.get(index + 1).deload() ? "peak" : "work";
    }

    private String tip(Trainee trainee, int index, long seed) {
        boolean older = trainee.age() != null && trainee.age() >= 46;
        if (older && index % 4 == 1) {
            return pick("tip-46", seed + index / 4);
        }
        if (trainee.setting() == Setting.HOME && index == 2) {
            return pick("tip-home", seed);
        }
        return pick("tip-" + trainee.aim().name().toLowerCase(Locale.ROOT), seed + index);
    }

    private String pick(String slot, long seed) {
        List<String> texts = bySlot.getOrDefault(slot, List.of());
        if (texts.isEmpty()) {
            throw new IllegalStateException("no advice for " + slot);
        }
        return texts.get((int) Math.floorMod(seed, (long) texts.size()));
    }

    /** The most frequent range of repetitions of the week. */
    private static String range(Week week) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        exercises(week).stream()
                .map(Prescription::reps)
                .filter(reps -> reps.contains("-") && !Reps.isTime(reps))
                .map(reps -> reps.replaceAll("[^0-9-].*", ""))
                .forEach(range -> counts.merge(range, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse("меньше");
    }

    private static double volume(Week week) {
        double volume = 0;
        for (Prescription exercise : exercises(week)) {
            OptionalDouble middle = Reps.middle(exercise.reps());
            volume += exercise.sets() * (Reps.isTime(exercise.reps()) ? 0 : middle.orElse(10));
        }
        return volume;
    }

    private static List<Prescription> exercises(Week week) {
        return week.sessions().stream()
                .flatMap(session -> session.exercises().stream())
                .toList();
    }
}

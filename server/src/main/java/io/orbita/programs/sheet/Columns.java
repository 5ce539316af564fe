package io.orbita.programs.sheet;

import io.orbita.programs.template.Spelling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of a sheet stand; their order does not matter.
 *
 * @param header the row of the headers, as an index into the lines
 * @param exercises the places of the exercises by their number; the long format has one, numbered 0
 */
record Columns(int header, Map<Field, Integer> fields, Map<Integer, ExerciseColumns> exercises) {
    private static final int ROWS_ABOVE = 15;
    private static final int LEAST_KNOWN = 3;
    private static final Pattern WIDE = Pattern.compile("(?:ex|exercise|упр|упражнение)(\\d{1,2})(.*)");

    /** The columns of one exercise; -1 where there is none. */
    record ExerciseColumns(Map<Part, Integer> parts, Map<Part, String> headers) {
        int column(Part part) {
            return parts.getOrDefault(part, -1);
        }

        /** The header as it stands in the sheet, for the report. */
        String header(Part part) {
            return headers.getOrDefault(part, part.name());
        }
    }

    /** One column of an exercise. */
    enum Part {
        NAME("name", "exercise", "упражнение", "название"),
        SETS("sets", "подходы", "подх"),
        REPS("reps", "повторения", "повторы", "повт"),
        PATTERN("pattern", "паттерн"),
        ALT("alt", "alternative", "alternatives", "замена", "замены", "альтернатива"),
        NOTES("notes", "note", "заметки", "заметка", "примечание", "комментарий");

        private final List<String> spellings;

        Part(String... spellings) {
            this.spellings = List.of(spellings);
        }

        static Optional<Part> of(String bare) {
            for (Part part : values()) {
                if (part.spellings.contains(bare)) {
                    return Optional.of(part);
                }
            }
            return Optional.empty();
        }
    }

    /** Whether every row is one exercise. */
    boolean oneExerciseInARow() {
        return exercises.containsKey(0);
    }

    int column(Field field) {
        return fields.getOrDefault(field, -1);
    }

    /** Finds the header row; null, with the problem noted, when the sheet has none or lacks a column it cannot do without. */
    static @Nullable Columns find(SheetTable table, Remarks remarks) {
        for (int i = 0; i < Math.min(ROWS_ABOVE, table.lines().size()); i++) {
            Columns columns = of(i, table.lines().get(i));
            if (columns.fields.size() >= LEAST_KNOWN) {
                return columns.complete(remarks) ? columns : null;
            }
        }
        remarks.problem(
                "Не нашли строку с заголовками (Profile, Week, Day, Ex1_Name …)",
                "Проверьте, ту ли вкладку вы указали, и что заголовки стоят в первой строке");
        return null;
    }

    private static Columns of(int index, SheetTable.Line line) {
        Map<Field, Integer> fields = new EnumMap<>(Field.class);
        Map<Integer, ExerciseColumns> exercises = new TreeMap<>();
        for (int column = 0; column < line.cells().size(); column++) {
            String header = line.cells().get(column);
            String bare = Spelling.key(header).replaceAll("[\\s_./-]", "");
            Optional<Field> field = Field.of(bare);
            if (field.isPresent()) {
                fields.putIfAbsent(field.get(), column);
                continue;
            }
            Matcher wide = WIDE.matcher(bare);
            int number = wide.matches() ? Integer.parseInt(wide.group(1)) : 0;
            String rest = wide.matches() ? wide.group(2) : bare;
            Optional<Part> part = rest.isEmpty() && number > 0 ? Optional.of(Part.NAME) : Part.of(rest);
            if (part.isPresent()) {
                ExerciseColumns exercise = exercises.computeIfAbsent(
                        number, unused -> new ExerciseColumns(new EnumMap<>(Part.class), new EnumMap<>(Part.class)));
                exercise.parts().putIfAbsent(part.get(), column);
                exercise.headers().putIfAbsent(part.get(), header);
            }
        }
        if (exercises.size() > 1) {
            exercises.remove(0);
        }
        return new Columns(index, fields, exercises);
    }

    private boolean complete(Remarks remarks) {
        var missing = new ArrayList<String>();
        for (Field field : Field.values()) {
            if (!fields.containsKey(field)) {
                if (field.required()) {
                    missing.add(field.header());
                } else {
                    remarks.warning("Нет столбца " + field.header(), withoutAdvice(field));
                }
            }
        }
        if (exercises.isEmpty()) {
            missing.add("Ex1_Name");
        }
        exercises.forEach((number, exercise) -> {
            for (Part part : List.of(Part.NAME, Part.SETS, Part.REPS)) {
                boolean inSets = part == Part.REPS && exercise.column(Part.SETS) >= 0;
                if (exercise.column(part) < 0 && !inSets) {
                    missing.add(number == 0 ? part.name() : "Ex%d_%s".formatted(number, capital(part)));
                }
            }
        });
        if (!missing.isEmpty()) {
            remarks.problem(
                    "Нет обязательных столбцов: " + String.join(", ", missing),
                    "Верните их или проверьте, ту ли вкладку вы указали");
        }
        return missing.isEmpty();
    }

    private static String capital(Part part) {
        return part.name().charAt(0) + part.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static String withoutAdvice(Field field) {
        return switch (field) {
            case DELOAD -> "Разгрузочные недели узнаём по пометке «-20%» в повторениях; лучше добавьте столбец с 0 и 1";
            case SESSION -> "Тренировки назовём по номерам дней";
            default -> "Без него программа тоже соберётся";
        };
    }
}

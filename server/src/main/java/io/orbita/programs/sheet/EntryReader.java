package io.orbita.programs.sheet;

import io.orbita.programs.sheet.Columns.ExerciseColumns;
import io.orbita.programs.sheet.Columns.Part;
import io.orbita.programs.sheet.SheetRow.Entry;
import io.orbita.programs.template.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands the exercises of one row. */
final class EntryReader {
    private static final Pattern SETS = Pattern.compile("(\\d{1,2})(?:[.,]0+)?");
    private static final Pattern SETS_RANGE = Pattern.compile("(\\d{1,2})-(\\d{1,2})");
    private static final Pattern SETS_AND_REPS =
            Pattern.compile("(\\d{1,2})\\s*[xх×&*]\\s*(.{1,30})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("(\\d+)[.,]0+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final int MOST_SETS = 20;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REPS = 60;
    private static final int LONGEST_PHRASE = 200;

    private final Columns columns;
    private final Remarks remarks;
    private int lostDates;
    private @Nullable String firstLostDate;

    EntryReader(Columns columns, Remarks remarks) {
        this.columns = columns;
        this.remarks = remarks;
    }

    /** The exercises of the row in order; null when one of them cannot be understood. */
    @Nullable List<Entry> read(SheetTable.Line line) {
        var entries = new ArrayList<Entry>();
        boolean sound = true;
        for (ExerciseColumns exercise : columns.exercises().values()) {
            String name = line.cell(exercise.column(Part.NAME));
            String sets = line.cell(exercise.column(Part.SETS));
            String reps = line.cell(exercise.column(Part.REPS));
            if (name.isEmpty()) {
                if (!sets.isEmpty() || !reps.isEmpty()) {
                    remarks.warning(
                            line.row(),
                            exercise.header(Part.NAME),
                            "названия нет, а подходы или повторения есть",
                            "Мы пропустили это упражнение; впишите название, если оно нужно");
                }
                continue;
            }
            Entry entry = entry(line, exercise, name, sets, reps);
            if (entry == null) {
                sound = false;
            } else {
                entries.add(entry);
            }
        }
        return sound ? entries : null;
    }

    private @Nullable Entry entry(
            SheetTable.Line line, ExerciseColumns exercise, String name, String setsCell, String repsCell) {
        String setsHeader = exercise.header(Part.SETS);
        if (name.length() > LONGEST_NAME || !LETTER.matcher(name).find()) {
            remarks.problem(
                    line.row(),
                    exercise.header(Part.NAME),
                    "«%s» не похоже на название упражнения".formatted(RowReader.shown(name)),
                    "Впишите название не длиннее %d букв".formatted(LONGEST_NAME));
            return null;
        }
        if (repsCell.length() > LONGEST_REPS) {
            remarks.problem(
                    line.row(),
                    exercise.header(Part.REPS),
                    "слишком длинно: «%s»".formatted(RowReader.shown(repsCell)),
                    "Оставьте только повторения, остальное перенесите в Notes");
            return null;
        }
        String reps = reps(repsCell);
        String sets = LostDates.range(setsCell).orElse(Spelling.dashes(setsCell));
        Matcher both = SETS_AND_REPS.matcher(sets);
        if (both.matches()) {
            sets = both.group(1);
            reps = reps.isEmpty() ? reps(both.group(2)) : reps;
        }
        Matcher range = SETS_RANGE.matcher(sets);
        if (range.matches()) {
            remarks.warning(
                    line.row(),
                    setsHeader,
                    "подходов «%s», взяли %s".formatted(sets, range.group(1)),
                    "Впишите одно число, если нужно больше");
            sets = range.group(1);
        }
        Matcher number = SETS.matcher(sets);
        int count = number.matches() ? Integer.parseInt(number.group(1)) : 0;
        if (!sets.isEmpty() && (count < 1 || count > MOST_SETS)) {
            remarks.problem(
                    line.row(),
                    setsHeader,
                    "«%s» не число подходов".formatted(RowReader.shown(setsCell)),
                    "Впишите число от 1 до " + MOST_SETS);
            return null;
        }
        return new Entry(
                line.row(),
                setsHeader,
                exercise.column(Part.REPS) < 0 ? setsHeader : exercise.header(Part.REPS),
                name,
                count,
                reps,
                shortened(line.cell(exercise.column(Part.PATTERN))),
                phrases(line.cell(exercise.column(Part.ALT)), "\\s*\\|\\s*"),
                phrases(line.cell(exercise.column(Part.NOTES)), "\\s*;\\s*"));
    }

    private String reps(String cell) {
        Optional<String> lost = LostDates.range(cell);
        if (lost.isPresent()) {
            lostDates++;
            if (firstLostDate == null) {
                firstLostDate = "«%s» → «%s»".formatted(cell, lost.get());
            }
            return lost.get();
        }
        Matcher whole = WHOLE_NUMBER.matcher(cell);
        return whole.matches() ? whole.group(1) : cell;
    }

    void reportLostDates() {
        if (firstLostDate != null) {
            remarks.warning(
                    "Таблица приняла повторения за даты, мы вернули их как было: %s, всего таких ячеек %d"
                            .formatted(firstLostDate, lostDates),
                    "Поставьте столбцам Reps формат «Обычный текст»");
        }
    }

    private static List<String> phrases(String cell, String separator) {
        return Stream.of(cell.split(separator))
                .filter(phrase -> !phrase.isEmpty())
                .map(EntryReader::shortened)
                .limit(10)
                .toList();
    }

    private static String shortened(String phrase) {
        return phrase.length() <= LONGEST_PHRASE ? phrase : phrase.substring(0, LONGEST_PHRASE - 1) + "…";
    }
}

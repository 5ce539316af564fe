package io.orbita.programs.sheet;

import io.orbita.programs.sheet.SheetRow.Attributes;
import io.orbita.programs.sheet.SheetRow.Entry;
import io.orbita.programs.template.AgeBand;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Goal;
import io.orbita.programs.template.Place;
import io.orbita.programs.template.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands a sheet row by row. A row with a problem is left out, and its profile remembered as broken. */
final class RowReader {
    private static final Pattern WHOLE = Pattern.compile("\\D{0,12}?(\\d{1,3})(?:[.,]0+)?\\D{0,12}");
    private static final Set<String> YES =
            Set.of("1", "1.0", "1,0", "true", "истина", "да", "yes", "+", "x", "х", "deload", "делод");
    private static final Set<String> NO = Set.of("", "0", "0.0", "0,0", "false", "ложь", "нет", "no", "-");
    private static final int MOST_WEEKS = 52;
    private static final int MOST_DAYS = 7;
    private static final int LONGEST_LABEL = 60;

    private final Columns columns;
    private final Remarks remarks;
    private final EntryReader entries;
    private final Set<String> broken = new HashSet<>();
    private final List<SheetTable.Line> foreign = new ArrayList<>();

    /** What a row without its own cell takes over from the row above: merged cells come as one value and blanks. */
    private @Nullable Above above;

    private record Above(String profile, Attributes attributes, Optional<Integer> week, Optional<Integer> day) {}

    private record Key(String profile, Attributes attributes, int week, int day) {}

    RowReader(Columns columns, Remarks remarks) {
        this.columns = columns;
        this.remarks = remarks;
        this.entries = new EntryReader(columns, remarks);
    }

    /** All rows that could be understood. */
    List<SheetRow> read(SheetTable table, @Nullable Gender expected) {
        Map<Key, SheetRow> sessions = new LinkedHashMap<>();
        List<SheetRow> rows = new ArrayList<>();
        for (SheetTable.Line line :
                table.lines().subList(columns.header() + 1, table.lines().size())) {
            if (line.blank()
                    || Field.of(Spelling.key(cell(line, Field.PROFILE))).isPresent()) {
                continue;
            }
            SheetRow row = row(line, expected);
            if (row == null) {
                String profile = cell(line, Field.PROFILE);
                broken.add(Spelling.key(profile.isEmpty() && above != null ? above.profile() : profile));
            } else if (columns.oneExerciseInARow()) {
                sessions.merge(
                        new Key(Spelling.key(row.profile()), row.attributes(), row.week(), row.day()),
                        row,
                        RowReader::joined);
            } else if (row.exercises().isEmpty()) {
                remarks.warning(row.row(), null, "В строке нет ни одного упражнения", "Мы её пропустили");
            } else {
                rows.add(row);
            }
        }
        entries.reportLostDates();
        reportForeign(rows.isEmpty() && sessions.isEmpty(), expected);
        sessions.values().stream().filter(row -> !row.exercises().isEmpty()).forEach(rows::add);
        return rows;
    }

    /** Profiles (as {@link Spelling#key}) some row of which could not be understood. */
    Set<String> broken() {
        return broken;
    }

    private static SheetRow joined(SheetRow first, SheetRow second) {
        var exercises = new ArrayList<>(first.exercises());
        exercises.addAll(second.exercises());
        return new SheetRow(
                first.row(),
                first.profile(),
                first.attributes(),
                first.week(),
                first.day(),
                first.microcycle(),
                first.deload() || second.deload(),
                first.session(),
                exercises);
    }

    private @Nullable SheetRow row(SheetTable.Line line, @Nullable Gender expected) {
        String profile = profile(line);
        if (profile == null) {
            return null;
        }
        Optional<Gender> gender = Gender.ofProfile(profile);
        if (gender.isEmpty()) {
            return refuse(
                    line,
                    Field.PROFILE,
                    "по «%s» не видно, для кого профиль".formatted(profile),
                    "Назовите его Men_1 или Women_1");
        }
        if (expected != null && gender.get() != expected) {
            foreign.add(line);
            return null;
        }
        Attributes attributes = attributes(line, profile, gender.get());
        Optional<Integer> week = number(line, Field.WEEK, MOST_WEEKS);
        Optional<Integer> day = number(line, Field.DAY, MOST_DAYS);
        if (attributes == null || week.isEmpty() || day.isEmpty()) {
            return null;
        }
        above = new Above(profile, attributes, week, day);
        String deload = Spelling.key(cell(line, Field.DELOAD));
        if (!YES.contains(deload) && !NO.contains(deload)) {
            return refuse(
                    line,
                    Field.DELOAD,
                    "непонятное значение «%s»".formatted(cell(line, Field.DELOAD)),
                    "Поставьте 1 для разгрузочной недели, 0 для обычной");
        }
        List<Entry> exercises = entries.read(line);
        if (exercises == null) {
            return null;
        }
        boolean lighter = columns.column(Field.DELOAD) < 0
                && exercises.stream().anyMatch(entry -> io.orbita.programs.template.Reps.isMarkedLighter(entry.reps()));
        String session = label(cell(line, Field.SESSION));
        return new SheetRow(
                line.row(),
                profile,
                attributes,
                week.get(),
                day.get(),
                label(cell(line, Field.MICROCYCLE)),
                YES.contains(deload) || lighter,
                session.isEmpty() ? "Тренировка " + day.get() : session,
                exercises);
    }

    private @Nullable String profile(SheetTable.Line line) {
        String profile = label(cell(line, Field.PROFILE));
        if (!profile.isEmpty()) {
            return profile;
        }
        if (above == null) {
            return refuse(line, Field.PROFILE, "пусто", "Впишите профиль, например Women_1");
        }
        if (!columns.oneExerciseInARow()) {
            remarks.warning(
                    line.row(),
                    Field.PROFILE.header(),
                    "пусто, взяли «%s» из строки выше".formatted(above.profile()),
                    "Объединённых ячеек лучше избегать");
        }
        return above.profile();
    }

    private @Nullable Attributes attributes(SheetTable.Line line, String profile, Gender gender) {
        Attributes same = above != null && Spelling.key(above.profile()).equals(Spelling.key(profile))
                ? above.attributes()
                : null;
        AgeBand ages = value(line, Field.AGE, AgeBand::of, same == null ? null : same.ages(), "17-25, 26-35, 46+");
        Goal goal = value(
                line,
                Field.GOAL,
                Goal::of,
                same == null ? null : same.goal(),
                "рекомпозиция, набор массы, похудение, выносливость");
        Experience experience = value(
                line,
                Field.EXPERIENCE,
                Experience::of,
                same == null ? null : same.experience(),
                "новичок, средний, продвинутый");
        Place place = value(line, Field.LOCATION, Place::of, same == null ? null : same.place(), "дом, зал");
        return ages == null || goal == null || experience == null || place == null
                ? null
                : new Attributes(gender, ages, goal, experience, place);
    }

    private <T> @Nullable T value(
            SheetTable.Line line,
            Field field,
            Function<String, Optional<T>> reader,
            @Nullable T fromAbove,
            String allowed) {
        String cell = cell(line, field);
        if (cell.isEmpty() && fromAbove != null) {
            return fromAbove;
        }
        Optional<T> value = reader.apply(cell);
        if (value.isEmpty()) {
            remarks.problem(
                    line.row(),
                    field.header(),
                    cell.isEmpty() ? "пусто" : "непонятное значение «%s»".formatted(shown(cell)),
                    "Подойдёт: " + allowed);
            return null;
        }
        return value.get();
    }

    private Optional<Integer> number(SheetTable.Line line, Field field, int most) {
        String cell = cell(line, field);
        if (cell.isEmpty() && columns.oneExerciseInARow() && above != null) {
            return field == Field.WEEK ? above.week() : above.day();
        }
        Matcher whole = WHOLE.matcher(cell);
        int number = whole.matches() ? Integer.parseInt(whole.group(1)) : 0;
        if (number < 1 || number > most) {
            remarks.problem(
                    line.row(),
                    field.header(),
                    cell.isEmpty() ? "пусто" : "«%s» не номер".formatted(shown(cell)),
                    "Впишите число от 1 до " + most);
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private void reportForeign(boolean nothingElse, @Nullable Gender expected) {
        if (foreign.isEmpty() || expected == null) {
            return;
        }
        String profile = cell(foreign.getFirst(), Field.PROFILE);
        if (nothingElse) {
            remarks.problem(
                    "Это не та вкладка: профиль «%s», а здесь должны быть %s"
                            .formatted(shown(profile), expected.plural()),
                    "Проверьте gid вкладки: на неизвестную вкладку Google молча отдаёт первую");
            return;
        }
        foreign.forEach(line -> remarks.problem(
                line.row(),
                Field.PROFILE.header(),
                "профиль «%s» не с этой вкладки, здесь %s"
                        .formatted(shown(cell(line, Field.PROFILE)), expected.plural()),
                "Перенесите строку на её вкладку"));
    }

    private String cell(SheetTable.Line line, Field field) {
        return line.cell(columns.column(field));
    }

    private static String label(String text) {
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL);
    }

    /** A cell as it may be quoted in a remark. */
    static String shown(String cell) {
        return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
    }

    private <T> @Nullable T refuse(SheetTable.Line line, Field field, String what, String advice) {
        remarks.problem(line.row(), field.header(), what, advice);
        return null;
    }
}

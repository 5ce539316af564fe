package io.orbita.programs.sheet;

import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.sheet.SheetRow.Attributes;
import io.orbita.programs.sheet.SheetRow.Entry;
import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Session;
import io.orbita.programs.template.Spelling;
import io.orbita.programs.template.Template;
import io.orbita.programs.template.Week;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts the rows of a sheet together into whole templates, and says where they are not whole. */
final class TemplateAssembly {
    private static final int FULL_PROGRAMME = 12;

    private final Exercises exercises;
    private final Remarks remarks;

    TemplateAssembly(Exercises exercises, Remarks remarks) {
        this.exercises = exercises;
        this.remarks = remarks;
    }

    /**
     * The templates, in the order of the sheet.
     *
     * @param broken profiles whose rows are not all here; they are checked no further
     */
    List<Template> assemble(List<SheetRow> rows, Set<String> broken) {
        Map<String, List<SheetRow>> profiles = new LinkedHashMap<>();
        for (SheetRow row : rows) {
            profiles.computeIfAbsent(Spelling.key(row.profile()), unused -> new ArrayList<>())
                    .add(row);
        }
        var templates = new ArrayList<Template>();
        profiles.forEach((profile, ofProfile) -> {
            if (!broken.contains(profile)) {
                templates.addAll(templates(ofProfile));
            }
        });
        reportUnknownExercises(rows);
        return templates;
    }

    private List<Template> templates(List<SheetRow> rows) {
        Map<Attributes, List<SheetRow>> byAttributes = new LinkedHashMap<>();
        for (SheetRow row : rows) {
            byAttributes
                    .computeIfAbsent(row.attributes(), unused -> new ArrayList<>())
                    .add(row);
        }
        if (byAttributes.size() > 1 && !allWhole(byAttributes)) {
            reportStrangers(byAttributes);
            return List.of();
        }
        String profile = rows.getFirst().profile();
        if (byAttributes.size() > 1) {
            remarks.warning(
                    rows.getFirst().row(),
                    Field.PROFILE.header(),
                    "под именем «%s» стоят %d разные программы, мы их разделили"
                            .formatted(profile, byAttributes.size()),
                    "Дайте каждой свой Profile");
        }
        var templates = new ArrayList<Template>();
        byAttributes.forEach((attributes, own) -> {
            String name = templates.isEmpty() ? profile : profile + " (" + (templates.size() + 1) + ")";
            templates.addAll(template(name, attributes, own));
        });
        return templates;
    }

    private static boolean allWhole(Map<Attributes, List<SheetRow>> byAttributes) {
        return byAttributes.values().stream()
                .allMatch(rows -> missingWeeks(weeks(rows)).isEmpty());
    }

    private void reportStrangers(Map<Attributes, List<SheetRow>> byAttributes) {
        Attributes usual = byAttributes.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .orElseThrow()
                .getKey();
        byAttributes.forEach((attributes, rows) -> {
            if (!attributes.equals(usual)) {
                rows.forEach(row -> remarks.problem(
                        row.row(),
                        Field.PROFILE.header(),
                        "у «%s» здесь «%s», а в остальных строках «%s»"
                                .formatted(row.profile(), attributes.text(), usual.text()),
                        "Исправьте описку или дайте этим строкам другой Profile"));
            }
        });
    }

    private static TreeMap<Integer, List<SheetRow>> weeks(List<SheetRow> rows) {
        var weeks = new TreeMap<Integer, List<SheetRow>>();
        rows.forEach(row ->
                weeks.computeIfAbsent(row.week(), unused -> new ArrayList<>()).add(row));
        return weeks;
    }

    private static Set<Integer> missingWeeks(TreeMap<Integer, List<SheetRow>> weeks) {
        Set<Integer> missing = new TreeSet<>();
        for (int week = 1; week < weeks.lastKey(); week++) {
            if (!weeks.containsKey(week)) {
                missing.add(week);
            }
        }
        return missing;
    }

    private List<Template> template(String profile, Attributes attributes, List<SheetRow> rows) {
        TreeMap<Integer, List<SheetRow>> byWeek = weeks(rows);
        boolean whole = true;
        for (int missing : missingWeeks(byWeek)) {
            int next = byWeek.higherEntry(missing).getValue().getFirst().row();
            remarks.problem(
                    next,
                    Field.WEEK.header(),
                    "у «%s» перед этой строкой нет недели %d".formatted(profile, missing),
                    "Добавьте строки недели или исправьте номера");
            whole = false;
        }
        if (byWeek.lastKey() < FULL_PROGRAMME) {
            remarks.warning(
                    "У «%s» только %d из %d недель".formatted(profile, byWeek.lastKey(), FULL_PROGRAMME),
                    "На программу в %d недель он не пойдёт".formatted(FULL_PROGRAMME));
        }
        var blanks = new Blanks(exercises, remarks);
        var weeks = new ArrayList<Week>();
        for (Map.Entry<Integer, List<SheetRow>> entry : byWeek.entrySet()) {
            whole &= daysAreDistinct(profile, entry.getValue());
            boolean deload = deload(entry.getValue());
            var sessions = new ArrayList<Session>();
            entry.getValue().sort(Comparator.comparingInt(SheetRow::day));
            for (SheetRow row : entry.getValue()) {
                List<Entry> filled = blanks.fill(row, deload);
                whole &= filled.size() == row.exercises().size();
                reportDoubles(row);
                sessions.add(new Session(row.day(), row.session(), row.microcycle(), prescriptions(filled)));
            }
            weeks.add(new Week(entry.getKey(), deload, sessions));
        }
        return whole
                ? List.of(new Template(
                        profile,
                        attributes.gender(),
                        attributes.ages(),
                        attributes.goal(),
                        attributes.experience(),
                        attributes.place(),
                        weeks))
                : List.of();
    }

    private boolean daysAreDistinct(String profile, List<SheetRow> week) {
        Map<Integer, Integer> seen = new LinkedHashMap<>();
        boolean distinct = true;
        for (SheetRow row : week) {
            Integer before = seen.putIfAbsent(row.day(), row.row());
            if (before != null) {
                remarks.problem(
                        row.row(),
                        Field.DAY.header(),
                        "у «%s» день %d недели %d уже стоит в строке %d"
                                .formatted(profile, row.day(), row.week(), before),
                        "Исправьте номер дня или недели либо удалите лишнюю строку");
                distinct = false;
            }
        }
        return distinct;
    }

    private boolean deload(List<SheetRow> week) {
        long marked = week.stream().filter(SheetRow::deload).count();
        if (marked > 0 && marked < week.size()) {
            remarks.warning(
                    week.getFirst().row(),
                    Field.DELOAD.header(),
                    "в неделе %d разгрузка отмечена не у всех тренировок"
                            .formatted(week.getFirst().week()),
                    "Считаем её %s; отметьте все дни одинаково"
                            .formatted(marked * 2 >= week.size() ? "разгрузочной" : "обычной"));
        }
        return marked * 2 >= week.size() && marked > 0;
    }

    private void reportDoubles(SheetRow row) {
        Set<String> seen = new HashSet<>();
        for (Entry entry : row.exercises()) {
            if (!seen.add(Spelling.key(entry.name()))) {
                remarks.warning(
                        row.row(),
                        null,
                        "упражнение «%s» стоит дважды".formatted(entry.name()),
                        "Проверьте, не описка ли это");
            }
        }
    }

    private void reportUnknownExercises(List<SheetRow> rows) {
        Map<String, Entry> unknown = new LinkedHashMap<>();
        for (SheetRow row : rows) {
            for (Entry entry : row.exercises()) {
                if (exercises.find(entry.name()).isEmpty()) {
                    unknown.putIfAbsent(Spelling.key(entry.name()), entry);
                }
            }
        }
        unknown.values()
                .forEach(entry -> remarks.warning(
                        entry.row(),
                        null,
                        "упражнения «%s» нет в справочнике".formatted(entry.name()),
                        "Клиенты его получат, но инвентарь и ограничения по здоровью мы для него не проверим"));
    }

    private static List<Prescription> prescriptions(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new Prescription(
                        entry.name(), entry.sets(), entry.reps(), entry.pattern(), entry.alternatives(), entry.notes()))
                .collect(Collectors.toUnmodifiableList());
    }
}

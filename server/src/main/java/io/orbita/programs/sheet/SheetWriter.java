package io.orbita.programs.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Session;
import io.orbita.programs.template.Template;
import io.orbita.programs.template.Week;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Writes templates as CSV in the owner's wide format: a row a session, the exercises side by side. */
public final class SheetWriter {
    private static final int LEAST_EXERCISES = 5;

    private SheetWriter() {}

    /** The whole sheet with its header, lines ended by a line feed. */
    public static String write(List<Template> templates) {
        int width = Math.max(LEAST_EXERCISES, widest(templates));
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header(width));
            for (Template template : templates) {
                for (Week week : template.weeks()) {
                    for (Session session : week.sessions()) {
                        csv.writeRecord(row(template, week, session, width));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static int widest(List<Template> templates) {
        return templates.stream()
                .flatMap(template -> template.weeks().stream())
                .flatMap(week -> week.sessions().stream())
                .mapToInt(session -> session.exercises().size())
                .max()
                .orElse(0);
    }

    private static List<String> header(int width) {
        var header = new ArrayList<>(List.of(
                "Profile",
                "Age_Group",
                "Goal",
                "Experience",
                "Location",
                "Week",
                "Day",
                "Microcycle",
                "Deload",
                "Session"));
        for (int i = 1; i <= width; i++) {
            for (String part : List.of("Name", "Sets", "Reps", "Pattern", "Alt", "Notes")) {
                header.add("Ex%d_%s".formatted(i, part));
            }
        }
        return header;
    }

    private static List<String> row(Template template, Week week, Session session, int width) {
        var row = new ArrayList<>(List.of(
                template.profile(),
                template.ages().text(),
                template.goal().text(),
                template.experience().text(),
                template.place().text(),
                Integer.toString(week.number()),
                Integer.toString(session.day()),
                session.microcycle(),
                week.deload() ? "1" : "0",
                session.name()));
        for (int i = 0; i < width; i++) {
            if (i < session.exercises().size()) {
                Prescription exercise = session.exercises().get(i);
                row.addAll(List.of(
                        exercise.name(),
                        Integer.toString(exercise.sets()),
                        exercise.reps(),
                        exercise.pattern(),
                        String.join(" | ", exercise.alternatives()),
                        String.join(";", exercise.notes())));
            } else {
                row.addAll(List.of("", "", "", "", "", ""));
            }
        }
        return row;
    }
}

package io.orbita.programs.pdf;

import io.orbita.programs.content.ProgramContent;
import io.orbita.programs.pdf.Sheet.Row;
import io.orbita.programs.pdf.Sheet.SessionTable;
import io.orbita.programs.pdf.Sheet.WeekPage;
import io.orbita.programs.template.Reps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns a programme into pages: how tight each week is set, and what stands in the small line under an exercise. */
final class SheetLayout {
    static final int TIGHTEST = 5;

    /** Lines of a page, session headings among them, up to which each density is pleasant. */
    private static final int[] ROOM = {15, 20, 26, 33};

    /** What stands above the first session of a page, and a session's heading with the space before it, in millimetres. */
    private static final double HEAD = 14;

    private static final double[] ADVICE_LINE = {5.2, 4.9, 4.5, 4.1, 3.7, 3.7};
    private static final int[] ADVICE_LETTERS = {98, 102, 108, 116, 126, 126};
    private static final double[] TITLE = {13.5, 11.5, 9.8, 8.1, 6.7, 6.7};
    private static final double[] LEAST_ROW = {11, 9.4, 7.8, 6.7, 5.9, 6.1};
    private static final double MOST_ROW = 14.5;
    private static final double PAGE = 271;

    private static final int FEWEST_BOXES = 2;
    private static final int MOST_BOXES = 6;

    /** Letters that the small line has room for, by density; at the tightest there is no such line. */
    private static final int[] UNDER = {150, 150, 120, 82, 62, 0};

    private final ProgramContent content;
    private final int tighter;

    /**
     * @param tighter how much tighter than usual every week is set
     */
    SheetLayout(ProgramContent content, int tighter) {
        this.content = content;
        this.tighter = tighter;
    }

    Sheet lay(String brand, @Nullable String qr, @Nullable String link) {
        return new Sheet(content, content.weeks().stream().map(this::page).toList(), techniques(), brand, qr, link);
    }

    private WeekPage page(ProgramContent.Week week) {
        int lines = week.sessions().stream()
                .mapToInt(session -> session.exercises().size() + 1)
                .sum();
        int density = 0;
        while (density < ROOM.length && lines > ROOM[density]) {
            density++;
        }
        density = Math.min(TIGHTEST, density + tighter);
        int most = week.sessions().stream()
                .flatMap(session -> session.exercises().stream())
                .filter(SheetLayout::weighed)
                .mapToInt(ProgramContent.Exercise::sets)
                .max()
                .orElse(FEWEST_BOXES);
        int boxes = Math.clamp(most, FEWEST_BOXES, MOST_BOXES);
        var sessions = new ArrayList<SessionTable>();
        for (ProgramContent.Session session : week.sessions()) {
            var rows = new ArrayList<Row>();
            for (ProgramContent.Exercise exercise : session.exercises()) {
                rows.add(row(exercise, rows.size() + 1, density));
            }
            sessions.add(new SessionTable(session.day(), session.name(), rows));
        }
        return new WeekPage(
                week.number(),
                week.deload(),
                week.advice(),
                density,
                rowHeight(week, density),
                IntStream.rangeClosed(1, boxes).boxed().toList(),
                sessions);
    }

    /** Rows share what the page has left, so that there is room to write; a tighter try takes the least. */
    private String rowHeight(ProgramContent.Week week, int density) {
        double advice = Math.ceil(week.advice().length() / (double) ADVICE_LETTERS[density]) * ADVICE_LINE[density];
        double left = PAGE - HEAD - advice - week.sessions().size() * TITLE[density];
        int rows = week.sessions().stream()
                .mapToInt(session -> session.exercises().size())
                .sum();
        double height =
                tighter > 0 ? LEAST_ROW[density] : Math.clamp(left / Math.max(1, rows), LEAST_ROW[density], MOST_ROW);
        return String.format(Locale.ROOT, "%.2f", height);
    }

    private Row row(ProgramContent.Exercise exercise, int number, int density) {
        return new Row(
                number,
                exercise.name(),
                under(exercise, UNDER[density]),
                exercise.sets() + " × " + exercise.reps(),
                exercise.reserve() == null ? "" : exercise.reserve().replace('-', '–'),
                exercise.rest() == null ? "" : exercise.rest().replace('-', '–'),
                exercise.sets(),
                weighed(exercise));
    }

    /** A plank is not weighed: its boxes take the time instead, so they stay; only steady machine work has none. */
    private static boolean weighed(ProgramContent.Exercise exercise) {
        return !(exercise.sets() == 1 && Reps.isTime(exercise.reps()));
    }

    private String under(ProgramContent.Exercise exercise, int room) {
        var parts = new ArrayList<String>();
        if (room == 0) {
            return "";
        }
        if (exercise.load() != null) {
            parts.add("начать с " + exercise.load());
        }
        Set<String> cues = cues();
        exercise.notes().stream().filter(note -> !cues.contains(note)).forEach(parts::add);
        if (!exercise.alternatives().isEmpty()) {
            parts.add("замена: " + String.join(", ", exercise.alternatives()));
        }
        var line = new StringBuilder();
        for (String part : parts) {
            int left = room - line.length();
            if (part.length() + 3 > left
                    && part.startsWith("замена: ")
                    && !exercise.alternatives().isEmpty()) {
                part = "замена: " + exercise.alternatives().getFirst();
            }
            if (part.length() + 3 <= left || line.isEmpty()) {
                line.append(line.isEmpty() ? "" : " · ").append(part);
            }
        }
        return line.isEmpty() ? "" : line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
    }

    /** Technique stands in full at the end; the table need not repeat it. */
    private Set<String> cues() {
        Set<String> cues = new HashSet<>();
        content.techniques().forEach(technique -> cues.add(technique.cue()));
        return cues;
    }

    /** In two columns of about the same length, read down. */
    private List<List<ProgramContent.Technique>> techniques() {
        List<ProgramContent.Technique> sorted = content.techniques();
        int half = (sorted.size() + 1) / 2;
        var rows = new ArrayList<List<ProgramContent.Technique>>();
        for (int i = 0; i < half; i++) {
            rows.add(i + half < sorted.size() ? List.of(sorted.get(i), sorted.get(i + half)) : List.of(sorted.get(i)));
        }
        return rows;
    }
}

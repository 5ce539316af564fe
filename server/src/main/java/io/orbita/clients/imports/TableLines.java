package io.orbita.clients.imports;

import io.orbita.clients.Identity;
import io.orbita.platform.text.Clean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes the lines of a file as they are read, tidies and bounds them, and hands them on in chunks, so that a file is never in memory as lines. */
final class TableLines {
    /** How many lines of the beginning are kept, for guessing what the columns mean. */
    static final int FIRST = 50;

    private static final int MOST_LINES = 200_000;
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 32_000;
    private static final int LONGEST_TITLE = 100;

    private final int size;
    private final Consumer<List<Table.Line>> chunks;
    private final List<Table.Line> first = new ArrayList<>();
    private List<Table.Line> chunk = new ArrayList<>();
    private List<String> titles = List.of();
    private boolean begun;
    private int columns;
    private int seen;
    private int rows;

    /**
     * @param size of a chunk, in lines
     * @param chunks gets each chunk in its order; all but the last are full
     */
    TableLines(int size, Consumer<List<Table.Line>> chunks) {
        this.size = size;
        this.chunks = chunks;
    }

    /**
     * The next line of the file.
     *
     * @throws ImportRefusals.Unreadable when it is one too many, or has too many columns or too long a cell
     */
    void take(int number, List<String> cells) {
        bound(seen++, cells.size());
        var line = new Table.Line(number, tidy(cells));
        if (line.isEmpty()) {
            return;
        }
        columns = Math.max(columns, cells.size());
        boolean titled = !begun && isTitles(line);
        begun = true;
        if (titled) {
            titles = line.cells();
            return;
        }
        rows++;
        if (first.size() < FIRST) {
            first.add(line);
        }
        chunk.add(line);
        if (chunk.size() == size) {
            hand();
        }
    }

    /** The file is at its end. */
    Table end(String format) {
        if (!chunk.isEmpty()) {
            hand();
        }
        List<String> head = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            String title = i < titles.size() ? titles.get(i) : "";
            String cut = title.length() > LONGEST_TITLE
                    ? title.substring(0, LONGEST_TITLE).strip()
                    : title;
            head.add(cut.isEmpty() ? "Колонка " + (i + 1) : cut);
        }
        return new Table(format, head, first, rows);
    }

    private void hand() {
        chunks.accept(chunk);
        chunk = new ArrayList<>();
    }

    /** The first line is titles, unless a phone or an e-mail stands in it. */
    private static boolean isTitles(Table.Line line) {
        return line.cells().stream()
                .noneMatch(cell ->
                        Identity.email(cell).isPresent() || Identity.phone(cell).isPresent());
    }

    private static void bound(int lines, int columns) {
        if (lines > MOST_LINES) {
            throw new ImportRefusals.Unreadable(
                    "В файле больше 200 000 строк. Разделите его на части.",
                    "More than 200,000 lines. Split the file.");
        }
        if (columns > MOST_COLUMNS) {
            throw new ImportRefusals.Unreadable(
                    "В файле больше 200 колонок. Оставьте нужные.", "More than 200 columns. Leave those needed.");
        }
    }

    private static List<String> tidy(List<String> cells) {
        List<String> tidy = new ArrayList<>(cells.size());
        for (String cell : cells) {
            String text = unguarded(Clean.of(cell.replace('\u00a0', ' ')).strip());
            if (text.length() > LONGEST_CELL) {
                throw new ImportRefusals.Unreadable(
                        "В файле есть ячейка длиннее 32 000 знаков. Возможно, не закрыта кавычка.",
                        "A cell is longer than 32,000 characters. Perhaps a quote is not closed.");
            }
            tidy.add(text);
        }
        return tidy;
    }

    /** An export puts an apostrophe before what a spreadsheet would take for a formula. */
    private static String unguarded(String text) {
        boolean guarded = text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0;
        return guarded ? text.substring(1) : text;
    }
}

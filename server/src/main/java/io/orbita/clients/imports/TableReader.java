package io.orbita.clients.imports;

import io.orbita.clients.Identity;
import io.orbita.platform.text.Clean;
import java.util.ArrayList;
import java.util.List;

/** Reads a file of whatever kind into a table, within bounds. */
final class TableReader {
    /** The largest file that is taken, in bytes. */
    static final int MOST_BYTES = 25_000_000;

    private static final int MOST_LINES = 200_000;
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 32_000;

    private TableReader() {}

    static Table read(byte[] file) {
        if (XlsxReading.isOldExcel(file)) {
            throw new ImportRefusals.Unreadable(
                    "Это старый формат Excel (XLS). Сохраните таблицу как XLSX или CSV.",
                    "This is the old Excel format. Save the table as XLSX or CSV.");
        }
        Table table = XlsxReading.isXlsx(file) ? XlsxReading.read(file) : CsvReading.read(file);
        if (table.lines().isEmpty()) {
            throw new ImportRefusals.Unreadable("В файле нет ни одной строки.", "There is no line in the file.");
        }
        return table;
    }

    static void bound(int lines, int columns) {
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

    static List<String> tidy(List<String> cells) {
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

    /** Takes the first line for titles, unless a phone or an e-mail stands in it. */
    static Table headed(String format, List<Table.Line> all) {
        List<Table.Line> lines = all.stream().filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            return new Table(format, List.of(), lines);
        }
        Table.Line first = lines.getFirst();
        boolean titled = first.cells().stream()
                .noneMatch(cell ->
                        Identity.email(cell).isPresent() || Identity.phone(cell).isPresent());
        int columns = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
        List<String> head = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            String title = titled ? first.cell(i) : "";
            String cut = title.length() > 100 ? title.substring(0, 100).strip() : title;
            head.add(cut.isEmpty() ? "Колонка " + (i + 1) : cut);
        }
        return new Table(format, head, titled ? lines.subList(1, lines.size()) : lines);
    }
}

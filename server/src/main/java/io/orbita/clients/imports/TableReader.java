package io.orbita.clients.imports;

import java.util.List;
import java.util.function.Consumer;

/** Reads a file of whatever kind line by line, within bounds. */
final class TableReader {
    /** The largest file that is taken, in bytes. */
    static final int MOST_BYTES = 25_000_000;

    private TableReader() {}

    /**
     * Reads the file through.
     *
     * @param size of a chunk, in lines
     * @param chunks gets the lines without titles and empty ones; what it does is void when this throws
     * @throws ImportRefusals.Unreadable when the file is no table, or too large
     */
    static Table read(byte[] file, int size, Consumer<List<Table.Line>> chunks) {
        if (XlsxReading.isOldExcel(file)) {
            throw new ImportRefusals.Unreadable(
                    "Это старый формат Excel (XLS). Сохраните таблицу как XLSX или CSV.",
                    "This is the old Excel format. Save the table as XLSX or CSV.");
        }
        var lines = new TableLines(size, chunks);
        Table table = XlsxReading.isXlsx(file) ? XlsxReading.read(file, lines) : CsvReading.read(file, lines);
        if (table.rows() == 0) {
            throw new ImportRefusals.Unreadable("В файле нет ни одной строки.", "There is no line in the file.");
        }
        return table;
    }
}

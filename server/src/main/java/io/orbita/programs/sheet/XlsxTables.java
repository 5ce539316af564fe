package io.orbita.programs.sheet;

import io.orbita.programs.template.Spelling;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** One tab of an XLSX workbook. */
final class XlsxTables {
    private static final int HEADER_BYTES = 8;
    private static final long MOST_UNPACKED = 60_000_000;

    private XlsxTables() {}

    static boolean isXlsx(byte[] file) {
        return file.length >= HEADER_BYTES && ReadableWorkbook.isOOXMLZipHeader(file);
    }

    static boolean isOldExcel(byte[] file) {
        return file.length >= HEADER_BYTES && ReadableWorkbook.isOLE2Header(file);
    }

    /**
     * The cells of the tab.
     *
     * @param tab its name in any spelling; null takes the only or the first one
     * @throws Unreadable when the file is damaged or has no such tab
     */
    static SheetTable read(byte[] file, @Nullable String tab) throws Unreadable {
        refuseBombs(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = choose(workbook, tab);
            var lines = new ArrayList<SheetTable.Line>();
            try (Stream<Row> rows = sheet.openStream()) {
                for (Row row : (Iterable<Row>) rows::iterator) {
                    if (lines.size() >= CsvTables.MOST_ROWS) {
                        throw new Unreadable(
                                "Таблица слишком большая",
                                "Оставьте не больше %d строк".formatted(CsvTables.MOST_ROWS));
                    }
                    lines.add(new SheetTable.Line(row.getRowNum(), cells(row)));
                }
            }
            return new SheetTable(lines);
        } catch (IOException | ExcelReaderException e) {
            throw new Unreadable("Файл XLSX повреждён или это не таблица", "Сохраните его заново и загрузите ещё раз");
        }
    }

    /** A small file can unpack to gigabytes; the reader would take them all into memory. */
    private static void refuseBombs(byte[] file) throws Unreadable {
        long unpacked = 0;
        var buffer = new byte[8192];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                for (int read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw new Unreadable(
                                "Файл XLSX внутри слишком большой", "Оставьте в книге только нужные вкладки");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("Файл XLSX повреждён или это не таблица", "Сохраните его заново и загрузите ещё раз");
        }
    }

    private static Sheet choose(ReadableWorkbook workbook, @Nullable String tab) throws Unreadable {
        List<Sheet> sheets = workbook.getSheets().toList();
        if (sheets.isEmpty()) {
            throw new Unreadable("В книге нет ни одной вкладки", "Проверьте файл");
        }
        if (tab == null || sheets.size() == 1) {
            return sheets.getFirst();
        }
        String wanted = Spelling.key(tab);
        Optional<Sheet> named = sheets.stream()
                .filter(sheet -> Spelling.key(sheet.getName()).equals(wanted))
                .findFirst();
        if (named.isEmpty()) {
            String names = sheets.stream().map(Sheet::getName).collect(Collectors.joining("», «", "«", "»"));
            throw new Unreadable(
                    "В книге нет вкладки «%s», есть %s".formatted(tab, names),
                    "Переименуйте вкладку или выберите другую");
        }
        return named.get();
    }

    private static List<String> cells(Row row) {
        int count = Math.min(row.getCellCount(), CsvTables.MOST_COLUMNS);
        var cells = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            cells.add(row.hasCell(i) ? text(row.getCell(i)) : "");
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA) {
            String raw = cell.getRawValue() == null ? cell.getText() : cell.getRawValue();
            return Spelling.tidy(raw == null ? "" : raw.replaceFirst("^(-?\\d+)\\.0+$", "$1"));
        }
        return Spelling.tidy(cell.getText());
    }
}

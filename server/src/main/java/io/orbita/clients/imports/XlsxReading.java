package io.orbita.clients.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first tab of an XLSX workbook. */
final class XlsxReading {
    private static final int HEADER_BYTES = 8;
    private static final long MOST_UNPACKED = 150_000_000;
    private static final int MOST_ENTRIES = 2_000;
    /** The reader keeps the texts of a workbook in memory, unlike its rows. */
    private static final long MOST_TEXTS = 80_000_000;

    private static final String TEXTS = "xl/sharedstrings.xml";

    private XlsxReading() {}

    static boolean isXlsx(byte[] file) {
        return file.length >= HEADER_BYTES && ReadableWorkbook.isOOXMLZipHeader(file);
    }

    static boolean isOldExcel(byte[] file) {
        return file.length >= HEADER_BYTES && ReadableWorkbook.isOLE2Header(file);
    }

    static Table read(byte[] file, TableLines lines) {
        refuseBombs(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                lines.take(row.getRowNum(), cells(row));
            }
            return lines.end("XLSX");
        } catch (IOException | ExcelReaderException e) {
            throw damaged();
        }
    }

    /** A small file can unpack to gigabytes; the reader would take them all into memory. */
    private static void refuseBombs(byte[] file) {
        long unpacked = 0;
        int entries = 0;
        var buffer = new byte[8192];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                long texts = entry.getName().equalsIgnoreCase(TEXTS) ? unpacked + MOST_TEXTS : MOST_UNPACKED;
                for (int read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > Math.min(texts, MOST_UNPACKED) || entries > MOST_ENTRIES) {
                        throw new ImportRefusals.Unreadable(
                                "Файл XLSX внутри слишком большой. Оставьте в книге одну вкладку с клиентами.",
                                "The workbook is too large inside. Leave one tab with the clients.");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    private static ImportRefusals.Unreadable damaged() {
        return new ImportRefusals.Unreadable(
                "Файл XLSX повреждён или это не таблица. Сохраните его заново.",
                "The XLSX file is damaged, or no table. Save it anew.");
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        Iterator<Cell> all = row.iterator();
        while (all.hasNext()) {
            cells.add(text(all.next()));
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA) {
            String raw = cell.getRawValue();
            return raw == null ? "" : plain(raw);
        }
        return cell.getText();
    }

    /** A phone kept as a number comes as 7.9161234567E10. */
    private static String plain(String raw) {
        try {
            return new BigDecimal(raw).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }
}

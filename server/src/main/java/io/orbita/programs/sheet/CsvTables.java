package io.orbita.programs.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.orbita.programs.template.Spelling;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * CSV from anywhere: UTF-8 with or without a mark, UTF-16, Windows-1251 from an older Excel; commas, semicolons or tabs;
 * any line ends; line breaks inside quoted cells.
 */
final class CsvTables {
    static final int MOST_ROWS = 20_000;
    static final int MOST_COLUMNS = 300;
    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvTables() {}

    /** The text of the file. */
    static String decode(byte[] file) {
        if (file.length >= 2 && ((file[0] & 0xFF) ^ (file[1] & 0xFF)) == (0xFE ^ 0xFF) && (file[0] & 0xFF) >= 0xFE) {
            return new String(file, StandardCharsets.UTF_16);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, WINDOWS);
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /**
     * The cells of the text.
     *
     * @throws Unreadable when it is no CSV, or absurdly large
     */
    static SheetTable read(String text) throws Unreadable {
        var lines = new ArrayList<SheetTable.Line>();
        try (CsvReader<de.siegmar.fastcsv.reader.CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            int row = 0;
            for (var record : records) {
                row++;
                if (row > MOST_ROWS || record.getFieldCount() > MOST_COLUMNS) {
                    throw new Unreadable("Таблица слишком большая", "Оставьте не больше %d строк".formatted(MOST_ROWS));
                }
                List<String> cells =
                        record.getFields().stream().map(Spelling::tidy).toList();
                lines.add(new SheetTable.Line(row, cells));
            }
        } catch (CsvParseException e) {
            throw new Unreadable(
                    "Файл не разбирается как CSV: скорее всего, где-то не закрыта кавычка",
                    "Выгрузите таблицу заново: Файл → Скачать → CSV");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new SheetTable(lines);
    }

    private static String separator(String text) {
        int end = text.indexOf('\n', text.length() > 0 && text.charAt(0) == '\n' ? 1 : 0);
        String first = end < 0 ? text : text.substring(0, end);
        String best = ",";
        for (String candidate : List.of(";", "\t")) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, String separator) {
        return line.chars().filter(letter -> letter == separator.charAt(0)).count();
    }
}

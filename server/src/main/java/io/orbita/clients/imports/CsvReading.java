package io.orbita.clients.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** CSV in UTF-8, UTF-16 with a mark, or windows-1251; comma, semicolon or tab. */
final class CsvReading {
    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final Map<Character, String> SEPARATORS =
            Map.of(',', "запятая", ';', "точка с запятой", '\t', "табуляция");
    private static final int LOOKED_AT = 20;

    private record Decoded(String text, String charset) {}

    private CsvReading() {}

    static Table read(byte[] file) {
        Decoded decoded = decode(file);
        char separator = separator(decoded.text());
        List<Table.Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(decoded.text())) {
            for (CsvRecord record : records) {
                TableReader.bound(lines.size(), record.getFieldCount());
                lines.add(new Table.Line((int) record.getStartingLineNumber(), TableReader.tidy(record.getFields())));
            }
        } catch (CsvParseException e) {
            throw new ImportRefusals.Unreadable(
                    "Файл не разбирается как CSV: скорее всего, где-то не закрыта кавычка. Сохраните таблицу заново.",
                    "The file is no CSV, probably for a quote that is not closed. Save it anew.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TableReader.headed("CSV, " + decoded.charset() + ", " + SEPARATORS.get(separator), lines);
    }

    private static Decoded decode(byte[] file) {
        boolean marked16 = file.length >= 2 && (file[0] & 0xFF ^ file[1] & 0xFF) == 1 && (file[0] & 0xFF) >= 0xFE;
        if (marked16) {
            return new Decoded(new String(file, StandardCharsets.UTF_16), "UTF-16");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, "UTF-8");
        } catch (CharacterCodingException e) {
            return new Decoded(new String(file, WINDOWS), "windows-1251");
        }
    }

    /** The one that cuts the first lines into the same number of cells, more than one, most often. Quoted text does not count. */
    static char separator(String text) {
        char best = ',';
        long most = -1;
        for (char candidate : new char[] {';', '\t', ','}) {
            List<Integer> counts = counts(text, candidate);
            int first = counts.isEmpty() ? 0 : counts.getFirst();
            long score = first == 0
                    ? 0
                    : first
                            + 100L
                                    * counts.stream()
                                            .filter(count -> count == first)
                                            .count();
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static List<Integer> counts(String text, char separator) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < text.length() && counts.size() < LOOKED_AT; i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && letter == separator) {
                count++;
            } else if (!quoted && letter == '\n') {
                counts.add(count);
                count = 0;
            }
        }
        if (count > 0 || counts.isEmpty()) {
            counts.add(count);
        }
        return counts;
    }
}

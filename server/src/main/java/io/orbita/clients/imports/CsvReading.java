package io.orbita.clients.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
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
    private static final int BEGINNING = 200_000;

    /** How a file is written; {@code mark} bytes at its beginning say so. */
    private record Encoding(Charset charset, String name, int mark) {}

    private CsvReading() {}

    static Table read(byte[] file, TableLines lines) {
        Encoding encoding = encoding(file);
        char separator = separator(beginning(file, encoding));
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(reader(file, encoding))) {
            for (CsvRecord record : records) {
                lines.take((int) record.getStartingLineNumber(), record.getFields());
            }
        } catch (CsvParseException | IOException e) {
            throw new ImportRefusals.Unreadable(
                    "Файл не разбирается как CSV: скорее всего, где-то не закрыта кавычка. Сохраните таблицу заново.",
                    "The file is no CSV, probably for a quote that is not closed. Save it anew.");
        }
        return lines.end("CSV, " + encoding.name() + ", " + SEPARATORS.get(separator));
    }

    private static Reader reader(byte[] file, Encoding encoding) {
        return new InputStreamReader(
                new ByteArrayInputStream(file, encoding.mark(), file.length - encoding.mark()), encoding.charset());
    }

    private static String beginning(byte[] file, Encoding encoding) {
        var letters = new char[BEGINNING];
        int length = 0;
        try (Reader reader = reader(file, encoding)) {
            for (int read = 0; read >= 0 && length < letters.length; length += Math.max(read, 0)) {
                read = reader.read(letters, length, letters.length - length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String(letters, 0, length);
    }

    private static Encoding encoding(byte[] file) {
        if (begins(file, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, "UTF-16", 2);
        }
        if (begins(file, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, "UTF-16", 2);
        }
        return isUtf8(file)
                ? new Encoding(StandardCharsets.UTF_8, "UTF-8", begins(file, 0xEF, 0xBB, 0xBF) ? 3 : 0)
                : new Encoding(WINDOWS, "windows-1251", 0);
    }

    private static boolean begins(byte[] file, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer letters = CharBuffer.allocate(8_192);
        CoderResult result;
        do {
            letters.clear();
            result = decoder.decode(bytes, letters, true);
        } while (result.isOverflow());
        return !result.isError();
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

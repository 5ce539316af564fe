package io.orbita.clients.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV as Excel opens it by a double click in a Russian locale: UTF-8 with a mark, semicolons. */
final class CsvRows implements TableSource.Rows, AutoCloseable {
    private final CsvWriter csv;

    CsvRows(OutputStream out) {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            text.write('\uFEFF');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        csv.writeRecord(cells.stream().map(CsvRows::text).toList());
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : cell instanceof Number ? cell.toString() : guarded(cell.toString());
    }

    /** A spreadsheet runs what begins like a formula: an apostrophe makes it a text again. Our imports take it off. */
    static String guarded(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

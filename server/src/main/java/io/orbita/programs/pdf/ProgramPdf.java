package io.orbita.programs.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.orbita.platform.text.QrCode;
import io.orbita.programs.content.ProgramContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.IntPredicate;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;

/**
 * Prints a programme. The same programme gives the same bytes: the file carries no time of its own. Safe for many threads.
 */
public final class ProgramPdf {
    private static final String TEMPLATE = "programs/program.jte";
    private static final String AFTER_THE_WEEKS = "page-technique";
    private static final int COVER_PAGES = 1;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final IntPredicate drawable = Typeface.drawable();

    static {
        XRLog.setLoggingEnabled(false);
        OwnFontsOnly.install();
    }

    /**
     * The programme as a PDF of less than 400 kB.
     *
     * @param brand whose programme it is, for the foot of the pages; may be empty
     * @param link where the QR code leads; null for none
     */
    public byte[] print(ProgramContent content, String brand, @Nullable String link) {
        String qr = link == null ? null : QrCode.dataUri(link);
        byte[] pdf = new byte[0];
        for (int tighter = 0; tighter <= SheetLayout.TIGHTEST; tighter++) {
            var layout = new SheetLayout(content, tighter);
            String html = html(layout.lay(brand, qr, link));
            boolean lastTry = tighter == SheetLayout.TIGHTEST;
            pdf = printed(html, content, lastTry);
            if (pdf.length > 0) {
                break;
            }
        }
        return pdf;
    }

    private String html(Sheet sheet) {
        var html = new StringOutput();
        templates.render(TEMPLATE, sheet, html);
        var clean = new StringBuilder(html.toString().length());
        html.toString()
                .codePoints()
                .map(letter -> letter == '\n' || drawable.test(letter) ? letter : replacement(letter))
                .filter(letter -> letter >= 0)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int replacement(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) ? ' ' : -1;
    }

    /** The file; empty when some week takes more than its page and a tighter setting can still be tried. */
    private static byte[] printed(String html, ProgramContent content, boolean whatever) {
        var builder = new PdfRendererBuilder()
                .useFastMode()
                .withHtmlContent(html, null)
                .withProducer("Orbita");
        for (Typeface typeface : Typeface.values()) {
            builder.useFont(typeface::open, typeface.family(), typeface.weight(), FontStyle.NORMAL, true);
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            if (!whatever && overflows(renderer, content.weeks().size())) {
                return new byte[0];
            }
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                sign(document, content.title(), html);
                var out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A week that runs over its page pushes what follows the weeks beyond where it belongs. */
    private static boolean overflows(PdfBoxRenderer renderer, int weeks) {
        Box after = renderer.getSharedContext().getBoxById(AFTER_THE_WEEKS);
        int top = after.getAbsY();
        return renderer.getRootBox().getLayer().getPages().stream()
                .anyMatch(page -> page.getPageNo() > COVER_PAGES + weeks && page.getTop() <= top);
    }

    private static void sign(PDDocument document, String title, String html) {
        var information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer("Orbita");
        var epoch = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        epoch.setTimeInMillis(0);
        information.setCreationDate(epoch);
        information.setModificationDate(epoch);
        document.setDocumentInformation(information);
        var checksum = new CRC32();
        checksum.update(html.getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(checksum.getValue());
    }
}

package io.orbita.clients.exports;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A workbook of one tab, written row by row: the smallest that Excel, LibreOffice and Google take. Texts stand in the cells as texts, so none is a formula. */
final class XlsxRows implements TableSource.Rows, AutoCloseable {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final int LONGEST = 32_000;
    private static final int BUFFER = 64 * 1024;

    private final ZipOutputStream zip;
    private final XMLStreamWriter sheet;

    XlsxRows(OutputStream out) {
        try {
            zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.BEST_SPEED);
            part(
                    "[Content_Types].xml",
                    HEADER + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + SHEET_TYPE
                            + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + SHEET_TYPE
                            + "worksheet+xml\"/></Types>");
            part(
                    "_rels/.rels",
                    HEADER + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\""
                            + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(
                    "xl/workbook.xml",
                    HEADER + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"Лист1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(
                    "xl/_rels/workbook.xml.rels",
                    HEADER + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\""
                            + OFFICE + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            // The writer hands on a few bytes at a time, and each of them would go through the deflater alone.
            sheet = XMLOutputFactory.newDefaultFactory()
                    .createXMLStreamWriter(new BufferedOutputStream(open(zip), BUFFER), "UTF-8");
            sheet.writeStartDocument("UTF-8", "1.0");
            sheet.writeStartElement("worksheet");
            sheet.writeDefaultNamespace(MAIN);
            sheet.writeStartElement("sheetData");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void part(String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** The writer of XML must not close the archive. */
    private static OutputStream open(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {
                // the archive goes on
            }
        };
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        try {
            sheet.writeStartElement("row");
            for (Object cell : cells) {
                cell(cell);
            }
            sheet.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void cell(@Nullable Object cell) throws XMLStreamException {
        sheet.writeStartElement("c");
        if (cell instanceof Number) {
            sheet.writeStartElement("v");
            sheet.writeCharacters(cell.toString());
            sheet.writeEndElement();
        } else if (cell != null && !cell.toString().isEmpty()) {
            sheet.writeAttribute("t", "inlineStr");
            sheet.writeStartElement("is");
            sheet.writeStartElement("t");
            String text = cell.toString();
            sheet.writeCharacters(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            sheet.writeEndElement();
            sheet.writeEndElement();
        }
        sheet.writeEndElement();
    }

    @Override
    public void close() throws IOException {
        try {
            sheet.writeEndDocument();
            sheet.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }
}

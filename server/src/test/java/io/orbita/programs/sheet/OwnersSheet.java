package io.orbita.programs.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A sheet as the owner really keeps it: 40 columns, a row a session, 12 weeks of two sessions of one profile. */
final class OwnersSheet {
    private final List<String> columns = new ArrayList<>();
    private final List<Map<String, String>> rows = new ArrayList<>();

    OwnersSheet() {
        columns.addAll(List.of(
                "Profile",
                "Age_Group",
                "Goal",
                "Experience",
                "Location",
                "Week",
                "Day",
                "Microcycle",
                "Deload",
                "Session"));
        for (int i = 1; i <= 5; i++) {
            for (String part : List.of("Name", "Sets", "Reps", "Pattern", "Alt", "Notes")) {
                columns.add("Ex" + i + "_" + part);
            }
        }
    }

    static OwnersSheet women() {
        return new OwnersSheet().profile("Women_1", "26-35", "похудение", "новичок", "дом");
    }

    OwnersSheet profile(String profile, String ages, String goal, String experience, String location) {
        for (int week = 1; week <= 12; week++) {
            for (int day = 1; day <= 2; day++) {
                boolean deload = week % 4 == 0;
                String reps = deload ? "12 (-20% объёма)" : "16-12";
                Map<String, String> row = new LinkedHashMap<>();
                columns.forEach(column -> row.put(column, ""));
                row.putAll(Map.of(
                        "Profile",
                        profile,
                        "Age_Group",
                        ages,
                        "Goal",
                        goal,
                        "Experience",
                        experience,
                        "Location",
                        location));
                row.putAll(Map.of(
                        "Week",
                        "" + week,
                        "Day",
                        "" + day,
                        "Microcycle",
                        "FB",
                        "Deload",
                        deload ? "1" : "0",
                        "Session",
                        "Фулбоди " + (day == 1 ? "A" : "B")));
                exercise(
                        row,
                        1,
                        day == 1 ? "Гоблет-присед" : "Румынская тяга с гантелями",
                        "3",
                        reps,
                        "Колено-доминант");
                exercise(row, 2, "Отжимания с колен", "3", reps, "Дом_толчок_горизонт");
                exercise(
                        row,
                        3,
                        "Тяга резинки к поясу",
                        "3",
                        deload ? "12 (-20% объёма)/рука" : "16-12/рука",
                        "Дом_тяг_горизонт");
                exercise(row, 4, "Ягодичный мост", "3", reps, "Ягодицы");
                exercise(row, 5, "Планка", "3", "30 сек", "Кор");
                rows.add(row);
            }
        }
        return this;
    }

    private static void exercise(
            Map<String, String> row, int number, String name, String sets, String reps, String pattern) {
        row.put("Ex" + number + "_Name", name);
        row.put("Ex" + number + "_Sets", sets);
        row.put("Ex" + number + "_Reps", reps);
        row.put("Ex" + number + "_Pattern", pattern);
        row.put("Ex" + number + "_Alt", "Замена один | Замена два");
        row.put("Ex" + number + "_Notes", "RIR 1-3;Пауза внизу 1-2с");
    }

    /** Changes a cell; {@code row} is the number that the spreadsheet shows, the first session stands in 2. */
    OwnersSheet set(int row, String column, String value) {
        rows.get(row - 2).put(column, value);
        return this;
    }

    OwnersSheet setInAll(String column, String value) {
        rows.forEach(row -> row.put(column, value));
        return this;
    }

    OwnersSheet withColumns(String... more) {
        columns.addAll(List.of(more));
        return this;
    }

    OwnersSheet without(String column) {
        columns.remove(column);
        return this;
    }

    OwnersSheet withoutWeek(int week) {
        rows.removeIf(row -> ("" + week).equals(row.get("Week")));
        return this;
    }

    OwnersSheet reversed() {
        java.util.Collections.reverse(columns);
        java.util.Collections.reverse(rows);
        return this;
    }

    List<Map<String, String>> rows() {
        return rows;
    }

    byte[] csv() {
        return csv(",", "\n").getBytes(StandardCharsets.UTF_8);
    }

    String csv(String separator, String lineEnd) {
        var text = new StringBuilder(String.join(separator, columns)).append(lineEnd);
        for (Map<String, String> row : rows) {
            text.append(String.join(
                            separator,
                            columns.stream()
                                    .map(column -> quoted(row.getOrDefault(column, "")))
                                    .toList()))
                    .append(lineEnd);
        }
        return text.toString();
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",;\t\n|]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** A workbook with a tab «spr» first and this sheet second; cells that are numbers are stored as numbers. */
    byte[] xlsx(String tab) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"spr\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\""
                            + tab + "\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>");
            var xml = new StringBuilder(
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            xmlRow(xml, 1, columns);
            for (int i = 0; i < rows.size(); i++) {
                Map<String, String> row = rows.get(i);
                xmlRow(
                        xml,
                        i + 2,
                        columns.stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .toList());
            }
            entry(
                    zip,
                    "xl/worksheets/sheet2.xml",
                    xml.append("</sheetData></worksheet>").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void xmlRow(StringBuilder xml, int number, List<String> cells) {
        xml.append("<row r=\"").append(number).append("\">");
        for (int i = 0; i < cells.size(); i++) {
            String address = (i >= 26 ? "" + (char) ('A' + i / 26 - 1) : "") + (char) ('A' + i % 26) + number;
            String cell = cells.get(i).replace("&", "&amp;").replace("<", "&lt;");
            if (cell.matches("\\d+(\\.\\d+)?")) {
                xml.append("<c r=\"%s\"><v>%s</v></c>".formatted(address, cell));
            } else if (!cell.isEmpty()) {
                xml.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(address, cell));
            }
        }
        xml.append("</row>");
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}

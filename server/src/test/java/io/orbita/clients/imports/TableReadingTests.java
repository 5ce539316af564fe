package io.orbita.clients.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.clients.fields.CustomField;
import io.orbita.clients.fields.Days;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TableReadingTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static byte[] zip(String entry, int zeros) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            var block = new byte[1_000_000];
            for (int i = 0; i < zeros; i++) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    private static Table read(byte[] file) {
        return TableReader.read(file, 2, _ -> {});
    }

    @Test
    void a_file_goes_by_in_chunks_and_only_its_beginning_is_kept() {
        var csv = new StringBuilder("Имя;Телефон\n\n");
        for (int i = 0; i < 1_001; i++) {
            csv.append("Анна;8916").append("%07d".formatted(i)).append("\n");
        }
        List<Integer> chunks = new java.util.ArrayList<>();
        Table table = TableReader.read(
                csv.toString().getBytes(StandardCharsets.UTF_8), 100, lines -> chunks.add(lines.size()));
        assertThat(table.rows()).isEqualTo(1_001);
        assertThat(table.first()).hasSize(TableLines.FIRST);
        assertThat(chunks).hasSize(11).endsWith(1).contains(100);
    }

    @Test
    void a_workbook_that_unpacks_to_gigabytes_is_refused_before_it_is_read() throws IOException {
        byte[] bomb = zip("xl/worksheets/sheet1.xml", 200);
        assertThat(bomb).hasSizeLessThan(1_000_000);
        assertThatThrownBy(() -> read(bomb)).isInstanceOf(ImportRefusals.Unreadable.class);
    }

    @Test
    void too_many_columns_an_endless_cell_and_old_excel_are_refused() {
        for (String csv : List.of("a;".repeat(300) + "\n1\n", "Имя\n\"" + "ы".repeat(40_000) + "\"\n")) {
            assertThatThrownBy(() -> read(csv.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(ImportRefusals.Unreadable.class);
        }
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        assertThatThrownBy(() -> read(old)).hasMessageContaining("XLSX");
    }

    @Test
    void a_separator_in_quotes_does_not_count_and_the_guard_of_our_exports_is_taken_off() {
        Table table = read("Имя;Заметка\n\"Анна, Мария; и все\";'=1+1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(table.head()).containsExactly("Имя", "Заметка");
        assertThat(table.first().getFirst().cells()).containsExactly("Анна, Мария; и все", "=1+1");
        assertThat(table.first().getFirst().line()).isEqualTo(2);
    }

    @Test
    void days_are_read_as_people_write_them() {
        LocalDate day = LocalDate.of(1990, 3, 5);
        for (String text : List.of(
                "05.03.1990",
                "5.3.1990",
                "5/3/90",
                "1990-03-05",
                "5 марта 1990 г.",
                "5 мар 1990",
                "32937",
                "05.03.1990 00:00")) {
            assertThat(Days.read(text)).as(text).contains(day);
        }
        for (String text : List.of("32.13.1990", "завтра", "", "5 брюмера 1990", "1850-01-01", "12")) {
            assertThat(Days.read(text)).as(text).isEmpty();
        }
    }

    @Test
    void numbers_are_read_in_any_usual_spelling() {
        assertThat(CustomField.number("1 234,50").orElseThrow()).isEqualByComparingTo("1234.5");
        assertThat(CustomField.number("1e400")).isEmpty();
        assertThat(CustomField.number("двенадцать")).isEmpty();
    }

    @Test
    void what_an_update_did_is_taken_back_unless_somebody_has_been_there_since() {
        ObjectNode before = (ObjectNode) JSON.readTree("{\"name\":\"A\",\"tags\":[\"x\"],\"custom\":{\"k\":1}}");
        ObjectNode line = (ObjectNode)
                JSON.readTree("{\"name\":\"B\",\"goal\":\"g\",\"tags\":[\"y\"],\"custom\":{\"k\":2,\"m\":3}}");
        ObjectNode after = Overlay.over(before, line, true);
        assertThat(Overlay.over(before, line, false).path("name").asString()).isEqualTo("A");
        assertThat(Overlay.back(after, before, after).card()).isEqualTo(before);
        ObjectNode touched = after.deepCopy();
        touched.put("name", "C");
        touched.withArray("tags").add("z");
        Overlay.Restored restored = Overlay.back(touched, before, after);
        assertThat(restored.conflicts()).containsExactly("name");
        assertThat(restored.card().path("name").asString()).isEqualTo("C");
        assertThat(restored.card().path("tags").toString()).isEqualTo("[\"x\",\"z\"]");
        assertThat(restored.card().has("goal")).isFalse();
    }
}

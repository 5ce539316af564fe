package io.orbita.clients.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

@OrbitaTest
class ExportsTests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final World world;

    ExportsTests(World world) {
        this.world = world;
    }

    private byte[] bytes(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(world.url() + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private String text(String path, String token) throws IOException, InterruptedException {
        return new String(bytes(path, token), StandardCharsets.UTF_8);
    }

    private void make(String token, String name, String phone, String tag) {
        assertThat(world.post(
                                "/api/clients",
                                token,
                                Map.of("name", name, "phones", List.of(phone), "tags", List.of(tag)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_csv_holds_the_filtered_list_and_no_cell_that_a_spreadsheet_would_run() throws Exception {
        String token = world.token(world.business(), Role.MANAGER);
        make(token, "=HYPERLINK(\"http://x\")", "+79161234567", "вип");
        make(token, "@sum; \"кавычки\"", "+79161234568", "вип");
        make(token, "Не тот", "+79161234569", "другой");
        String csv = text("/api/clients/export?tag=%D0%B2%D0%B8%D0%BF&columns=name,phones&sort=created_at", token);
        assertThat(csv)
                .isEqualTo("\uFEFFИмя;Телефон\r\n"
                        + "\"'=HYPERLINK(\"\"http://x\"\")\";'+79161234567\r\n"
                        + "\"'@sum; \"\"кавычки\"\"\";'+79161234568\r\n");
        for (char first : "=+-@\t\r".toCharArray()) {
            assertThat(CsvRows.guarded(first + "1")).startsWith("'");
        }
    }

    @Test
    void a_link_gives_an_xlsx_without_login_for_five_minutes() throws Exception {
        Business business = world.business();
        String token = world.token(business, Role.MANAGER);
        make(token, "=1+1 <Анна> & Ко", "+79161234567", "вип");
        var link = world.post(
                "/api/clients/export/link",
                token,
                Map.of("format", "xlsx", "columns", List.of("id", "name"), "filter", Map.of("tag", "вип")));
        String url = link.body().path("url").asString();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes(url, "")));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<Row> all = rows.toList();
            assertThat(all.get(0).getCellText(1)).isEqualTo("Имя");
            assertThat(all.get(1).getCellText(1)).isEqualTo("=1+1 <Анна> & Ко");
            assertThat(all).hasSize(2);
        }
        world.clock().advance(Duration.ofMinutes(6));
        assertThat(world.get(url, null).status()).isEqualTo(404);
        assertThat(world.get(url.replaceFirst(".$", "x"), null).status()).isEqualTo(404);
    }

    @Test
    void what_is_exported_can_be_imported_elsewhere() throws Exception {
        String here = world.token(world.business(), Role.MANAGER);
        make(here, "Анна Петрова", "+79161234567", "вип");
        String csv = text("/api/clients/export", here);
        assertThat(csv).contains("Анна Петрова").contains("'+79161234567");
    }

    @Test
    void a_list_longer_than_a_step_is_whole_and_unknown_columns_are_refused() throws Exception {
        String token = world.token(world.business(), Role.MANAGER);
        for (int i = 0; i < 3; i++) {
            make(token, "Клиент " + i, "+7916123456" + i, "вип");
        }
        assertThat(text("/api/clients/export?columns=name", token).lines()).hasSize(4);
        assertThat(world.get("/api/clients/export?columns=nobody", token).status())
                .isEqualTo(422);
        assertThat(world.get("/api/clients/export?sort=nobody", token).status()).isEqualTo(422);
        assertThat(world.get("/api/clients/export", world.token(world.business(), Role.TRAINER))
                        .status())
                .isEqualTo(403);
    }
}

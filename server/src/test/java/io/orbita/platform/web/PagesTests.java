package io.orbita.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The panel's files, by two small ones of the tests' own: the real ones are there only when the pages were built. */
@OrbitaTest
class PagesTests {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/admin/", "/admin/clients/7", "/admin/signin?to=%2Fclients"})
    void every_address_of_the_panel_is_its_page_and_never_kept(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<title>");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void a_file_with_a_hash_in_its_name_is_kept_for_a_year() throws Exception {
        HttpResponse<String> answer = get("/admin/assets/asset-0a1b2c3d.js");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).contains("max-age=31536000", "immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/assets/gone-0a1b2c3d.js", "/admin/gone.png", "/admin/..%2f..%2fapplication.yaml"})
    void what_is_not_there_is_not_the_page(String path) throws Exception {
        assertThat(get(path).statusCode()).isBetween(400, 404);
    }

    @Test
    void a_page_runs_no_script_but_ours_and_stands_in_no_frame() throws Exception {
        HttpResponse<String> answer = get("/admin/");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("script-src 'self';", "frame-ancestors 'none'", "base-uri 'none'", "default-src 'self'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Permissions-Policy")).contains("geolocation=()");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

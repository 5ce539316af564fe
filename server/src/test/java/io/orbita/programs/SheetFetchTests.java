package io.orbita.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.programs.SheetFetch.Fetched;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFetchTests {
    private static final byte[] CSV = "Profile,Week\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LOGIN =
            "<!doctype html><form action=\"https://accounts.google.com/v3/signin\">".getBytes(StandardCharsets.UTF_8);

    private final FakeGoogle google = new FakeGoogle();
    private final SheetFetch fetch = new SheetFetch(google.url());

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void a_tab_by_its_number_comes_over_a_redirect() {
        google.redirects("export?format=csv&gid=7", google.url() + "/elsewhere/sheet")
                .csv("/elsewhere/sheet", CSV);

        assertThat(fetch("https://docs.google.com/spreadsheets/d/" + FakeGoogle.ID + "/edit#gid=7", null))
                .isEqualTo(bytes(CSV));
    }

    @Test
    void a_tab_by_its_name_is_looked_up_in_the_workbook_and_only_then_guessed() {
        google.gives("export?format=xlsx", 500, "text/html", new byte[0])
                .csv("gviz/tq?tqx=out:csv&headers=1&sheet=Women_12w_2", CSV);

        assertThat(fetch(FakeGoogle.ID, "Women_12w_2")).isEqualTo(bytes(CSV));
        assertThat(google.asked().getFirst()).contains("export?format=xlsx");
    }

    @Test
    void without_number_and_name_the_first_tab_is_read() {
        google.csv("export?format=csv", CSV);

        assertThat(fetch(FakeGoogle.ID, null)).isEqualTo(bytes(CSV));
        assertThat(google.asked().getFirst()).doesNotContain("gid");
    }

    @Test
    void a_published_sheet_is_read_where_it_was_published() {
        google.csv("/spreadsheets/d/e/" + FakeGoogle.ID + "/pub?single=true&output=csv&gid=3", CSV);

        assertThat(fetch("https://docs.google.com/spreadsheets/d/e/" + FakeGoogle.ID + "/pubhtml?gid=3", null))
                .isEqualTo(bytes(CSV));
    }

    @Test
    void a_login_page_with_status_200_is_no_table() {
        google.gives("export", 200, "text/html", LOGIN);
        assertTrouble("страница входа", false);
        google.gives("export", 200, "text/csv", LOGIN);
        assertTrouble("страница входа", false);
    }

    @Test
    void a_redirect_to_the_sign_in_or_to_a_stranger_is_not_followed() {
        google.redirects("export", "https://accounts.google.com/ServiceLogin");
        assertTrouble("страница входа", false);
        google.redirects("export", "http://169.254.169.254/latest/meta-data");
        assertTrouble("страница входа", false);
    }

    @ParameterizedTest
    @CsvSource({
        "401, страница входа, false",
        "403, страница входа, false",
        "404, Таблицы по этой ссылке нет, false",
        "429, ошибкой 429, true",
        "503, ошибкой 503, true"
    })
    void each_failure_has_its_word(int status, String what, boolean passing) {
        google.gives("export", status, "text/html", new byte[0]);
        assertTrouble(what, passing);
    }

    @Test
    void another_kind_of_file_and_silence_are_reported() {
        google.gives("export", 200, "image/png", new byte[] {1, 2, 3});
        assertTrouble("что-то другое", false);
        google.close();
        assertTrouble("не ответил", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "https://example.com/spreadsheets/d/" + FakeGoogle.ID,
                "https://docs.google.com/document/d/" + FakeGoogle.ID,
                "../../etc/passwd",
                "https://docs.google.com@evil.example/spreadsheets/d/" + FakeGoogle.ID
            })
    void only_addresses_of_google_sheets_are_taken(String typed) {
        assertThat(SheetLink.of(typed)).isEmpty();
    }

    @Test
    void what_an_owner_types_never_leaves_googles_address() {
        SheetLink link = SheetLink.of(
                        "https://docs.google.com/spreadsheets/u/0/d/" + FakeGoogle.ID + "/edit?gid=12#gid=12")
                .orElseThrow();

        assertThat(link.addresses(URI.create("https://docs.google.com"), "a&b=c"))
                .containsExactly(URI.create(
                        "https://docs.google.com/spreadsheets/d/" + FakeGoogle.ID + "/export?format=csv&gid=12"));
        assertThat(new SheetLink(FakeGoogle.ID, false, null)
                        .addresses(URI.create("https://docs.google.com"), "Женщины & K")
                        .getLast()
                        .toString())
                .endsWith("sheet=%D0%96%D0%B5%D0%BD%D1%89%D0%B8%D0%BD%D1%8B+%26+K");
    }

    private Fetched fetch(String typed, @Nullable String tab) {
        Fetched fetched = fetch.fetch(SheetLink.of(typed).orElseThrow(), tab);
        return fetched instanceof Fetched.Sheet sheet ? bytes(sheet.bytes()) : fetched;
    }

    private static Fetched bytes(byte[] bytes) {
        return new Fetched.Trouble(
                new io.orbita.programs.sheet.SheetRemark(null, null, new String(bytes, StandardCharsets.UTF_8), ""),
                false);
    }

    private void assertTrouble(String what, boolean passing) {
        assertThat(fetch.fetch(SheetLink.of(FakeGoogle.ID).orElseThrow(), null))
                .isInstanceOfSatisfying(Fetched.Trouble.class, trouble -> {
                    assertThat(trouble.remark().text()).contains(what);
                    assertThat(trouble.passing()).isEqualTo(passing);
                });
    }
}

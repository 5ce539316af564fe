package io.orbita.clients.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.Fingerprint;
import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class ImportsTests {
    private static final String FILE = """
            ФИО;Телефон;Почта;Дата рождения;Пол;Метки;Этап;Вес
            Анна Петрова;8 (916) 123-45-67;Anna@Example.ru;05.03.1990;ж;вип, зал;Консультация;62,5
            Борис Иванов;+7 903 000-11-22;;5 марта 1985 г.;м;;;
            ;не телефон;;;;;;
            Вера;;вера;;;;;
            Глеб;89160000001;;32.13.1990;;;Нет такого этапа;
            Пустой вес;89160000002;;;;;;9000
            """;

    private final World world;
    private final Fingerprint fingerprint;

    ImportsTests(World world, Fingerprint fingerprint) {
        this.world = world;
        this.fingerprint = fingerprint;
    }

    private Importing importing(Business business) {
        return new Importing(world, world.token(business, Role.MANAGER));
    }

    private Map<String, String> tables(Business business) {
        var tables = new TreeMap<>(fingerprint.of(business));
        tables.keySet().removeIf(table -> table.startsWith("clients.import") || table.startsWith("businesses."));
        return tables;
    }

    @Test
    void columns_are_guessed_by_their_titles_or_by_what_stands_in_them() {
        var importing = importing(world.business());
        JsonNode columns = importing.upload(FILE).body().path("columns");
        assertThat(columns.valueStream()
                        .map(column -> column.path("field").asString(""))
                        .toList())
                .containsExactly("name", "phones", "emails", "birth_date", "gender", "tags", "stage", "weight_kg");
        JsonNode untitled = importing
                .upload("Анна,a@example.ru,89161234567\nБорис,b@example.ru,89161234568\n")
                .body();
        assertThat(untitled.path("rows").asInt()).isEqualTo(2);
        assertThat(untitled.path("columns").path(1).path("field").asString("")).isEqualTo("emails");
        assertThat(untitled.path("columns").path(2).path("field").asString("")).isEqualTo("phones");
    }

    @Test
    void the_dry_run_tells_exactly_what_the_run_does_and_writes_no_client() {
        Business business = world.business();
        var importing = importing(business);
        var before = tables(business);
        long id = importing.checked(FILE, "fill", Map.of("tags", List.of("из файла")));
        assertThat(tables(business)).isEqualTo(before);
        JsonNode forecast = importing.get(id).path("forecast");
        assertThat(forecast.path("created").asInt()).isEqualTo(2);
        assertThat(forecast.path("rejected").asInt()).isEqualTo(4);
        importing.post(id, "start", Map.of());
        world.drain();
        JsonNode result = importing.get(id).path("result");
        assertThat(result.path("created").asInt()).isEqualTo(2);
        assertThat(result.path("rejected").asInt()).isEqualTo(4);
        assertThat(importing.names()).containsExactly("Анна Петрова", "Борис Иванов");
        JsonNode anna = importing.clients().getFirst();
        assertThat(anna.path("phones").path(0).asString()).isEqualTo("+79161234567");
        assertThat(anna.path("emails").path(0).asString()).isEqualTo("anna@example.ru");
        assertThat(anna.path("stage").path("role").asString()).isEqualTo("consultation");
        assertThat(anna.path("tags").valueStream().map(JsonNode::asString).toList())
                .containsExactly("вип", "зал", "из файла");
        JsonNode card = world.get("/api/clients/" + anna.path("id").asLong(), importing.token())
                .body();
        assertThat(card.path("birth_date").asString()).isEqualTo("1990-03-05");
        assertThat(card.path("gender").asString()).isEqualTo("female");
        assertThat(card.path("weight_kg").decimalValue()).isEqualByComparingTo("62.5");
        JsonNode move = world.get("/api/clients/" + anna.path("id").asLong() + "/pipeline-history", importing.token())
                .body()
                .path("items")
                .path(0);
        assertThat(move.path("cause").asString()).isEqualTo("import");
    }

    @Test
    void each_rejected_row_says_why_and_is_shown_as_it_stood() {
        var importing = importing(world.business());
        long id = importing.run(FILE, "skip");
        JsonNode rejected = world.get("/api/clients/imports/" + id + "/rejected", importing.token())
                .body()
                .path("items");
        assertThat(rejected.valueStream().map(row -> row.path("line").asInt()).toList())
                .containsExactly(4, 5, 6, 7);
        assertThat(rejected.path(0).path("reasons").path(0).path("text").asString())
                .isEqualTo("Такого номера телефона не бывает (колонка «Телефон»)");
        assertThat(rejected.path(2)
                        .path("reasons")
                        .valueStream()
                        .map(reason -> reason.path("code").asString())
                        .toList())
                .containsExactly("birth_date.format", "stage.unknown");
        assertThat(rejected.path(2).path("cells").path(0).asString()).isEqualTo("Глеб");
        assertThat(rejected.path(3).path("reasons").path(0).path("code").asString())
                .isEqualTo("weight_kg.range");
    }

    @Test
    void a_known_phone_follows_the_policy() {
        for (String policy : List.of("skip", "fill", "overwrite")) {
            Business business = world.business();
            var importing = importing(business);
            world.post(
                    "/api/clients",
                    importing.token(),
                    Map.of("name", "Анна", "phones", List.of("+79161234567"), "source", "сайт"));
            importing.run("Имя;Телефон;Источник;Цель\nАня;89161234567;vk;похудение\n", policy);
            JsonNode anna = importing.clients().getFirst();
            assertThat(importing.names()).as(policy).containsExactly(policy.equals("overwrite") ? "Аня" : "Анна");
            assertThat(anna.path("source").asString()).isEqualTo(policy.equals("overwrite") ? "vk" : "сайт");
            JsonNode card = world.get("/api/clients/" + anna.path("id").asLong(), importing.token())
                    .body();
            assertThat(card.path("goal").asString("")).isEqualTo(policy.equals("skip") ? "" : "weight_loss");
        }
    }

    @Test
    void a_person_who_stands_in_the_file_twice_becomes_one_client() {
        var importing = importing(world.business());
        String file =
                "Имя;Телефон;Почта\nАнна;89161234567;\nАнна П;+7 916 123-45-67;anna@example.ru\nАнна;;ANNA@example.ru\n";
        long id = importing.checked(file, "fill", Map.of());
        JsonNode forecast = importing.get(id).path("forecast");
        assertThat(forecast.path("created").asInt()).isEqualTo(1);
        assertThat(forecast.path("updated").asInt()).isEqualTo(2);
        assertThat(forecast.path("repeated").asInt()).isEqualTo(2);
        importing.post(id, "start", Map.of());
        world.drain();
        assertThat(importing.names()).containsExactly("Анна");
        assertThat(importing.clients().getFirst().path("emails").path(0).asString())
                .isEqualTo("anna@example.ru");
        assertThat(importing.get(id).path("result").path("updated").asInt()).isEqualTo(2);
    }

    @Test
    void a_row_whose_phone_and_mail_belong_to_two_clients_is_rejected() {
        var importing = importing(world.business());
        long id = importing.run(
                "Имя;Телефон;Почта\nА;89161234567;\nБ;;b@example.ru\nВ;89161234567;b@example.ru\n", "fill");
        assertThat(importing.names()).containsExactly("А", "Б");
        assertThat(importing.get(id).path("result").path("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void an_undone_import_leaves_the_business_as_it_was() {
        Business business = world.business();
        var importing = importing(business);
        world.post("/api/clients", importing.token(), Map.of("name", "Старый", "phones", List.of("+79161112233")));
        var before = tables(business);
        long id = importing.run(
                "Имя;Телефон;Метки\nАнна;89161234567;зал\nБорис;89161234568;\nАнна ещё;89161234567;утро\n", "fill");
        assertThat(importing.names()).hasSize(3);
        importing.undo(id);
        assertThat(importing.names()).containsExactly("Старый");
        assertThat(tables(business)).isEqualTo(before);
    }

    @Test
    void undoing_gives_updated_cards_their_old_values_but_not_where_somebody_has_been_since() {
        Business business = world.business();
        var importing = importing(business);
        long anna = world.post(
                        "/api/clients",
                        importing.token(),
                        Map.of("name", "Анна", "phones", List.of("+79161234567"), "tags", List.of("вип")))
                .body()
                .path("id")
                .asLong();
        long id = importing.run(
                "Имя;Телефон;Почта;Цель;Рост;Метки;Этап\nАня;89161234567;a@example.ru;похудение;170;зал;Консультация\n",
                "overwrite");
        world.call(HttpMethod.PATCH, "/api/clients/" + anna, importing.token(), Map.of("goal", "muscle"));
        importing.undo(id);
        JsonNode card = world.get("/api/clients/" + anna, importing.token()).body();
        assertThat(card.path("name").asString()).isEqualTo("Анна");
        assertThat(card.path("emails")).isEmpty();
        assertThat(card.path("height_cm").isNull()).isTrue();
        assertThat(card.path("goal").asString()).isEqualTo("muscle");
        assertThat(card.path("tags").valueStream().map(JsonNode::asString).toList())
                .containsExactly("вип");
        assertThat(card.path("stage").path("role").asString()).isEqualTo("first_contact");
        JsonNode kept = world.get("/api/clients/imports/" + id + "/kept", importing.token())
                .body()
                .path("items");
        assertThat(kept.path(0).path("undone").asString()).isEqualTo("partly");
        assertThat(kept.path(0).path("conflicts").path(0).asString()).isEqualTo("goal");
    }

    @Test
    void a_new_client_who_was_worked_with_stays_when_the_import_is_undone() {
        var importing = importing(world.business());
        long id = importing.run("Имя;Телефон\nАнна;89161234567\nБорис;89161234568\n", "fill");
        long anna = importing.clients().getFirst().path("id").asLong();
        world.post("/api/actions", importing.token(), Map.of("client_id", anna, "type", "call"));
        importing.undo(id);
        assertThat(importing.names()).containsExactly("Анна");
        assertThat(importing.get(id).path("result").path("kept").asInt()).isEqualTo(1);
    }

    @Test
    void windows_1251_semicolons_marks_and_tabs_are_read() {
        for (byte[] file : List.of(
                "Имя;Телефон\nЁлка;89161234567\n".getBytes(Charset.forName("windows-1251")),
                "\uFEFFИмя\tТелефон\r\n\"Ёлка\"\t89161234567\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "Имя,Телефон\n\"Ёлка\",\"+7 916 123-45-67\"\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "\uFEFFИмя;Телефон\nЁлка;89161234567\n".getBytes(java.nio.charset.StandardCharsets.UTF_16LE))) {
            var importing = importing(world.business());
            long id = importing.checked(file, "skip", Map.of());
            importing.post(id, "start", Map.of());
            world.drain();
            assertThat(importing.names()).containsExactly("Ёлка");
            assertThat(importing.clients().getFirst().path("phones").path(0).asString())
                    .isEqualTo("+79161234567");
        }
    }

    @Test
    void rubbish_empty_files_and_wrong_steps_are_refused() {
        var importing = importing(world.business());
        assertThat(importing.upload("").status()).isEqualTo(422);
        assertThat(importing.upload("Имя;Телефон\n").status()).isEqualTo(422);
        assertThat(importing
                        .upload(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 1, 2, 3})
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("clients.import-unreadable");
        long id = importing.upload("Имя\nАнна\n").body().path("id").asLong();
        assertThat(importing.post(id, "start", Map.of()).status()).isEqualTo(409);
        assertThat(importing
                        .post(
                                id,
                                "check",
                                Map.of("policy", "skip", "columns", List.of(Map.of("column", 7, "field", "name"))))
                        .status())
                .isEqualTo(422);
        assertThat(importing
                        .post(
                                id,
                                "check",
                                Map.of("policy", "skip", "columns", List.of(Map.of("column", 0, "field", "custom.no"))))
                        .status())
                .isEqualTo(422);
    }
}

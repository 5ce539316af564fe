package io.orbita.clients.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.Fingerprint;
import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class ImportPreviewTests {
    private static final String FILE = """
            ФИО;Телефон;Почта;Дата рождения;Метки;Этап;Вес
            Анна;8 916 123-45-67;;05.03.1990;зал;Консультация;62,5
            Вера;не телефон;вера;;;;
            Глеб;89160000002;;32.13.1990;;Нет такого;
            Тяжёлый;89160000003;;;;;9000
            Борис;89031112233;boris@example.ru;;зал;Консультация;
            Анна ещё;89161234567;;;;;
            Чужие;89031112233;gleb@example.ru;;;;
            """;

    private final World world;
    private final Fingerprint fingerprint;

    ImportPreviewTests(World world, Fingerprint fingerprint) {
        this.world = world;
        this.fingerprint = fingerprint;
    }

    private long known(Importing importing, Map<String, Object> card) {
        return world.post("/api/clients", importing.token(), card)
                .body()
                .path("id")
                .asLong();
    }

    private JsonNode preview(Importing importing, long id) {
        World.Answer answer = world.get("/api/clients/imports/" + id + "/preview", importing.token());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> changes(JsonNode card) {
        return card.path("changes")
                .valueStream()
                .map(change -> change.path("title").asString() + ": "
                        + change.path("before").asString("-") + " > "
                        + change.path("after").asString())
                .toList();
    }

    private static List<Integer> lines(JsonNode rows) {
        return rows.valueStream().map(row -> row.path("line").asInt()).toList();
    }

    @Test
    void the_dry_run_shows_lines_with_what_is_wrong_and_cards_with_what_changes() {
        Business business = world.business();
        var importing = new Importing(world, world.token(business, Role.MANAGER));
        long boris = known(
                importing, Map.of("name", "Борис Иванов", "phones", List.of("+79031112233"), "tags", List.of("вип")));
        known(importing, Map.of("name", "Глеб", "emails", List.of("gleb@example.ru")));
        long id = importing.checked(FILE, "overwrite", Map.of("source", "старая база"));
        var before = fingerprint.of(business);

        JsonNode shown = preview(importing, id);

        assertThat(fingerprint.of(business)).isEqualTo(before);
        assertThat(lines(shown.path("rejected"))).containsExactly(3, 4, 5, 8);
        JsonNode wrong = shown.path("rejected").path(0).path("faults");
        assertThat(wrong.valueStream()
                        .map(fault -> fault.path("code").asString() + " "
                                + fault.path("field").asString() + " "
                                + fault.path("column").asInt() + " «"
                                + fault.path("title").asString() + "» "
                                + fault.path("value").asString())
                        .toList())
                .containsExactly("phones.format phones 1 «Телефон» не телефон", "emails.format emails 2 «Почта» вера");
        assertThat(wrong.path(0).path("text").asString())
                .isEqualTo("Такого номера телефона не бывает (колонка «Телефон»)");
        JsonNode heavy = shown.path("rejected").path(2).path("faults").path(0);
        assertThat(heavy.path("code").asString()).isEqualTo("weight_kg.range");
        assertThat(heavy.path("column").asInt()).isEqualTo(6);
        assertThat(heavy.path("value").asString()).isEqualTo("9000");
        JsonNode two = shown.path("rejected").path(3);
        assertThat(two.path("faults").path(0).path("code").asString()).isEqualTo("row.two-clients");
        assertThat(two.path("faults").path(0).hasNonNull("field")).isFalse();
        assertThat(two.path("cells").path(0).asString()).isEqualTo("Чужие");

        assertThat(lines(shown.path("created"))).containsExactly(2);
        assertThat(changes(shown.path("created").path(0)))
                .containsExactlyInAnyOrder(
                        "Имя: - > Анна",
                        "Телефон: - > +79161234567",
                        "Дата рождения: - > 1990-03-05",
                        "Метки: - > зал",
                        "Вес, кг: - > 62.5",
                        "Источник: - > старая база",
                        "Этап воронки: - > Консультация");
        JsonNode update = shown.path("updated").path(0);
        assertThat(lines(shown.path("updated"))).containsExactly(6);
        assertThat(update.path("client").asLong()).isEqualTo(boris);
        assertThat(update.path("name").asString()).isEqualTo("Борис Иванов");
        assertThat(changes(update))
                .containsExactlyInAnyOrder(
                        "Имя: Борис Иванов > Борис",
                        "Почта: - > boris@example.ru",
                        "Метки: вип > вип, зал",
                        "Этап воронки: Первичный контакт > Консультация");
        assertThat(shown.path("repeated").path(0).path("line").asInt()).isEqualTo(7);
        assertThat(shown.path("repeated").path(0).path("first").asInt()).isEqualTo(2);
    }

    @Test
    void what_is_shown_is_what_the_run_writes() {
        var importing = new Importing(world, world.token(world.business(), Role.MANAGER));
        long boris = known(importing, Map.of("name", "Борис Иванов", "phones", List.of("+79031112233")));
        long id = importing.checked(FILE, "fill", Map.of());
        JsonNode change = preview(importing, id).path("updated").path(0);
        assertThat(changes(change)).containsExactlyInAnyOrder("Почта: - > boris@example.ru", "Метки: - > зал");
        importing.post(id, "start", Map.of());
        world.drain();
        JsonNode card = world.get("/api/clients/" + boris, importing.token()).body();
        assertThat(card.path("name").asString()).isEqualTo("Борис Иванов");
        assertThat(card.path("emails").path(0).asString()).isEqualTo("boris@example.ru");
        assertThat(card.path("tags").path(0).asString()).isEqualTo("зал");
        World.Answer late = world.get("/api/clients/imports/" + id + "/preview", importing.token());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("state").asString()).isEqualTo("done");
    }

    @Test
    void of_many_lines_the_first_are_shown_and_long_cells_are_cut() {
        Business business = world.business();
        var importing = new Importing(world, world.token(business, Role.MANAGER));
        var file = new StringBuilder("Имя;Телефон\n");
        for (int i = 0; i < 150; i++) {
            file.append("Плохой;").append("ж".repeat(300)).append('\n');
            file.append("Хороший ")
                    .append(i)
                    .append(";8916")
                    .append(1_000_000 + i)
                    .append('\n');
        }
        long id = importing.checked(file.toString(), "skip", Map.of());
        JsonNode shown = preview(importing, id);
        assertThat(shown.path("rejected")).hasSize(100);
        assertThat(shown.path("created")).hasSize(20);
        assertThat(shown.path("rejected").path(99).path("line").asInt()).isEqualTo(200);
        assertThat(shown.path("rejected")
                        .path(0)
                        .path("faults")
                        .path(0)
                        .path("value")
                        .asString())
                .hasSize(200)
                .endsWith("ж…");
        String stranger = world.token(world.business(), Role.MANAGER);
        assertThat(world.get("/api/clients/imports/" + id + "/preview", stranger)
                        .status())
                .isEqualTo(404);
    }
}

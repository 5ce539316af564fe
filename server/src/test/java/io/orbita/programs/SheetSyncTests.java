package io.orbita.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.Clients;
import io.orbita.messaging.Notices;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.programs.template.Gender;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The owner's sheet on its way into force, and what it gives to a client. */
@OrbitaTest
class SheetSyncTests {
    private final World world;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final FakeGoogle google = new FakeGoogle();
    private final SheetRows rows;
    private final SheetSync sync;
    private final Business business;
    private final String trainer;

    SheetSyncTests(
            World world,
            Clients clients,
            ApplicationEventPublisher events,
            SheetRows rows,
            Workshop workshop,
            Notices notices,
            DueWork due,
            TransactionTemplate transaction,
            Clock clock) {
        this.world = world;
        this.clients = clients;
        this.events = events;
        this.rows = rows;
        this.sync = new SheetSync(rows, new SheetFetch(google.url()), workshop, notices, due, transaction, clock);
        this.business = world.business();
        this.trainer = world.token(business, Role.TRAINER);
    }

    @AfterEach
    void close() {
        google.close();
        // The next reading is due in half an hour; no other test may come to it.
        world.call(HttpMethod.DELETE, "/api/programs/templates/sheets/women", trainer, null);
    }

    /** The owner's real format with its traps; a beginner at home for fat loss, as our guests are. */
    private static String sheet() {
        var csv = new StringBuilder("Session,Profile,Age_Group,Goal,Experience,Location,Week,Day,Microcycle,Deload");
        for (int i = 1; i <= 6; i++) {
            csv.append(",Ex%d_Name,Ex%d_Sets,Ex%d_Reps,Ex%d_Pattern,Ex%d_Alt,Ex%d_Notes".replace("%d", "" + i));
        }
        csv.append('\n');
        for (int week : new int[] {1, 10, 11, 12, 2, 3, 4, 5, 6, 7, 8, 9}) {
            for (int day = 1; day <= 3; day++) {
                boolean deload = week % 4 == 0;
                String reps = deload ? "12 (-20% объёма)" : week == 1 ? "16.12.2025" : "16-12";
                csv.append("Фулбоди %s,Women_1,26–35,Похудение,\u00A0новичок,дом,%d,%d,FB,%s"
                        .formatted("ABC".charAt(day - 1), week, day, deload ? "1" : "0"));
                for (String name : new String[] {
                    "Приседания без веса",
                    "Отжимания с колен",
                    "Тяга резинки к поясу",
                    "Ягодичный мост",
                    "Скалолаз от опоры",
                    "Планка с колен"
                }) {
                    boolean timed = name.startsWith("Планка") || name.startsWith("Скалолаз");
                    csv.append(",%s,3,%s,Кор,Птица-собака | Мёртвый жук,RIR 1-3;без рывков"
                            .formatted(name, timed ? "30 сек" : reps));
                }
                csv.append('\n');
            }
        }
        return csv.toString();
    }

    @Test
    void a_sheet_with_all_its_traps_gives_the_right_programme() {
        linked(sheet());
        assertThat(state().path("outcome").asString()).isEqualTo("accepted");
        assertThat(state().path("in_force").asString()).isEqualTo("google");
        assertThat(state().path("warnings").toString()).contains("16.12.2025").contains("16-12");

        Guest anna = new Guest(world, clients, events, business, "Анна").knows(Map.of());
        anna.answered();
        anna.walker.messages();
        long id = world.post("/api/programs/generate", trainer, Map.of("client_id", anna.client.value(), "weeks", 12))
                .body()
                .path("id")
                .asLong();
        world.drain();

        JsonNode detailed = world.get("/api/programs/" + id, trainer).body();
        assertThat(detailed.path("program").path("origin").asString()).isEqualTo("sheet");
        assertThat(detailed.path("program").path("profile").asString()).isEqualTo("Women_1");
        JsonNode content =
                world.get("/api/programs/" + id + "/view", trainer).body().path("content");
        assertThat(content.path("weeks")
                        .valueStream()
                        .map(week -> week.path("number").asInt()))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(content.path("weeks")
                        .valueStream()
                        .filter(week -> week.path("deload").asBoolean())
                        .map(week -> week.path("number").asInt()))
                .containsExactly(4, 8, 12);
        JsonNode exercises =
                content.path("weeks").get(0).path("sessions").get(0).path("exercises");
        assertThat(exercises).hasSize(6);
        assertThat(exercises.get(0).path("reps").asString()).isEqualTo("16-12");
        assertThat(Guest.text(anna.walker.documents().getFirst()))
                .contains("Приседания без веса")
                .contains("3 × 16-12");
    }

    @Test
    void a_broken_sheet_leaves_the_good_one_in_force_and_is_told_row_by_row() {
        linked(sheet());
        google.csv("export", sheet().replaceFirst("3,16-12", "3,").getBytes(StandardCharsets.UTF_8));
        run();

        assertThat(state().path("outcome").asString()).isEqualTo("refused");
        assertThat(state().path("in_force").asString()).isEqualTo("google");
        JsonNode problem = state().path("problems").get(0);
        assertThat(problem.path("row").asInt()).isEqualTo(5);
        assertThat(problem.path("column").asString()).isEqualTo("Ex1_Reps");
        assertThat(notices()).contains("Таблицу программ (женщины) не приняли");
        assertThat(world.get("/api/programs/templates?gender=women", trainer)
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void a_login_page_leaves_the_good_one_in_force() {
        linked(sheet());
        google.gives("export", 200, "text/html", "<html>accounts.google.com".getBytes(StandardCharsets.UTF_8));
        run();

        assertThat(state().path("outcome").asString()).isEqualTo("refused");
        assertThat(state().path("problems").get(0).path("text").asString()).contains("страница входа Google");
        assertThat(state().path("in_force").asString()).isEqualTo("google");
    }

    @Test
    void the_mens_tab_in_the_womens_place_is_refused() {
        linked(sheet().replace("Women_1", "Men_1"));

        assertThat(state().path("in_force").asString()).isEqualTo("library");
        assertThat(state().path("problems").get(0).path("text").asString()).contains("не та вкладка");
    }

    @Test
    void the_same_sheet_again_changes_nothing() {
        linked(sheet());
        String taken = state().path("taken_at").asString();
        run();

        assertThat(state().path("outcome").asString()).isEqualTo("unchanged");
        assertThat(state().path("taken_at").asString()).isEqualTo(taken);
    }

    @Test
    void google_out_of_reach_is_no_reproach() {
        linked(sheet());
        google.close();
        run();

        assertThat(state().path("outcome").asString()).isEqualTo("unreachable");
        assertThat(state().path("in_force").asString()).isEqualTo("google");
        assertThat(notices()).doesNotContain("Таблицу программ");
    }

    @Test
    void a_sheet_that_has_nothing_for_the_client_calls_the_library_and_tells_the_trainer() {
        linked(sheet().replace(",дом,", ",зал,"));
        Guest anna = new Guest(world, clients, events, business, "Анна").knows(Map.of());
        anna.answered();

        assertThat(anna.walker.documents()).hasSize(1);
        JsonNode program = world.get("/api/clients/" + anna.client + "/programs", trainer)
                .body()
                .path("items")
                .get(0);
        assertThat(program.path("reserve").asBoolean()).isTrue();
        assertThat(program.path("origin").asString()).isEqualTo("library");
        assertThat(notices()).contains("взяли запасную из библиотеки");
    }

    @Test
    void a_file_can_be_taken_and_taken_back() {
        World.Answer taken = upload(sheet());
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body().path("in_force").asString()).isEqualTo("upload");
        assertThat(upload("это не таблица").body().path("outcome").asString()).isEqualTo("refused");
        assertThat(state().path("in_force").asString()).isEqualTo("upload");

        assertThat(world.call(HttpMethod.DELETE, "/api/programs/templates/sheets/women", trainer, null)
                        .status())
                .isEqualTo(204);
        assertThat(state().path("in_force").asString()).isEqualTo("library");
        assertThat(world.get("/api/programs/templates", trainer).body().path("items"))
                .hasSize(100);
    }

    @Test
    void what_is_in_force_can_be_downloaded_and_taken_again() {
        World.Answer csv = world.get("/api/programs/templates/sheets/women/file", trainer);
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.headers().getContentType()).hasToString("text/csv;charset=UTF-8");
    }

    @Test
    void a_wrong_link_is_refused_by_field() {
        World.Answer answer = world.call(
                HttpMethod.PUT,
                "/api/programs/templates/sheets/women",
                trainer,
                Map.of("link", "http://localhost/admin"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo("link");
        assertThat(world.get("/api/programs/templates/sheets/cats/file", trainer)
                        .status())
                .isEqualTo(404);
    }

    private World.Answer upload(String csv) {
        return world.call(HttpMethod.POST, "/api/programs/templates/sheets/women/file", trainer, csv);
    }

    private void linked(String csv) {
        google.csv("export", csv.getBytes(StandardCharsets.UTF_8));
        String link = "https://docs.google.com/spreadsheets/d/" + FakeGoogle.ID + "/edit#gid=5";
        world.run(business, () -> rows.link(business.id(), Gender.FEMALE, link, null));
        run();
    }

    private void run() {
        Tenancy.run(business.id(), () -> sync.run(business.id(), SheetRows.word(Gender.FEMALE)));
    }

    private JsonNode state() {
        return world.get("/api/programs/templates/sheets", trainer)
                .body()
                .path("items")
                .valueStream()
                .filter(sheet -> sheet.path("gender").asString().equals("women"))
                .findFirst()
                .orElseThrow();
    }

    private String notices() {
        return world.get("/api/notices", trainer).body().toString();
    }
}

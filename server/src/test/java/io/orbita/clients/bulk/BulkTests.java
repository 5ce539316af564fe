package io.orbita.clients.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.platform.jdbc.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class BulkTests {
    private final World world;
    private final JdbcClient jdbc;

    BulkTests(World world, JdbcClient jdbc) {
        this.world = world;
        this.jdbc = jdbc;
    }

    private long make(String token, String name, String... tags) {
        return world.post("/api/clients", token, Map.of("name", name, "tags", List.of(tags)))
                .body()
                .path("id")
                .asLong();
    }

    private JsonNode card(String token, long id) {
        return world.get("/api/clients/" + id, token).body();
    }

    private long stage(String token, String role) {
        return world.get("/api/pipeline/stages", token)
                .body()
                .path("items")
                .valueStream()
                .filter(stage -> stage.path("role").asString().equals(role))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    private JsonNode bulk(String token, Map<String, Object> body) {
        World.Answer answer = world.post("/api/clients/bulk", token, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void a_filter_chooses_whom_a_tag_is_put_on_and_undoing_takes_only_that_back() {
        String token = world.token(world.business(), Role.MANAGER);
        long anna = make(token, "Анна", "зал");
        long boris = make(token, "Борис", "зал", "вип");
        long vera = make(token, "Вера");
        JsonNode done = bulk(token, Map.of("deed", "tag", "tag", "вип", "filter", Map.of("tag", "зал")));
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("changed").asInt()).isEqualTo(1);
        assertThat(done.path("same").asInt()).isEqualTo(1);
        assertThat(card(token, anna).path("tags").toString()).contains("вип");
        assertThat(card(token, vera).path("tags")).isEmpty();
        JsonNode undone = world.post("/api/clients/bulk/" + done.path("id").asLong() + "/undo", token, Map.of())
                .body();
        assertThat(undone.path("state").asString()).isEqualTo("undone");
        assertThat(card(token, anna).path("tags").toString()).doesNotContain("вип");
        assertThat(card(token, boris).path("tags").toString()).contains("вип");
        assertThat(world.post("/api/clients/bulk/" + done.path("id").asLong() + "/undo", token, Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_move_in_bulk_is_history_and_who_was_moved_on_since_is_not_moved_back() {
        String token = world.token(world.business(), Role.MANAGER);
        long anna = make(token, "Анна");
        long boris = make(token, "Борис");
        long deciding = stage(token, "deciding");
        JsonNode done = bulk(token, Map.of("deed", "move", "stage_id", deciding, "ids", List.of(anna, boris)));
        assertThat(done.path("changed").asInt()).isEqualTo(2);
        world.post("/api/clients/" + boris + "/move-stage", token, Map.of("stage_id", stage(token, "active")));
        JsonNode undone = world.post("/api/clients/bulk/" + done.path("id").asLong() + "/undo", token, Map.of())
                .body();
        assertThat(undone.path("undone").asInt()).isEqualTo(1);
        assertThat(undone.path("kept").asInt()).isEqualTo(1);
        assertThat(card(token, anna).path("stage").path("role").asString()).isEqualTo("first_contact");
        assertThat(card(token, boris).path("stage").path("role").asString()).isEqualTo("active");
    }

    @Test
    void archive_and_assignment_are_done_and_undone() {
        Business business = world.business();
        String token = world.token(business, Role.MANAGER);
        long me = world.get("/api/auth/me", token).body().path("id").asLong();
        long anna = make(token, "Анна");
        JsonNode assigned = bulk(token, Map.of("deed", "assign", "assigned_to", me, "ids", List.of(anna)));
        assertThat(card(token, anna).path("assigned_to").asLong()).isEqualTo(me);
        JsonNode archived = bulk(token, Map.of("deed", "archive", "ids", List.of(anna)));
        assertThat(card(token, anna).path("archived").asBoolean()).isTrue();
        world.post("/api/clients/bulk/" + archived.path("id").asLong() + "/undo", token, Map.of());
        world.post("/api/clients/bulk/" + assigned.path("id").asLong() + "/undo", token, Map.of());
        assertThat(card(token, anna).path("archived").asBoolean()).isFalse();
        assertThat(card(token, anna).path("assigned_to").isNull()).isTrue();
        JsonNode edit = world.get("/api/clients/" + anna + "/timeline?limit=1", token)
                .body()
                .path("items")
                .path(0);
        assertThat(edit.path("text").asString()).startsWith("Ответственный: ").contains(" → ");
    }

    @Test
    void who_was_deleted_in_bulk_comes_back_from_the_trash() {
        String token = world.token(world.business(), Role.MANAGER);
        long anna = make(token, "Анна");
        JsonNode deleted = bulk(token, Map.of("deed", "delete", "ids", List.of(anna)));
        assertThat(deleted.path("changed").asInt()).isEqualTo(1);
        assertThat(world.get("/api/clients", token).body().path("items")).isEmpty();
        world.post("/api/clients/bulk/" + deleted.path("id").asLong() + "/undo", token, Map.of());
        assertThat(world.get("/api/clients", token).body().path("items")).hasSize(1);
    }

    @Test
    void over_a_thousand_it_goes_on_in_the_background() {
        Business business = world.business();
        String token = world.token(business, Role.MANAGER);
        world.run(
                business,
                () -> jdbc.sql("""
                        insert into clients.client (business_id, id, stands_as, name, source, created_at)
                        select :business, n, n, 'К ' || n, 'проба', :now
                          from (select nextval('clients.client_id_seq') as n from generate_series(1, 1001)) fresh
                        """)
                        .param("business", business.id().value())
                        .param("now", Sql.at(world.clock().instant()))
                        .update());
        JsonNode begun = bulk(token, Map.of("deed", "archive", "filter", Map.of("source", "проба")));
        assertThat(begun.path("state").asString()).isEqualTo("running");
        world.drain();
        JsonNode done = world.get("/api/clients/bulk/" + begun.path("id").asLong(), token)
                .body();
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("changed").asInt()).isEqualTo(1_001);
    }

    @Test
    void wrong_requests_are_refused_by_name() {
        String token = world.token(world.business(), Role.MANAGER);
        var bodies = new ArrayList<Map<String, Object>>();
        bodies.add(Map.of("deed", "tag", "tag", "вип"));
        bodies.add(Map.of("deed", "tag", "tag", "вип", "ids", List.of(1), "filter", Map.of()));
        bodies.add(Map.of("deed", "move", "stage_id", 999_999_999, "ids", List.of(1)));
        bodies.add(Map.of("deed", "assign", "assigned_to", 999_999_999, "ids", List.of(1)));
        bodies.add(Map.of("deed", "tag", "ids", List.of(1)));
        bodies.add(Map.of("deed", "tag", "tag", "вип", "filter", Map.of("created_from", "вчера")));
        bodies.forEach(
                body -> assertThat(world.post("/api/clients/bulk", token, body).status())
                        .as(body.toString())
                        .isEqualTo(422));
    }
}

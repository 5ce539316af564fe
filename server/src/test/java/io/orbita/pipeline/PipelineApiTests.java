package io.orbita.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.payments.PaymentCompleted;
import io.orbita.payments.PaymentId;
import io.orbita.platform.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class PipelineApiTests {
    private final World world;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    PipelineApiTests(World world, Clients clients, ApplicationEventPublisher events, JdbcClient jdbc) {
        this.world = world;
        this.clients = clients;
        this.events = events;
        this.jdbc = jdbc;
    }

    private ClientId arrive(Business business, String id) {
        return world.in(
                business,
                () -> clients.arrive(
                                business.id(),
                                new Identity(Identity.Kind.SANDBOX, id),
                                new Newcomer("Клиент " + id, null, "telegram", Map.of()),
                                "bot")
                        .client());
    }

    /** Stages by role. */
    private record Stages(Map<String, Long> ids) {
        long get(String role) {
            return Objects.requireNonNull(ids.get(role));
        }
    }

    private Stages stages(String token) {
        var ids = new HashMap<String, Long>();
        world.get("/api/pipeline/stages", token)
                .body()
                .path("items")
                .forEach(stage ->
                        ids.put(stage.path("role").asString(), stage.path("id").asLong()));
        return new Stages(ids);
    }

    private World.Answer move(String token, ClientId client, Map<String, Object> body) {
        return world.post("/api/clients/" + client + "/move-stage", token, body);
    }

    private List<String> history(String token, ClientId client) {
        return world.get("/api/clients/" + client + "/pipeline-history", token)
                .body()
                .path("items")
                .valueStream()
                .map(move -> move.path("to_stage").path("role").asString() + " by "
                        + move.path("cause").asString())
                .toList();
    }

    private List<Long> column(String token, long stage) {
        List<Long> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode column = world.get(
                            "/api/pipeline/board?limit=3&stage_id=" + stage
                                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
                            token)
                    .body()
                    .path("columns")
                    .path(0);
            column.path("items")
                    .forEach(card -> ids.add(card.path("client").path("id").asLong()));
            cursor = column.path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        return ids;
    }

    @Test
    void a_new_business_has_the_seven_stages_in_order_with_their_names() {
        String token = world.token(world.business(), Role.MANAGER);
        assertThat(world.get("/api/pipeline/stages", token)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(stage -> stage.path("name").asString() + " "
                                + stage.path("role").asString()))
                .containsExactly(
                        "Первичный контакт first_contact",
                        "Консультация consultation",
                        "Принимают решение deciding",
                        "Куплена услуга purchased",
                        "Активный клиент active",
                        "Завершен finished",
                        "Неактивен inactive");
    }

    @Test
    void a_move_by_hand_goes_anywhere_and_where_the_client_stands_writes_nothing() {
        Business business = world.business();
        String token = world.token(business, Role.MANAGER);
        ClientId anna = arrive(business, "1");
        var stages = stages(token);
        World.Answer moved = move(token, anna, Map.of("stage_id", stages.get("inactive"), "notes", "не отвечает"));
        assertThat(moved.body().path("moved").asBoolean()).isTrue();
        assertThat(moved.body().path("move").path("notes").asString()).isEqualTo("не отвечает");
        assertThat(moved.body().path("move").path("moved_by").isNumber()).isTrue();
        World.Answer again = move(token, anna, Map.of("stage_id", stages.get("inactive")));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().toString()).isEqualTo("{\"moved\":false}");
        World.Answer back = world.post(
                "/api/pipeline/clients/" + anna + "/move-stage",
                token,
                Map.of("stage_id", stages.get("first_contact")));
        assertThat(back.body().path("moved").asBoolean()).isTrue();
        assertThat(history(token, anna))
                .containsExactly("first_contact by bot", "inactive by manual", "first_contact by manual");
        assertThat(world.get("/api/clients/" + anna, token)
                        .body()
                        .path("stage")
                        .path("role")
                        .asString())
                .isEqualTo("first_contact");
        assertThat(move(token, anna, Map.of("stage_id", 999_999_999)).status()).isEqualTo(422);
        assertThat(move(token, new ClientId(999_999_999), Map.of("stage_id", stages.get("active")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_inactive_client_who_writes_again_stands_at_the_first_contact() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        ClientId anna = arrive(business, "1");
        var stages = stages(token);
        for (int i = 0; i < 2; i++) {
            move(token, anna, Map.of("stage_id", stages.get("inactive")));
            arrive(business, "1");
            arrive(business, "1");
        }
        assertThat(history(token, anna))
                .containsExactly(
                        "first_contact by bot",
                        "inactive by manual",
                        "first_contact by bot",
                        "inactive by manual",
                        "first_contact by bot");
    }

    @Test
    void a_move_by_hand_is_taken_back_once_within_ten_minutes_and_only_while_it_is_the_last() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        ClientId anna = arrive(business, "1");
        var stages = stages(token);
        long move = move(token, anna, Map.of("stage_id", stages.get("active")))
                .body()
                .path("move")
                .path("id")
                .asLong();
        String undo = "/api/pipeline/moves/" + move + "/undo";
        World.Answer undone = world.call(HttpMethod.POST, undo, token, null);
        assertThat(undone.status()).isEqualTo(200);
        assertThat(undone.body().path("cause").asString()).isEqualTo("undo");
        assertThat(history(token, anna))
                .containsExactly("first_contact by bot", "active by manual", "first_contact by undo");
        assertThat(world.call(HttpMethod.POST, undo, token, null).status()).isEqualTo(409);

        long late = move(token, anna, Map.of("stage_id", stages.get("active")))
                .body()
                .path("move")
                .path("id")
                .asLong();
        world.clock().advance(Duration.ofMinutes(10).plusSeconds(1));
        String fresh = world.token(business, Role.ADMIN);
        assertThat(world.call(HttpMethod.POST, "/api/pipeline/moves/" + late + "/undo", fresh, null)
                        .status())
                .isEqualTo(409);

        long first = move(fresh, anna, Map.of("stage_id", stages.get("finished")))
                .body()
                .path("move")
                .path("id")
                .asLong();
        move(fresh, anna, Map.of("stage_id", stages.get("inactive")));
        assertThat(world.call(HttpMethod.POST, "/api/pipeline/moves/" + first + "/undo", fresh, null)
                        .status())
                .isEqualTo(409);
        assertThat(world.call(HttpMethod.POST, "/api/pipeline/moves/999999999/undo", fresh, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_stage_with_clients_is_not_removed_and_a_role_keeps_its_last_stage() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        ClientId anna = arrive(business, "1");
        var stages = stages(token);
        World.Answer own = world.post(
                "/api/pipeline/stages", token, Map.of("name", "Созвон", "colour", "#AABBCC", "description", "в среду"));
        assertThat(own.status()).isEqualTo(201);
        assertThat(own.body().path("colour").asString()).isEqualTo("#aabbcc");
        long call = own.body().path("id").asLong();
        move(token, anna, Map.of("stage_id", call));
        World.Answer inUse = world.call(HttpMethod.DELETE, "/api/pipeline/stages/" + call, token, null);
        assertThat(inUse.status()).isEqualTo(409);
        assertThat(inUse.body().path("code").asString()).isEqualTo("pipeline.stage-in-use");
        assertThat(inUse.body().path("clients").asLong()).isEqualTo(1);

        move(token, anna, Map.of("stage_id", stages.get("first_contact")));
        assertThat(world.call(HttpMethod.DELETE, "/api/pipeline/stages/" + call, token, null)
                        .status())
                .isEqualTo(204);
        assertThat(move(token, anna, Map.of("stage_id", call))
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("pipeline.stage-removed");
        assertThat(world.get("/api/clients/" + anna + "/pipeline-history", token)
                        .body()
                        .path("items")
                        .path(1)
                        .path("to_stage")
                        .path("name")
                        .asString())
                .isEqualTo("Созвон");

        long finished = stages.get("finished");
        assertThat(world.call(HttpMethod.DELETE, "/api/pipeline/stages/" + finished, token, null)
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("pipeline.last-of-role");
        Map<String, Object> withoutRole = Map.of("name", "Конец");
        assertThat(world.call(HttpMethod.PUT, "/api/pipeline/stages/" + finished, token, withoutRole)
                        .status())
                .isEqualTo(409);
        world.post("/api/pipeline/stages", token, Map.of("name", "Ещё один конец", "role", "finished"));
        assertThat(world.call(HttpMethod.PUT, "/api/pipeline/stages/" + finished, token, withoutRole)
                        .status())
                .isEqualTo(200);
        assertThat(world.call(HttpMethod.DELETE, "/api/pipeline/stages/" + finished, token, null)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void stages_are_put_in_order_all_at_once_and_renaming_breaks_no_automation() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        var stages = stages(token);
        List<Long> ids = new ArrayList<>(world.get("/api/pipeline/stages", token)
                .body()
                .path("items")
                .valueStream()
                .map(stage -> stage.path("id").asLong())
                .toList());
        Collections.reverse(ids);
        World.Answer ordered = world.post("/api/pipeline/stages/order", token, Map.of("stage_ids", ids));
        assertThat(ordered.body()
                        .path("items")
                        .valueStream()
                        .map(stage -> stage.path("id").asLong()))
                .containsExactlyElementsOf(ids);
        assertThat(world.post("/api/pipeline/stages/order", token, Map.of("stage_ids", ids.subList(1, 7)))
                        .status())
                .isEqualTo(422);
        world.call(
                HttpMethod.PUT,
                "/api/pipeline/stages/" + stages.get("purchased"),
                token,
                Map.of("name", "Оплачено", "role", "purchased"));
        ClientId anna = arrive(business, "1");
        world.run(
                business,
                () -> events.publishEvent(
                        new PaymentCompleted(business.id(), new PaymentId(1), anna, Money.rubles(1), 12, "webhook")));
        assertThat(history(token, anna)).containsExactly("first_contact by bot", "purchased by payment");
        assertThat(world.post("/api/pipeline/stages", world.token(business, Role.MANAGER), Map.of("name", "Мой"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void cards_are_dragged_below_and_above_each_other_and_new_ones_come_on_top() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        long stage = stages(token).get("first_contact");
        ClientId a = arrive(business, "1");
        world.clock().advance(Duration.ofSeconds(1));
        ClientId b = arrive(business, "2");
        world.clock().advance(Duration.ofSeconds(1));
        ClientId c = arrive(business, "3");
        assertThat(column(token, stage)).containsExactly(c.value(), b.value(), a.value());
        assertThat(move(token, c, Map.of("stage_id", stage, "after_client_id", b.value()))
                        .body()
                        .path("moved")
                        .asBoolean())
                .isFalse();
        assertThat(column(token, stage)).containsExactly(b.value(), c.value(), a.value());
        move(token, a, Map.of("stage_id", stage, "before_client_id", b.value()));
        assertThat(column(token, stage)).containsExactly(a.value(), b.value(), c.value());
        world.clock().advance(Duration.ofSeconds(1));
        ClientId d = arrive(business, "4");
        assertThat(column(token, stage)).containsExactly(d.value(), a.value(), b.value(), c.value());
        assertThat(history(token, c)).hasSize(1);
        assertThat(move(token, a, Map.of("stage_id", stage, "after_client_id", a.value()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void twenty_drags_at_once_lose_no_card_and_leave_one_order() throws Exception {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        long stage = stages(token).get("deciding");
        List<ClientId> people = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            people.add(arrive(business, String.valueOf(i)));
        }
        ClientId anchor = arrive(business, "anchor");
        move(token, anchor, Map.of("stage_id", stage));
        try (var hands = Executors.newFixedThreadPool(20)) {
            List<Callable<Integer>> drags = new ArrayList<>();
            for (ClientId client : people) {
                drags.add(() -> move(token, client, Map.of("stage_id", stage, "after_client_id", anchor.value()))
                        .status());
            }
            for (var drag : hands.invokeAll(drags)) {
                assertThat(drag.get()).isEqualTo(200);
            }
        }
        List<Long> order = column(token, stage);
        assertThat(order).hasSize(21).doesNotHaveDuplicates();
        assertThat(order.getFirst()).isEqualTo(anchor.value());
        assertThat(column(token, stage)).isEqualTo(order);
        assertThat(world.in(
                        business,
                        () -> jdbc.sql("select count(distinct position) from pipeline.card where stage_id = :stage")
                                .param("stage", stage)
                                .query(Long.class)
                                .single()))
                .isEqualTo(21);
    }

    @Test
    void a_move_by_hand_and_a_payment_at_once_leave_a_history_that_joins_up() throws Exception {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        var stages = stages(token);
        for (int round = 0; round < 5; round++) {
            ClientId anna = arrive(business, "r" + round);
            long payment = round + 1;
            try (var hands = Executors.newFixedThreadPool(3)) {
                var done = hands.invokeAll(List.<Callable<Integer>>of(
                        () -> move(token, anna, Map.of("stage_id", stages.get("deciding")))
                                .status(),
                        () -> pay(business, anna, payment),
                        () -> pay(business, anna, payment)));
                for (var one : done) {
                    one.get();
                }
            }
            JsonNode items = world.get("/api/clients/" + anna + "/pipeline-history", token)
                    .body()
                    .path("items");
            for (int i = 1; i < items.size(); i++) {
                assertThat(items.path(i).path("from_stage"))
                        .isEqualTo(items.path(i - 1).path("to_stage"));
            }
            assertThat(history(token, anna))
                    .filteredOn(move -> move.endsWith("by payment"))
                    .hasSize(1);
            assertThat(world.get("/api/clients/" + anna, token).body().path("stage"))
                    .isEqualTo(items.path(items.size() - 1).path("to_stage"));
        }
    }

    private int pay(Business business, ClientId client, long payment) {
        world.run(
                business,
                () -> events.publishEvent(new PaymentCompleted(
                        business.id(), new PaymentId(payment), client, Money.rubles(1), 12, "webhook")));
        return 200;
    }

    @Test
    void a_stage_removed_while_clients_are_moved_to_it_ends_empty_or_stays() throws Exception {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        for (int round = 0; round < 12; round++) {
            ClientId anna = arrive(business, "r" + round);
            long call = world.post("/api/pipeline/stages", token, Map.of("name", "Созвон"))
                    .body()
                    .path("id")
                    .asLong();
            int moved;
            int removed;
            try (var hands = Executors.newFixedThreadPool(2)) {
                var done = hands.invokeAll(List.<Callable<Integer>>of(
                        () -> move(token, anna, Map.of("stage_id", call)).status(),
                        () -> world.call(HttpMethod.DELETE, "/api/pipeline/stages/" + call, token, null)
                                .status()));
                moved = done.get(0).get();
                removed = done.get(1).get();
            }
            assertThat(List.of(moved, removed)).isIn(List.of(200, 409), List.of(409, 204));
        }
    }

    @Test
    void parted_cards_whose_stage_is_gone_stand_at_the_first() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        ClientId anna = arrive(business, "1");
        ClientId other = arrive(business, "2");
        long call = world.post("/api/pipeline/stages", token, Map.of("name", "Созвон"))
                .body()
                .path("id")
                .asLong();
        move(token, other, Map.of("stage_id", call));
        long merge = world.post("/api/clients/" + anna + "/merge", token, Map.of("client_id", other.value()))
                .body()
                .path("id")
                .asLong();
        move(token, anna, Map.of("stage_id", stages(token).get("active")));
        assertThat(world.call(HttpMethod.DELETE, "/api/pipeline/stages/" + call, token, null)
                        .status())
                .isEqualTo(204);
        world.call(HttpMethod.POST, "/api/clients/" + anna + "/merges/" + merge + "/undo", token, null);
        assertThat(world.get("/api/clients/" + other, token)
                        .body()
                        .path("stage")
                        .path("role")
                        .asString())
                .isEqualTo("first_contact");
        assertThat(world.get("/api/clients/" + anna, token)
                        .body()
                        .path("stage")
                        .path("role")
                        .asString())
                .isEqualTo("active");
    }

    @Test
    void a_merged_card_stands_at_the_further_stage_and_each_goes_back_to_its_own_when_parted() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        ClientId anna = arrive(business, "1");
        ClientId other = arrive(business, "2");
        pay(business, other, 1);
        long merge = world.post("/api/clients/" + anna + "/merge", token, Map.of("client_id", other.value()))
                .body()
                .path("id")
                .asLong();
        assertThat(world.get("/api/clients/" + anna, token)
                        .body()
                        .path("stage")
                        .path("role")
                        .asString())
                .isEqualTo("purchased");
        assertThat(history(token, anna))
                .containsExactly("first_contact by bot", "purchased by payment", "purchased by merge");
        assertThat(column(token, stages(token).get("purchased"))).containsExactly(anna.value());

        assertThat(world.call(HttpMethod.POST, "/api/clients/" + anna + "/merges/" + merge + "/undo", token, null)
                        .status())
                .isEqualTo(200);
        assertThat(history(token, anna))
                .containsExactly("first_contact by bot", "purchased by merge", "first_contact by undo");
        assertThat(history(token, other)).containsExactly("first_contact by bot", "purchased by payment");
        assertThat(column(token, stages(token).get("purchased"))).containsExactly(other.value());
        assertThat(column(token, stages(token).get("first_contact"))).containsExactly(anna.value());
    }

    @Test
    void cards_that_are_parted_have_the_places_in_their_columns_that_they_had() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        ClientId anna = arrive(business, "1");
        ClientId other = arrive(business, "2");
        world.clock().advance(Duration.ofSeconds(1));
        ClientId boris = arrive(business, "3");
        ClientId vera = arrive(business, "4");
        pay(business, other, 1);
        world.clock().advance(Duration.ofSeconds(1));
        pay(business, vera, 2);
        world.clock().advance(Duration.ofSeconds(1));
        long first = stages(token).get("first_contact");
        long purchased = stages(token).get("purchased");
        List<Long> beginners = column(token, first);
        List<Long> buyers = column(token, purchased);
        assertThat(beginners).containsExactly(boris.value(), anna.value());
        assertThat(buyers).containsExactly(vera.value(), other.value());

        for (int round = 0; round < 2; round++) {
            long merge = world.post("/api/clients/" + anna + "/merge", token, Map.of("client_id", other.value()))
                    .body()
                    .path("id")
                    .asLong();
            assertThat(column(token, purchased)).containsExactly(anna.value(), vera.value());
            world.clock().advance(Duration.ofSeconds(1));
            ClientId late = arrive(business, "1" + round);
            world.call(HttpMethod.POST, "/api/clients/" + anna + "/merges/" + merge + "/undo", token, null);
            beginners.addFirst(late.value());
            assertThat(column(token, first)).isEqualTo(beginners);
            assertThat(column(token, purchased)).isEqualTo(buyers);
        }
    }

    @Test
    void the_figures_count_who_reached_a_stage_and_not_who_was_taken_back_or_merged() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        var stages = stages(token);
        ClientId anna = arrive(business, "1");
        ClientId boris = arrive(business, "2");
        pay(business, anna, 1);
        long mistake = move(token, boris, Map.of("stage_id", stages.get("active")))
                .body()
                .path("move")
                .path("id")
                .asLong();
        world.call(HttpMethod.POST, "/api/pipeline/moves/" + mistake + "/undo", token, null);
        JsonNode figures = world.get("/api/pipeline/analytics", token).body().path("stages");
        assertThat(figure(figures, "first_contact").path("reached").asInt()).isEqualTo(2);
        assertThat(figure(figures, "first_contact").path("passed_on").asInt()).isEqualTo(1);
        assertThat(figure(figures, "first_contact").path("conversion").asDouble())
                .isEqualTo(0.5);
        assertThat(figure(figures, "first_contact").path("now").asInt()).isEqualTo(1);
        assertThat(figure(figures, "purchased").path("reached").asInt()).isEqualTo(1);
        assertThat(figure(figures, "active").path("reached").asInt()).isZero();
        assertThat(world.get("/api/pipeline/analytics?from=2026-12-02&to=2026-12-01", token)
                        .status())
                .isEqualTo(422);
        assertThat(world.get("/api/pipeline/analytics?from=01.12.2026", token).status())
                .isEqualTo(422);
    }

    private static JsonNode figure(JsonNode figures, String role) {
        return figures.valueStream()
                .filter(figure -> figure.path("stage").path("role").asString().equals(role))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void moves_are_never_rewritten_not_even_by_the_application() {
        Business business = world.business();
        arrive(business, "1");
        for (String table : List.of("move", "fact")) {
            for (String sql :
                    List.of("update pipeline." + table + " set business_id = 1", "delete from pipeline." + table)) {
                org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> world.in(business, () -> jdbc.sql(sql).update()))
                        .as(sql)
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
    }
}

package io.orbita.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.ScriptedAnswerer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One thread over all channels of a person, and messages for later. */
@MessagingTest
class ThreadTests extends InboxOfABusiness {
    ThreadTests(
            World world,
            Messaging messaging,
            Clients clients,
            ScriptedAnswerer answerer,
            SaidByClients personalData,
            JdbcClient jdbc) {
        super(world, messaging, clients, answerer, personalData, jdbc);
    }

    @Test
    void everything_said_over_all_channels_is_one_thread_in_pages() {
        var client = mailed(meet(vera));
        assertThat(write(client, "В боте", null, null).path("channel").asString())
                .isEqualTo("sandbox");
        assertThat(write(client, "Почтой", "email", null).path("channel").asString())
                .isEqualTo("email");
        world.drain();
        say(vera, "Спасибо");
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var page = world.get(
                            "/api/clients/" + client.value() + "/messages?limit=2"
                                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
                            manager)
                    .body();
            page.path("items")
                    .forEach(it -> seen.add(it.path("channel").asString() + ":"
                            + it.path("text").asString()));
            cursor = page.path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactly("sandbox:Спасибо", "email:Почтой", "sandbox:В боте", "sandbox:привет");
        assertThat(world.post(
                                "/api/clients/" + client.value() + "/messages",
                                manager,
                                Map.of("text", "x", "channel", "vk"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_message_for_later_can_be_changed_taken_back_and_leaves_at_its_time() {
        var client = meet(vera);
        var first = write(client, "Завтра", null, Duration.ofHours(20))
                .path("scheduled_id")
                .asLong();
        var second = write(client, "Передумаю", null, Duration.ofHours(20))
                .path("scheduled_id")
                .asLong();
        assertThat(waiting()).hasSize(2);
        assertThat(change(first, "Послезавтра", Duration.ofHours(40)).status()).isEqualTo(200);
        assertThat(world.call(HttpMethod.DELETE, "/api/scheduled-messages/" + second, staff(), null)
                        .status())
                .isEqualTo(204);
        pass(Duration.ofHours(21));
        assertThat(heardByVera()).as("moved and taken back").isEmpty();
        pass(Duration.ofHours(20));
        assertThat(heardByVera()).containsExactly("Послезавтра");
        assertThat(waiting()).isEmpty();
        assertThat(state(first)).isEqualTo("sent");
        assertThat(state(second)).isEqualTo("cancelled");
        assertThat(change(first, "Поздно", Duration.ofHours(1)).status()).isEqualTo(409);
        pass(Duration.ofHours(50));
        assertThat(heardByVera()).hasSize(1);
    }

    @Test
    void what_makes_no_sense_any_more_is_dropped_and_staff_hears_of_it() {
        var client = meet(vera);
        var unreachable = write(client, "Как дела?", null, Duration.ofHours(1))
                .path("scheduled_id")
                .asLong();
        vera.post(vera.blocked(true));
        world.drain();
        pass(Duration.ofHours(2));
        assertThat(state(unreachable)).isEqualTo("dropped");
        vera.post(vera.blocked(false));
        world.drain();
        var archived = write(client, "С днём рождения!", null, Duration.ofHours(1))
                .path("scheduled_id")
                .asLong();
        assertThat(world.call(HttpMethod.DELETE, "/api/clients/" + client.value(), admin(), null)
                        .status())
                .isBetween(200, 204);
        pass(Duration.ofHours(2));
        assertThat(state(archived)).isEqualTo("dropped");
        assertThat(heardByVera()).isEmpty();
        assertThat(world.get("/api/notices", staff()).body().toString())
                .contains("scheduled.dropped")
                .contains("клиент в архиве");
    }

    @Test
    void an_erased_person_is_not_written_to() {
        var client = meet(vera);
        var later = write(client, "Тайна", null, Duration.ofHours(1))
                .path("scheduled_id")
                .asLong();
        assertThat(world.in(business, () -> personalData.export(business.id(), client))
                        .toString())
                .contains("Тайна");
        world.run(business, () -> personalData.erase(business.id(), client));
        pass(Duration.ofHours(2));
        assertThat(state(later)).isEqualTo("cancelled");
        assertThat(world.in(
                        business,
                        () -> jdbc.sql(
                                        "select string_agg(s::text, '') from messaging.scheduled_message s where business_id = :business")
                                .param("business", business.id().value())
                                .query(String.class)
                                .single()))
                .doesNotContain("Тайна");
    }

    @Test
    void the_time_is_in_the_future_and_within_a_year() {
        var client = meet(vera);
        for (var wrong : List.of(Duration.ofSeconds(-1), Duration.ZERO, Duration.ofDays(400))) {
            assertThat(world.post("/api/clients/" + client.value() + "/messages", manager, body("x", null, wrong))
                            .status())
                    .isEqualTo(422);
        }
    }

    private ClientId mailed(ClientId client) {
        world.run(
                business,
                () -> clients.addIdentity(
                        business.id(),
                        client,
                        Identity.email("vera@client.test").orElseThrow(),
                        true));
        return client;
    }

    private JsonNode write(ClientId client, String text, @Nullable String channel, @Nullable Duration in) {
        var answer = world.post("/api/clients/" + client.value() + "/messages", staff(), body(text, channel, in));
        assertThat(answer.status()).isBetween(200, 201);
        return answer.body();
    }

    private Map<String, Object> body(String text, @Nullable String channel, @Nullable Duration in) {
        var body = new TreeMap<String, Object>(Map.of("text", text));
        if (channel != null) {
            body.put("channel", channel);
        }
        if (in != null) {
            body.put("send_at", at(in));
        }
        return body;
    }

    private String at(Duration in) {
        Instant time = world.clock().instant().plus(in);
        return time.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    private World.Answer change(long id, String text, Duration in) {
        return world.call(
                HttpMethod.PUT, "/api/scheduled-messages/" + id, staff(), Map.of("text", text, "send_at", at(in)));
    }

    private List<JsonNode> waiting() {
        return world.get("/api/scheduled-messages", staff())
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private String state(long id) {
        return world.get("/api/scheduled-messages/" + id, staff())
                .body()
                .path("state")
                .asString();
    }

    private List<String> heardByVera() {
        return vera.messages(0).stream().map(it -> it.path("text").asString()).toList();
    }

    /** A token lives ten minutes, and time flies here. */
    private String staff() {
        return world.token(business, Role.MANAGER);
    }

    private String admin() {
        return world.token(business, Role.ADMIN);
    }

    private void pass(Duration time) {
        world.clock().advance(time);
        world.drain();
    }
}

package io.orbita.messaging.vk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.ScriptedAnswerer;
import io.orbita.messaging.spi.InboundMessage;
import io.orbita.messaging.spi.InboundMessage.What;
import io.orbita.messaging.telegram.BotSwitch;
import io.orbita.messaging.telegram.FakeTelegram;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.files.FileStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A community of VK: its events, its messages, and what goes wrong with both. */
@MessagingTest
class VkRoomTests {
    private static final AtomicLong NUMBERS = new AtomicLong(1_000_222);
    private static final String SECRET = "aaQ13axAPQEcczQa";

    private final World world;
    private final Messaging messaging;
    private final Clients clients;
    private final ScriptedAnswerer answerer;
    private final FileStore files;
    private final JdbcClient jdbc;
    private final VkIntegration integration;
    private final FakeTelegram telegram;
    private final BotSwitch bots;
    private final Business business;
    private final FakeVk.Group group;
    private final long vera = NUMBERS.incrementAndGet();

    VkRoomTests(
            World world,
            Messaging messaging,
            Clients clients,
            ScriptedAnswerer answerer,
            FileStore files,
            JdbcClient jdbc,
            Businesses businesses,
            VkIntegration integration,
            FakeTelegram telegram,
            BotSwitch bots,
            FakeVk vk) {
        this.telegram = telegram;
        this.bots = bots;
        this.integration = integration;
        this.world = world;
        this.messaging = messaging;
        this.clients = clients;
        this.answerer = answerer;
        this.files = files;
        this.jdbc = jdbc;
        this.business = businesses.create(
                "vk-" + PublicId.random(20).toLowerCase(java.util.Locale.ROOT),
                "VK",
                ZoneId.of("Europe/Moscow"),
                false);
        world.withoutReminders(business);
        this.group = vk.newGroup();
    }

    @BeforeEach
    void connect() {
        save(Map.of("group_id", group.id, "token", group.token, "confirmation", "1a2b3c4d", "secret", SECRET));
    }

    @AfterEach
    void disconnect() {
        save(Map.of("group_id", ""));
        world.drain();
    }

    @Test
    void one_community_serves_one_business() {
        Business other = world.business();
        var values = Map.of("group_id", group.id, "token", group.token);
        Runnable connect = () -> world.run(other, () -> integration.save(other.id(), values));
        assertThatThrownBy(connect::run).isInstanceOf(GroupTaken.class);
        save(Map.of("group_id", ""));
        connect.run();
        assertThatThrownBy(() -> save(Map.of("group_id", group.id, "token", group.token)))
                .isInstanceOf(GroupTaken.class);
        world.run(other, () -> integration.save(other.id(), Map.of("group_id", "")));
    }

    @Test
    void the_confirmation_string_goes_to_the_right_community_only() throws Exception {
        var right = post("{\"type\":\"confirmation\",\"group_id\":" + group.id + "}");
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).isEqualTo("1a2b3c4d");
        assertThat(post("{\"type\":\"confirmation\",\"group_id\":1}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_event_is_believed_only_with_the_secret_and_of_our_community() throws Exception {
        assertThat(post(said("Хочу программу", 12).replace(SECRET, "forged")).statusCode())
                .isEqualTo(404);
        assertThat(post(said("Хочу программу", 12).replace("\"secret\":\"" + SECRET + "\",", ""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(said("Хочу программу", 12).replace("\"group_id\":" + group.id, "\"group_id\":7"))
                        .statusCode())
                .isEqualTo(404);
        world.drain();
        assertThat(answerer.heard(business.id())).isEmpty();
    }

    @Test
    void a_repeated_event_is_one_message_and_its_writer_has_a_name() throws Exception {
        for (int i = 0; i < 3; i++) {
            var answer = post(said("Хочу программу", 12));
            assertThat(answer.body()).isEqualTo("ok");
        }
        post(said("И ещё", 13));
        world.drain();
        assertThat(answerer.heard(business.id()))
                .extracting(InboundMessage::what)
                .containsExactly(new What.Text("Хочу программу"), new What.Text("И ещё"));
        var first = answerer.heard(business.id()).getFirst();
        assertThat(first.firstName()).isEqualTo("Вера");
        assertThat(first.sender()).isEqualTo(Long.toString(vera));
        assertThat(group.calls("users.get")).as("asked once").hasSize(1);
    }

    @Test
    void strange_and_hostile_events_are_answered_and_ignored() throws Exception {
        for (var object : List.of(
                "{}",
                "{\"message\":{\"from_id\":-5,\"peer_id\":-5,\"text\":\"x\"}}",
                "{\"message\":[1]}",
                "null",
                "{\"message\":{\"from_id\":9223372036854775807,\"text\":\"x\"}}",
                "{\"message\":{\"from_id\":5,\"peer_id\":2000000001,\"conversation_message_id\":1,\"text\":\"в беседе\"}}")) {
            var answer = post(event("message_new", "e" + object.hashCode(), object));
            assertThat(answer.statusCode()).as(object).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ok");
        }
        assertThat(post(event("wall_post_new", "w1", "{\"id\":314}")).body()).isEqualTo("ok");
        world.drain();
        assertThat(answerer.heard(business.id())).isEmpty();
    }

    @Test
    void the_start_button_and_a_link_begin_the_talk() throws Exception {
        post(message(
                "\"text\":\"Начать\",\"payload\":\"{\\\"command\\\":\\\"start\\\"}\",\"ref\":\"vk_post_42-A\"", 1));
        post(message("\"text\":\"/stop\"", 2));
        world.drain();
        assertThat(answerer.heard(business.id()))
                .extracting(InboundMessage::what)
                .containsExactly(new What.Command("start", "vk_post_42-A"), new What.Command("stop", ""));
    }

    @Test
    void buttons_carry_our_number_and_a_press_comes_back_with_it() throws Exception {
        var chat = meet();
        long id = send(Content.of(
                "Ваша цель?",
                List.of(
                        List.of(Button.press("Похудеть", "goal:lose"), Button.press("Набрать", "goal:gain")),
                        List.of(Button.link("Сайт", "https://orbita.test")))));
        var shown = group.messages().getLast();
        assertThat(Objects.requireNonNull(shown.keyboard()).path("inline").asBoolean())
                .isTrue();
        var payload = shown.keyboard()
                .path("buttons")
                .path(0)
                .path(0)
                .path("action")
                .path("payload")
                .asString();
        post(event(
                "message_event",
                "p1",
                "{\"user_id\":%d,\"peer_id\":%d,\"event_id\":\"8a7b6c\",\"payload\":%s,\"conversation_message_id\":5}"
                        .formatted(vera, vera, payload)));
        world.drain();
        assertThat(answerer.heard(business.id()).getLast().what()).isEqualTo(new What.Press("goal:lose", id));
        assertThat(group.calls("messages.sendMessageEventAnswer"))
                .singleElement()
                .satisfies(it -> assertThat(it.form()).containsEntry("event_id", "8a7b6c"));
        world.run(
                business,
                () -> messaging.send(
                        business.id(),
                        new Outgoing(
                                chat,
                                Content.of("Цель: похудеть", List.of(List.of(Button.press("Дальше", "next")))),
                                "test.ticks",
                                "tick",
                                Outgoing.Promise.AT_LEAST_ONCE,
                                Outgoing.Author.BOT,
                                null,
                                id)));
        world.drain();
        assertThat(group.messages())
                .singleElement()
                .satisfies(it -> assertThat(it.text()).isEqualTo("Цель: похудеть"));
    }

    @Test
    void more_than_ten_buttons_take_the_larger_keyboard_and_a_bad_link_stands_in_the_text() throws Exception {
        meet();
        send(Content.of(
                "Что есть дома?",
                IntStream.range(0, 23)
                        .mapToObj(i -> List.of(
                                Button.press("Очень длинное название снаряда номер " + i + " и ещё", "eq:" + i)))
                        .toList()));
        assertThat(Objects.requireNonNull(group.messages().getLast().keyboard())
                        .path("inline")
                        .asBoolean())
                .isFalse();
        send(Content.of("Оплата", List.of(List.of(Button.link("Оплатить", "http://localhost/pay")))));
        assertThat(group.messages().getLast().text()).isEqualTo("Оплата\nОплатить: http://localhost/pay");
    }

    @Test
    void a_document_goes_in_three_steps() throws Exception {
        meet();
        var file = world.in(
                business,
                () -> files.put(business.id(), "программа".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        group.next("docs.save", 10);
        send(Content.document(
                "Ваша программа", new Content.Document("Программа.pdf", "application/pdf", file), List.of()));
        settle();
        var shown = group.messages().getLast();
        assertThat(shown.text()).isEqualTo("Ваша программа");
        assertThat(new String(
                        group.document(Objects.requireNonNull(shown.attachment())),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("программа");
        assertThat(group.messages()).hasSize(1);
    }

    @Test
    void a_lost_answer_is_repeated_and_still_one_message() throws Exception {
        meet();
        group.next("messages.send", FakeVk.ANSWER_LOST, FakeVk.SILENCE, FakeVk.GATEWAY, 6, 1);
        send(Content.of("Оплата прошла"));
        IntStream.range(0, 12).forEach(i -> pass(Duration.ofSeconds(15)));
        assertThat(group.messages()).as("random_id").hasSize(1);
        assertThat(group.calls("messages.send")).hasSize(6);
        assertThat(group.calls("messages.send").stream()
                        .map(it -> it.form().get("random_id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whoever_denied_messages_gets_none_until_they_allow_them() throws Exception {
        var chat = meet();
        post(event("message_deny", "d1", "{\"user_id\":" + vera + "}"));
        world.drain();
        assertThat(reachable(chat)).isFalse();
        post(event("message_allow", "a1", "{\"user_id\":" + vera + ",\"key\":\"\"}"));
        world.drain();
        assertThat(reachable(chat)).isTrue();
        group.deny(vera);
        send(Content.of("Здравствуйте"));
        settle();
        assertThat(reachable(chat)).as("901").isFalse();
        assertThat(group.calls("messages.send")).hasSize(1);
    }

    @Test
    void a_refused_token_stops_sending_tells_the_owner_and_loses_nothing() throws Exception {
        meet();
        group.next("messages.send", 5);
        send(Content.of("Здравствуйте"));
        assertThat(world.get("/api/notices", world.token(business, Role.ADMIN))
                        .body()
                        .toString())
                .contains("channel.broken")
                .doesNotContain(group.token);
        pass(Duration.ofMinutes(11));
        assertThat(group.messages()).hasSize(1);
    }

    @Test
    void where_vk_cannot_call_us_its_events_are_asked_for_once_each() {
        world.drain();
        pass(Duration.ofSeconds(2));
        group.happen(said("Хочу программу", 12));
        pass(Duration.ofSeconds(4));
        group.expire();
        group.happen(said("Алло", 13));
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofSeconds(21));
        }
        assertThat(answerer.heard(business.id()))
                .extracting(InboundMessage::what)
                .containsExactly(new What.Text("Хочу программу"), new What.Text("Алло"));
    }

    @Test
    void the_page_of_integrations_tests_the_community_and_shows_no_secret() {
        var admin = world.token(business, Role.ADMIN);
        var tested = world.post("/api/integrations/vk/test", admin, Map.of()).body();
        assertThat(tested.path("ok").asBoolean()).as(tested.toString()).isTrue();
        assertThat(tested.toString()).contains("Студия");
        assertThat(world.get("/api/integrations", admin).body().toString())
                .contains("\"vk\"")
                .doesNotContain(group.token)
                .doesNotContain(SECRET);
        assertThat(world.call(
                                HttpMethod.PUT,
                                "/api/integrations/vk",
                                admin,
                                Map.of("values", Map.of("group_id", "club5")))
                        .status())
                .isEqualTo(422);
        save(Map.of("token", "vk1.a.revoked"));
        assertThat(world.post("/api/integrations/vk/test", admin, Map.of())
                        .body()
                        .path("ok")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_telegram_that_fails_hands_over_to_vk_with_buttons_and_file() throws Exception {
        var chat = meet();
        var client = known(chat);
        var bot = telegram.newBot();
        bots.connect(business, bot);
        bot.happen(new io.orbita.messaging.Chat(world, business).text("/start"));
        bots.poll(business);
        world.drain();
        var inTelegram = answerer.heard(business.id()).getLast().conversation();
        world.run(business, () -> messaging.belongsTo(business.id(), inTelegram, client));
        bot.outage(new io.orbita.messaging.telegram.FakeBot.Fault.Gateway(502));
        var file = world.in(business, () -> files.put(business.id(), new byte[] {1, 2, 3}));
        world.run(
                business,
                () -> messaging.send(
                        business.id(),
                        Outgoing.bot(
                                inTelegram,
                                Content.document(
                                        "Ваша программа",
                                        new Content.Document("Программа.pdf", "application/pdf", file),
                                        List.of(List.of(Button.press("Вопрос тренеру", "ask")))),
                                "programs.document",
                                "program:1")));
        world.drain();
        pass(Duration.ofMinutes(4));
        assertThat(group.messages()).isEmpty();
        pass(Duration.ofMinutes(6).plusSeconds(1));
        assertThat(group.messages()).singleElement().satisfies(it -> {
            assertThat(it.attachment()).isNotNull();
            assertThat(it.keyboard()).isNotNull();
        });
        bot.outage(null);
        IntStream.range(0, 5).forEach(i -> pass(Duration.ofMinutes(15)));
        assertThat(bot.messages()).isEmpty();
        assertThat(group.messages()).hasSize(1);
        assertThat(world.get("/api/clients/" + client.value() + "/messages", world.token(business, Role.MANAGER))
                        .body()
                        .toString())
                .contains("Telegram не отвечает, отправлено в VK");
        bots.disconnectAll();
    }

    @Test
    void an_erased_person_leaves_nothing_of_vk() throws Exception {
        var chat = meet();
        var client = known(chat);
        world.run(
                business,
                () -> jdbc.sql("select messaging.forget(:business, :members)")
                        .param("business", business.id().value())
                        .param("members", new Long[] {client.value()})
                        .query((row, index) -> true)
                        .single());
        assertThat(world.in(
                        business,
                        () -> jdbc.sql(
                                        "select string_agg(c::text, '') from messaging.conversation c where business_id = :business")
                                .param("business", business.id().value())
                                .query(String.class)
                                .single()))
                .doesNotContain(Long.toString(vera))
                .doesNotContain("Вера");
    }

    private ClientId known(ConversationId chat) {
        return world.in(business, () -> {
            var client = clients.arrive(
                            business.id(),
                            new Identity(Identity.Kind.VK, Long.toString(vera)),
                            new Newcomer("Вера", null, "vk", Map.of()),
                            "bot")
                    .client();
            messaging.belongsTo(business.id(), chat, client);
            return client;
        });
    }

    private ConversationId meet() throws Exception {
        group.allow(vera);
        post(said("Здравствуйте", 1));
        world.drain();
        return answerer.heard(business.id()).getLast().conversation();
    }

    private long send(Content content) {
        var chat = answerer.heard(business.id()).getLast().conversation();
        long id = world.in(
                business,
                () -> messaging.send(
                        business.id(), Outgoing.bot(chat, content, "test.word", "k" + NUMBERS.incrementAndGet())));
        world.drain();
        return id;
    }

    private boolean reachable(ConversationId chat) {
        return world.in(business, () -> messaging.conversation(business.id(), chat))
                .orElseThrow()
                .reachable();
    }

    private String said(String text, int number) {
        return message("\"text\":\"" + text + "\"", number);
    }

    private String message(String fields, int number) {
        return event(
                "message_new",
                "6b1f" + number,
                "{\"message\":{\"date\":1790000000,\"from_id\":%d,\"id\":%d,\"out\":0,\"attachments\":[],\"peer_id\":%d,\"conversation_message_id\":%d,%s},\"client_info\":{\"inline_keyboard\":true}}"
                        .formatted(vera, number + 100, vera, number, fields));
    }

    private String event(String type, String id, String object) {
        return "{\"group_id\":%s,\"type\":\"%s\",\"event_id\":\"%s\",\"v\":\"5.199\",\"secret\":\"%s\",\"object\":%s}"
                .formatted(group.id, type, id, SECRET, object);
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(world.url() + "/api/vk/callback/" + business.publicKey()))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private void save(Map<String, String> values) {
        world.run(business, () -> integration.save(business.id(), values));
    }

    private void settle() {
        IntStream.range(0, 6).forEach(i -> pass(Duration.ofSeconds(5)));
    }

    private void pass(Duration time) {
        world.clock().advance(time);
        world.drain();
    }
}

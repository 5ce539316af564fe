package io.orbita.messaging.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.messaging.Chat;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.Notices;
import io.orbita.messaging.Notices.Notice;
import io.orbita.messaging.ScriptedAnswerer;
import io.orbita.messaging.StaffChats;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@MessagingTest
class StaffTests {
    private final World world;
    private final Messaging messaging;
    private final Notices notices;
    private final StaffChats staffChats;
    private final Clients clients;
    private final ScriptedAnswerer answerer;
    private final Business business;
    private final Chat trainer;
    private final Chat vera;

    StaffTests(
            World world,
            Messaging messaging,
            Notices notices,
            StaffChats staffChats,
            Clients clients,
            ScriptedAnswerer answerer) {
        this.world = world;
        this.messaging = messaging;
        this.notices = notices;
        this.staffChats = staffChats;
        this.clients = clients;
        this.answerer = answerer;
        this.business = world.business();
        this.trainer = new Chat(world, business);
        this.vera = new Chat(world, business);
    }

    @Test
    void a_code_links_a_chat_once_and_for_a_quarter_of_an_hour() {
        var code = code(Role.TRAINER);
        assertThat(code.path("link").stringValue())
                .endsWith(code.path("command").stringValue().substring(7));
        say(trainer, code.path("command").stringValue());
        assertThat(last(trainer)).contains("Готово, Проба");
        assertThat(answerer.heard(business.id())).as("nobody else hears a code").isEmpty();
        say(vera, code.path("command").stringValue());
        assertThat(last(vera)).contains("уже не действует");
        var late = code(Role.TRAINER);
        world.clock().advance(Duration.ofMinutes(16));
        say(vera, late.path("command").stringValue());
        assertThat(last(vera)).contains("уже не действует");
        say(vera, "/start staff_guess");
        say(vera, "привет");
        var veras = answerer.heard(business.id()).getLast().conversation();
        assertThat(world.in(business, () -> staffChats.of(business.id(), veras)))
                .isEmpty();
    }

    @Test
    void a_linked_chat_is_known_by_its_staff_user() {
        link(trainer, Role.TRAINER);
        say(trainer, "/stats");
        var conversation = answerer.heard(business.id()).getLast().conversation();
        assertThat(world.in(business, () -> staffChats.of(business.id(), conversation)))
                .hasValueSatisfying(it -> assertThat(it.role()).isEqualTo(Role.TRAINER));
    }

    @Test
    void a_notice_reaches_every_linked_chat_once_and_stands_in_the_list() {
        link(trainer, Role.TRAINER);
        var cashier = new Chat(world, business);
        link(cashier, Role.CASHIER, world.token(business, Role.ADMIN));
        int before = trainer.messages(0).size();
        tell("lead.new", "lead:1", "Новая заявка: Вера", null);
        tell("lead.new", "lead:1", "Новая заявка: Вера", null);
        world.drain();
        assertThat(trainer.messages(0)).hasSize(before + 1);
        assertThat(last(trainer)).isEqualTo("Новая заявка: Вера");
        var manager = world.token(business, Role.MANAGER);
        assertThat(world.get("/api/notices", manager)
                        .body()
                        .path("items")
                        .valueStream()
                        .toList())
                .singleElement()
                .satisfies(it -> assertThat(it.path("kind").stringValue()).isEqualTo("lead.new"));
        assertThat(world.get("/api/notices", world.token(business, Role.CASHIER))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_notice_is_taken_by_the_first() {
        var token = link(trainer, Role.TRAINER);
        var client = meet(vera);
        tell("lead.new", "lead:1", "Новая заявка", client);
        world.drain();
        var message = trainer.messages(0).getLast();
        assertThat(message.path("reply_markup").toString())
                .contains("Взять")
                .contains("Ответить")
                .contains("/admin/clients/" + client);
        press(trainer, "note:take:" + notice());
        assertThat(last(trainer)).startsWith("Взято: Проба.");
        var other = world.post("/api/notices/" + notice() + "/take", world.token(business, Role.MANAGER), Map.of());
        assertThat(other.body().path("taken_by").longValue())
                .isEqualTo(world.get("/api/auth/me", token).body().path("id").longValue());
        assertThat(world.post("/api/notices/99999999/take", token, Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void a_trainer_answers_a_client_from_the_notice() {
        link(trainer, Role.TRAINER);
        var client = meet(vera);
        press(trainer, "note:answer:" + client);
        assertThat(last(trainer)).contains("Вера");
        say(trainer, "Приходите завтра в 10");
        assertThat(last(vera)).isEqualTo("Приходите завтра в 10");
        say(trainer, "просто слова");
        assertThat(last(vera)).as("one answer a press").isEqualTo("Приходите завтра в 10");
        press(trainer, "note:answer:" + client);
        say(trainer, "/cancel");
        say(trainer, "это не ответ");
        assertThat(last(vera)).isEqualTo("Приходите завтра в 10");
    }

    @Test
    void an_answer_that_another_command_interrupts_is_not_sent() {
        link(trainer, Role.TRAINER);
        var client = meet(vera);
        press(trainer, "note:answer:" + client);
        say(trainer, "/stats");
        say(trainer, "это не ответ");
        assertThat(vera.messages(0)).isEmpty();
    }

    @Test
    void buttons_of_notices_do_nothing_for_anybody_else() {
        link(trainer, Role.TRAINER);
        var client = meet(vera);
        tell("lead.new", "lead:1", "Новая заявка", client);
        press(vera, "note:take:" + notice());
        press(vera, "note:answer:" + client);
        say(vera, "я теперь тренер");
        assertThat(vera.messages(0)).isEmpty();
        var untaken = world.get("/api/notices", world.token(business, Role.ADMIN))
                .body()
                .path("items")
                .path(0);
        assertThat(untaken.path("kind").stringValue()).isEqualTo("lead.new");
        assertThat(untaken.path("taken_by").isNull() || untaken.path("taken_by").isMissingNode())
                .as("a stranger takes nothing: %s", untaken)
                .isTrue();
        press(trainer, "note:take:notanumber");
        press(trainer, "note:answer:999999999");
        assertThat(last(trainer)).contains("Написать этому клиенту отсюда нельзя");
    }

    @Test
    void a_staff_user_who_left_gets_nothing_and_may_nothing() {
        var admin = world.token(business, Role.ADMIN);
        var token = link(trainer, Role.TRAINER);
        var user = world.get("/api/auth/me", token).body().path("id").longValue();
        world.call(
                org.springframework.http.HttpMethod.PUT,
                "/api/users/" + user,
                admin,
                Map.of("name", "Проба", "role", "trainer", "active", false));
        int before = trainer.messages(0).size();
        tell("lead.new", "lead:1", "Новая заявка", null);
        press(trainer, "note:take:" + notice());
        assertThat(trainer.messages(0)).hasSize(before);
    }

    @Test
    void whoever_unlinks_gets_no_more_notices() {
        var token = link(trainer, Role.TRAINER);
        int before = trainer.messages(0).size();
        assertThat(world.call(org.springframework.http.HttpMethod.DELETE, "/api/notices/link", token, null)
                        .status())
                .isEqualTo(204);
        tell("lead.new", "lead:1", "Новая заявка", null);
        world.drain();
        assertThat(trainer.messages(0)).hasSize(before);
    }

    private JsonNode code(Role role) {
        return world.post("/api/notices/link-code", world.token(business, role), Map.of())
                .body();
    }

    private String link(Chat chat, Role role) {
        return link(chat, role, world.token(business, role));
    }

    private String link(Chat chat, Role role, String token) {
        var code = world.post("/api/notices/link-code", token, Map.of()).body();
        say(chat, code.path("command").stringValue());
        return token;
    }

    private ClientId meet(Chat person) {
        say(person, "привет");
        var heard = answerer.heard(business.id()).getLast();
        return world.in(business, () -> {
            var client = clients.arrive(
                            business.id(),
                            new Identity(Identity.Kind.SANDBOX, heard.sender()),
                            new Newcomer("Вера", null, "telegram", Map.of()),
                            "bot")
                    .client();
            messaging.belongsTo(
                    business.id(), new ConversationId(heard.conversation().value()), client);
            return client;
        });
    }

    private void tell(String kind, String key, String text, @Nullable ClientId client) {
        world.run(business, () -> notices.tell(business.id(), new Notice(kind, key, text, client, List.of())));
    }

    private long notice() {
        return world.get("/api/notices", world.token(business, Role.ADMIN))
                .body()
                .path("items")
                .path(0)
                .path("id")
                .longValue();
    }

    private void say(Chat chat, String text) {
        chat.post(chat.text(text));
        world.drain();
    }

    private void press(Chat chat, String data) {
        chat.post(chat.press(data, 1));
        world.drain();
    }

    private static String last(Chat chat) {
        var messages = chat.messages(0);
        return messages.isEmpty() ? "" : messages.getLast().path("text").stringValue("");
    }
}

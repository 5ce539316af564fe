package io.orbita.messaging.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.messaging.Button;
import io.orbita.messaging.Chat;
import io.orbita.messaging.Content;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.ScriptedAnswerer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the chat page of the sandbox reads. */
@MessagingTest
class SandboxThreadTests {
    private final World world;
    private final Messaging messaging;
    private final ScriptedAnswerer answerer;
    private final Business business;
    private final Chat vera;

    SandboxThreadTests(World world, Messaging messaging, ScriptedAnswerer answerer) {
        this.world = world;
        this.messaging = messaging;
        this.answerer = answerer;
        this.business = world.business();
        this.vera = new Chat(world, business);
    }

    @Test
    void both_sides_stand_in_the_order_they_were_said_and_a_press_is_no_line() {
        answerer.answers(
                business.id(),
                message -> messaging.send(
                        business.id(),
                        Outgoing.bot(
                                message.conversation(),
                                Content.of("ответ " + message.message(), List.of(List.of(Button.press("Да", "yes")))),
                                "test.answer",
                                "answer:" + message.message())));
        vera.post(vera.text("/start p1"));
        world.drain();
        long first = vera.messages(0).getFirst().path("message_id").longValue();
        vera.post(vera.press("yes", first));
        vera.post(vera.text("<b>жирно</b>"));
        world.drain();
        var lines = thread(vera.id(), 50);
        assertThat(lines)
                .extracting(line -> line.has("message")
                        ? "бот"
                        : line.path("text").stringValue(line.path("kind").stringValue()))
                .containsExactlyInAnyOrder("/start p1", "бот", "бот", "<b>жирно</b>", "бот");
        assertThat(lines.getFirst().has("message")).isFalse();
        assertThat(lines).extracting(line -> line.path("id").stringValue()).doesNotHaveDuplicates();
        assertThat(thread(vera.id(), 2)).hasSize(2);
        assertThat(thread(vera.id() + 1_000_000, 50)).isEmpty();
    }

    @Test
    void a_guest_sees_what_happened_with_them_and_no_note_of_staff() {
        vera.post(vera.text("Здравствуйте"));
        world.drain();
        var events = world.get(path("/happened?chat_id=" + vera.id()), null).body();
        assertThat(events.toString()).doesNotContain("clients.", "messaging.");
    }

    @Test
    void the_card_names_the_bot_and_its_commands_and_who_has_played() {
        vera.post(vera.text("Здравствуйте"));
        world.drain();
        var card = world.get("/api/sandbox/bot/" + business.slug(), null).body();
        assertThat(card.path("name").stringValue()).isEqualTo("Проба");
        assertThat(card.path("commands").get(0).path("command").stringValue()).isEqualTo("start");
        assertThat(card.path("shared").booleanValue()).isTrue();
        var guests = world.get(path("/guests"), null).body().path("items");
        assertThat(guests.get(0).path("chat_id").longValue()).isEqualTo(vera.id());
        assertThat(guests.get(0).path("name").stringValue()).isEqualTo("Вера Лисова");
    }

    private List<JsonNode> thread(long chat, int limit) {
        return world.get(path("/thread?limit=" + limit + "&chat_id=" + chat), null)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private String path(String rest) {
        return "/api/sandbox/bot/" + business.slug() + rest;
    }
}

package io.orbita.messaging.sitechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.messaging.Button;
import io.orbita.messaging.Channel;
import io.orbita.messaging.Content;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.ScriptedAnswerer;
import io.orbita.messaging.spi.InboundMessage;
import io.orbita.messaging.spi.InboundMessage.What;
import io.orbita.platform.files.FileStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@MessagingTest
class SiteChatTests {
    private final World world;
    private final Messaging messaging;
    private final ScriptedAnswerer answerer;
    private final FileStore files;
    private final Business business;
    private final String visitor;

    SiteChatTests(World world, Messaging messaging, ScriptedAnswerer answerer, FileStore files) {
        this.world = world;
        this.messaging = messaging;
        this.answerer = answerer;
        this.files = files;
        this.business = world.business();
        this.visitor = visit(business);
    }

    @Test
    void a_visitor_is_answered_at_once() {
        answerer.answers(
                business.id(),
                it -> say(it, Content.of("Здравствуйте!", List.of(List.of(Button.press("Цены", "prices"))))));
        var reply = write(Map.of("text", "Привет"));
        assertThat(reply.path("reply").stringValue()).isEqualTo("Здравствуйте!");
        assertThat(reply.path("handed_over").booleanValue()).isFalse();
        assertThat(reply.path("messages").get(0).path("buttons").toString()).contains("prices");
        assertThat(reply.path("bot_url").stringValue()).contains("/sandbox/bot/");
        write(Map.of("press", "prices"));
        assertThat(answerer.heard(business.id()))
                .extracting(InboundMessage::channel, InboundMessage::what)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Channel.SITE, new What.Text("Привет")),
                        org.assertj.core.groups.Tuple.tuple(Channel.SITE, new What.Press("prices", null)));
    }

    @Test
    void what_nobody_answers_is_handed_over_and_stands_in_the_inbox() {
        assertThat(write(Map.of("text", "Есть кто?")).path("handed_over").booleanValue())
                .isTrue();
        var manager = world.token(business, Role.MANAGER);
        var conversation = world.get("/api/conversations?channel=site", manager)
                .body()
                .path("items")
                .get(0);
        assertThat(conversation.path("last").path("text").stringValue()).isEqualTo("Есть кто?");
        world.post(
                "/api/conversations/" + conversation.path("id").longValue() + "/messages",
                manager,
                Map.of("text", "Да!"));
        world.drain();
        assertThat(history(0)).extracting(it -> it.path("text").stringValue()).containsExactly("Есть кто?", "Да!");
        assertThat(history(history(0).getFirst().path("id").longValue())).hasSize(1);
    }

    @Test
    void ticks_change_in_place_and_the_changed_line_is_the_answer() {
        answerer.answers(business.id(), it -> {
            if (it.what() instanceof What.Press press) {
                messaging.send(
                        business.id(),
                        new Outgoing(
                                it.conversation(),
                                Content.of("Гантели ✓", List.of(List.of(Button.press("Готово", "done")))),
                                "test.ticks",
                                "ticks:" + it.message(),
                                Outgoing.Promise.AT_LEAST_ONCE,
                                Outgoing.Author.BOT,
                                null,
                                press.onMessage()));
            } else {
                say(it, Content.of("Гантели", List.of(List.of(Button.press("Гантели", "tick")))));
            }
        });
        long line = write(Map.of("text", "анкета"))
                .path("messages")
                .get(0)
                .path("id")
                .longValue();
        var ticked = write(Map.of("press", "tick", "message", line));
        assertThat(ticked.path("handed_over").booleanValue()).isFalse();
        assertThat(ticked.path("messages").size()).isEqualTo(1);
        assertThat(ticked.path("messages").get(0).path("id").longValue()).isEqualTo(line);
        assertThat(ticked.path("messages").get(0).path("text").stringValue()).isEqualTo("Гантели ✓");
        assertThat(history(0)).extracting(it -> it.path("text").stringValue()).containsExactly("анкета", "Гантели ✓");
    }

    @Test
    void the_line_of_another_visitor_is_no_line_of_this_chat() {
        answerer.answers(business.id(), it -> say(it, Content.of("ответ")));
        var other = visit(business);
        long theirs = world.post(
                        "/api/chat/message",
                        null,
                        Map.of("business", business.slug(), "visitor", other, "text", "Привет"))
                .body()
                .path("messages")
                .get(0)
                .path("id")
                .longValue();
        write(Map.of("press", "tick", "message", theirs));
        assertThat(answerer.heard(business.id()))
                .last()
                .satisfies(it -> assertThat(it.what()).isEqualTo(new What.Press("tick", null)));
    }

    @Test
    void the_same_key_is_one_message_with_the_same_answer() {
        answerer.answers(business.id(), it -> say(it, Content.of("ответ на " + it.message())));
        var first = keyed("Привет", "k1");
        var second = keyed("Привет", "k1");
        assertThat(second.path("reply")).isEqualTo(first.path("reply"));
        assertThat(answerer.heard(business.id())).hasSize(1);
        keyed("Привет", "k2");
        assertThat(answerer.heard(business.id())).hasSize(2);
    }

    @Test
    void an_answer_that_fails_comes_later() {
        var failing = new java.util.concurrent.atomic.AtomicBoolean(true);
        answerer.answers(business.id(), it -> {
            if (failing.getAndSet(false)) {
                throw new IllegalStateException("our bug");
            }
            say(it, Content.of("вот и я"));
        });
        assertThat(write(Map.of("text", "Привет")).path("handed_over").booleanValue())
                .isTrue();
        world.drain();
        assertThat(history(0)).extracting(it -> it.path("text").stringValue()).containsExactly("Привет", "вот и я");
    }

    @Test
    void a_file_in_the_chat_opens_for_an_hour() {
        var file = files.put(business.id(), "%PDF".getBytes(StandardCharsets.UTF_8));
        answerer.answers(
                business.id(),
                it -> say(
                        it,
                        Content.document(
                                "Программа", new Content.Document("П.pdf", "application/pdf", file), List.of())));
        var url = write(Map.of("text", "хочу"))
                .path("messages")
                .get(0)
                .path("url")
                .stringValue();
        assertThat(world.get(url, null).status()).isEqualTo(200);
        assertThat(world.get(url.replaceAll("\\.(\\d+)\\.", ".9$1."), null).status())
                .isEqualTo(404);
        assertThat(world.get(endingLater(url), null).status())
                .as("the end of the link is signed too")
                .isEqualTo(404);
        assertThat(world.get(withAnotherSignature(url), null).status()).isEqualTo(404);
        world.clock().advance(Duration.ofMinutes(61));
        assertThat(world.get(url, null).status()).isEqualTo(404);
        assertThat(world.get(endingLater(url), null).status()).isEqualTo(404);
    }

    @Test
    void staff_opens_a_file_by_a_link_of_five_minutes() {
        var file = files.put(business.id(), "%PDF".getBytes(StandardCharsets.UTF_8));
        answerer.answers(
                business.id(),
                it -> say(
                        it,
                        Content.document("Программа", new Content.Document("П.html", "text/html", file), List.of())));
        long message =
                write(Map.of("text", "хочу")).path("messages").get(0).path("id").longValue();
        var link = world.post("/api/messages/" + message + "/link", world.token(business, Role.TRAINER), Map.of());
        var opened = world.get(link.body().path("url").stringValue(), null);
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.headers().getFirst("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(opened.headers().getFirst("Content-Disposition")).startsWith("attachment");
        var stranger = world.token(world.business(), Role.ADMIN);
        assertThat(world.post("/api/messages/" + message + "/link", stranger, Map.of())
                        .status())
                .isEqualTo(404);
        world.clock().advance(Duration.ofMinutes(6));
        assertThat(world.get(link.body().path("url").stringValue(), null).status())
                .isEqualTo(404);
    }

    @Test
    void nobody_reads_the_chat_of_another_visitor() {
        write(Map.of("text", "секрет"));
        var other = visit(business);
        assertThat(world.get("/api/chat/history?business=" + business.slug() + "&visitor=" + other, null)
                        .body()
                        .path("items"))
                .isEmpty();
        var forged = visitor.substring(0, visitor.length() - 2) + "xx";
        assertThat(world.get("/api/chat/history?business=" + business.slug() + "&visitor=" + forged, null)
                        .status())
                .isEqualTo(422);
        var elsewhere = world.business();
        assertThat(world.get("/api/chat/history?business=" + elsewhere.slug() + "&visitor=" + visitor, null)
                        .status())
                .isEqualTo(422);
        assertThat(world.post("/api/chat/message", null, Map.of("business", business.slug(), "visitor", visitor))
                        .status())
                .isEqualTo(422);
    }

    /** The same link with an end a day later. */
    private static String endingLater(String url) {
        var parts = url.split("\\.");
        parts[2] = Long.toString(Long.parseLong(parts[2]) + 86_400);
        return String.join(".", parts);
    }

    /** The same link whose signature differs in its first character alone: the last one carries spare bits. */
    private static String withAnotherSignature(String url) {
        int at = url.lastIndexOf('.') + 1;
        return url.substring(0, at) + (url.charAt(at) == 'A' ? 'B' : 'A') + url.substring(at + 1);
    }

    private String visit(Business where) {
        return world.post("/api/website/visit", null, Map.of("business", where.slug()))
                .body()
                .path("visitor")
                .stringValue();
    }

    private void say(InboundMessage message, Content content) {
        messaging.send(
                business.id(),
                Outgoing.bot(message.conversation(), content, "test.answer", "answer:" + message.message()));
    }

    private JsonNode write(Map<String, ?> fields) {
        var body = new java.util.HashMap<String, Object>(fields);
        body.put("business", business.slug());
        body.put("visitor", visitor);
        var answer = world.post("/api/chat/message", null, body);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode keyed(String text, String key) {
        return world.call(
                        HttpMethod.POST,
                        "/api/chat/message",
                        null,
                        Map.of("business", business.slug(), "visitor", visitor, "text", text),
                        "Idempotency-Key",
                        key)
                .body();
    }

    private List<JsonNode> history(long after) {
        return world.get(
                        "/api/chat/history?business=" + business.slug() + "&visitor=" + visitor + "&after=" + after,
                        null)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }
}

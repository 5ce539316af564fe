package io.orbita.messaging.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.messaging.Button;
import io.orbita.messaging.Channel;
import io.orbita.messaging.Chat;
import io.orbita.messaging.Content;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.ScriptedAnswerer;
import io.orbita.messaging.spi.InboundMessage;
import io.orbita.messaging.spi.InboundMessage.What;
import io.orbita.platform.files.FileStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@MessagingTest
class SandboxWalkTests {
    private final World world;
    private final Messaging messaging;
    private final ScriptedAnswerer answerer;
    private final FileStore files;
    private final Business business;
    private final Chat vera;

    SandboxWalkTests(World world, Messaging messaging, ScriptedAnswerer answerer, FileStore files) {
        this.world = world;
        this.messaging = messaging;
        this.answerer = answerer;
        this.files = files;
        this.business = world.business();
        this.vera = new Chat(world, business);
    }

    @Test
    void an_update_is_answered_once_however_often_it_comes() {
        echo();
        var update = vera.text("Здравствуйте");
        assertThat(vera.post(update)).isEqualTo(202);
        assertThat(vera.post(update)).isEqualTo(202);
        world.drain();
        assertThat(vera.post(update)).isEqualTo(202);
        world.drain();
        assertThat(answerer.heard(business.id())).singleElement().satisfies(message -> {
            assertThat(message.channel()).isEqualTo(Channel.SANDBOX);
            assertThat(message.sender()).isEqualTo(Long.toString(vera.id()));
            assertThat(message.firstName()).isEqualTo("Вера");
            assertThat(message.what()).isEqualTo(new What.Text("Здравствуйте"));
        });
        assertThat(vera.messages(0)).singleElement().satisfies(message -> {
            assertThat(message.path("text").stringValue()).isEqualTo("вы сказали: Здравствуйте");
            assertThat(message.path("chat").path("id").longValue()).isEqualTo(vera.id());
            assertThat(message.path("date").longValue()).isPositive();
        });
    }

    @Test
    void every_kind_of_update_arrives_in_our_words() {
        vera.post(vera.text("/start ref_1"));
        vera.post(vera.update("message", "\"photo\":[{\"file_id\":\"a\"}],\"caption\":\"вот\""));
        vera.post(
                vera.update("message", "\"contact\":{\"phone_number\":\"79030000001\",\"user_id\":" + vera.id() + "}"));
        vera.post(vera.update("message", "\"contact\":{\"phone_number\":\"79030000002\",\"user_id\":1}"));
        vera.post(vera.update("message", "\"successful_payment\":{}"));
        vera.post(vera.update("message", "\"gift\":{}"));
        vera.post(vera.blocked(true));
        vera.post(vera.blocked(false));
        world.drain();
        assertThat(answerer.heard(business.id()))
                .extracting(InboundMessage::what)
                .containsExactly(
                        new What.Command("start", "ref_1"),
                        new What.Media("photo", "вот"),
                        new What.Contact("+79030000001", true),
                        new What.Contact("+79030000002", false),
                        new What.Media("gift", ""),
                        new What.Blocked(),
                        new What.Unblocked());
    }

    @Test
    void a_press_names_our_message_and_the_ids_of_a_chat_grow() {
        answerer.answers(business.id(), message -> {
            if (message.what() instanceof What.Text) {
                say(message, Content.of("Ваш пол?", List.of(List.of(Button.press("Женский", "g:f")))));
            }
        });
        vera.post(vera.text("анкета"));
        vera.post(vera.text("ещё раз"));
        world.drain();
        var questions = vera.messages(0);
        assertThat(questions).hasSize(2);
        long first = questions.get(0).path("message_id").longValue();
        assertThat(questions.get(1).path("message_id").longValue()).isGreaterThan(first);
        assertThat(vera.messages(first)).hasSize(1);
        assertThat(questions.get(0).path("reply_markup").toString())
                .isEqualTo("{\"inline_keyboard\":[[{\"text\":\"Женский\",\"callback_data\":\"g:f\"}]]}");
        vera.post(vera.press("g:f", first));
        world.drain();
        var heard = answerer.heard(business.id());
        var press = (What.Press) heard.getLast().what();
        assertThat(press.data()).isEqualTo("g:f");
        assertThat(press.onMessage()).isNotNull().isLessThan(heard.getLast().message());
        assertThat(heard).extracting(InboundMessage::message).isSorted();
    }

    @Test
    void ticks_change_the_message_in_place() {
        answerer.answers(business.id(), message -> {
            if (message.what() instanceof What.Press press) {
                messaging.send(business.id(), edit(message, press, "✓ гантели"));
            } else {
                say(message, Content.of("Что есть дома?", List.of(List.of(Button.press("гантели", "e:1")))));
            }
        });
        vera.post(vera.text("анкета"));
        world.drain();
        long question = vera.messages(0).getFirst().path("message_id").longValue();
        vera.post(vera.press("e:1", question));
        world.drain();
        assertThat(vera.messages(0)).singleElement().satisfies(message -> {
            assertThat(message.path("message_id").longValue()).isEqualTo(question);
            assertThat(message.path("reply_markup").toString()).contains("✓ гантели");
            assertThat(message.path("edit_date").longValue()).isPositive();
        });
    }

    @Test
    void a_document_has_a_link_that_opens_it_without_login() {
        var pdf = "%PDF-1.7 программа".getBytes(StandardCharsets.UTF_8);
        var file = files.put(business.id(), pdf);
        answerer.answers(
                business.id(),
                message -> say(
                        message,
                        Content.document(
                                "Ваша программа",
                                new Content.Document("Программа.pdf", "application/pdf", file),
                                List.of())));
        vera.post(vera.text("хочу программу"));
        world.drain();
        var message = vera.messages(0).getFirst();
        assertThat(message.path("caption").stringValue()).isEqualTo("Ваша программа");
        assertThat(message.path("document").path("file_name").stringValue()).isEqualTo("Программа.pdf");
        assertThat(message.path("document").path("file_size").intValue()).isEqualTo(pdf.length);
        var url = message.path("url").stringValue();
        assertThat(url).startsWith("/sandbox/files/").hasSizeGreaterThan(30);
        var answer = world.get(url, null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getFirst("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.headers().getContentLength()).isEqualTo(pdf.length);
        assertThat(world.get(url.substring(0, url.length() - 1) + "_", null).status())
                .isEqualTo(404);
    }

    @Test
    void messages_of_a_chat_are_answered_in_their_order() {
        echo();
        var olga = new Chat(world, business);
        IntStream.range(0, 30).forEach(i -> {
            vera.post(vera.text("v" + i));
            olga.post(olga.text("o" + i));
        });
        world.drain();
        assertThat(vera.messages(0).stream().map(it -> it.path("text").stringValue()))
                .containsExactlyElementsOf(IntStream.range(0, 30)
                        .mapToObj(i -> "вы сказали: v" + i)
                        .toList());
        assertThat(olga.messages(0)).hasSize(30);
    }

    @Test
    void an_answer_that_fails_half_way_leaves_nothing_and_is_tried_again() {
        var failing = new java.util.concurrent.atomic.AtomicInteger(2);
        answerer.answers(business.id(), message -> {
            say(message, Content.of("ответ"));
            if (failing.getAndDecrement() > 0) {
                throw new IllegalStateException("the process dies here");
            }
        });
        vera.post(vera.text("раз"));
        world.drain();
        assertThat(vera.messages(0)).isEmpty();
        for (int i = 0; i < 5; i++) {
            world.clock().advance(java.time.Duration.ofSeconds(10));
            world.drain();
        }
        assertThat(vera.messages(0)).hasSize(1);
    }

    @Test
    void a_message_that_cannot_be_answered_does_not_hold_up_the_next_and_staff_is_told() {
        answerer.answers(business.id(), message -> {
            if (message.what().equals(new What.Text("яд"))) {
                throw new IllegalStateException("our bug");
            }
            say(message, Content.of("ответ"));
        });
        vera.post(vera.text("яд"));
        vera.post(vera.text("обычное"));
        for (int i = 0; i < 12; i++) {
            world.drain();
            world.clock().advance(java.time.Duration.ofMinutes(1));
        }
        assertThat(vera.messages(0)).hasSize(1);
        var admin = world.token(business, io.orbita.businesses.Role.ADMIN);
        assertThat(world.get("/api/notices", admin).body().path("items").toString())
                .contains("bot.failed")
                .contains("Вера Лисова");
    }

    @Test
    void the_link_to_the_bot_opens_the_page_with_its_payload() {
        assertThat(world.in(business, () -> messaging.botLink(business.id(), "p-1"))
                        .orElseThrow())
                .endsWith("/sandbox/bot/" + business.slug() + "?start=p-1");
    }

    private void echo() {
        answerer.answers(business.id(), message -> {
            if (message.what() instanceof What.Text text) {
                say(message, Content.of("вы сказали: " + text.text()));
            }
        });
    }

    private void say(InboundMessage message, Content content) {
        messaging.send(
                business.id(),
                Outgoing.bot(message.conversation(), content, "test.answer", "answer:" + message.message()));
    }

    private static Outgoing edit(InboundMessage message, What.Press press, String button) {
        return new Outgoing(
                message.conversation(),
                Content.of("Что есть дома?", List.of(List.of(Button.press(button, "e:1")))),
                "test.ticks",
                "ticks:" + message.message(),
                Outgoing.Promise.AT_LEAST_ONCE,
                Outgoing.Author.BOT,
                null,
                press.onMessage());
    }
}

package io.orbita.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.ScriptedAnswerer;
import io.orbita.messaging.Told;
import io.orbita.messaging.telegram.BotSwitch;
import io.orbita.messaging.telegram.FakeBot.Fault;
import io.orbita.messaging.telegram.FakeTelegram;
import io.orbita.platform.files.FileStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A channel that fails: what must arrive goes once over the next one, nothing is lost, nothing is doubled, and staff sees what happened. */
@MessagingTest
class DetourTests extends QueueToTelegram {
    private final Clients clients;

    DetourTests(
            World world,
            Messaging messaging,
            Told told,
            ScriptedAnswerer answerer,
            FileStore files,
            JdbcClient jdbc,
            FakeTelegram telegram,
            BotSwitch bots,
            Clients clients) {
        super(world, messaging, told, answerer, files, jdbc, telegram, bots);
        this.clients = clients;
    }

    @Test
    void a_silent_telegram_sends_what_must_arrive_by_mail_once_and_never_again_itself() {
        var chat = meet();
        var client = known(chat, "vera@client.test");
        bot.outage(new Fault.Silence());
        send(message(chat, "Ваша программа", "program"));
        send(reminder(chat, "Как дела?", "reminder", null));
        world.drain();
        pass(Duration.ofMinutes(5));
        assertThat(letters()).as("patience").isEmpty();
        pass(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(letters()).containsExactly("Ваша программа");
        assertThat(state("program")).as("a time-out proves nothing").isEqualTo("unknown");
        assertThat(told.delivered(business.id()))
                .singleElement()
                .satisfies(it -> assertThat(it.dedupeKey()).isEqualTo("program"));
        assertThat(notices()).contains("channel.silent");

        bot.outage(null);
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofMinutes(15));
        }
        assertThat(texts()).as("the message that left by mail stays away").doesNotContain("Ваша программа");
        assertThat(letters()).hasSize(1);
        assertThat(told.delivered(business.id()).stream()
                        .filter(it -> it.dedupeKey().equals("program")))
                .hasSize(1);

        var thread = thread(client);
        var original = one(thread, "conversation_id", Long.toString(chat.value()), "Ваша программа");
        assertThat(original.path("state").asString()).isEqualTo("unknown");
        assertThat(original.path("note").asString()).isEqualTo("Telegram не отвечает, отправлено почтой");
        var mailed = one(thread, "channel", "email", "Ваша программа");
        assertThat(mailed.path("state").asString()).isEqualTo("sent");
        assertThat(mailed.path("fallback_of").asLong())
                .isEqualTo(original.path("id").asLong());
        assertThat(original.path("fallback_id").asLong())
                .isEqualTo(mailed.path("id").asLong());
        assertThat(one(thread, "kind", "note.fallback", "Telegram не отвечает, отправлено почтой")
                        .path("channel")
                        .asString())
                .isEqualTo("telegram");
        assertThat(world.post("/api/messages/" + original.path("id").asLong() + "/retry", admin(), Map.of())
                        .status())
                .as("it has gone another way")
                .isEqualTo(409);
    }

    @Test
    void what_was_certainly_refused_is_cancelled_and_not_unknown() {
        var chat = meet();
        known(chat, "vera@client.test");
        bot.outage(new Fault.Gateway(502));
        send(message(chat, "Оплата прошла", "paid"));
        settle();
        pass(Duration.ofMinutes(11));
        assertThat(letters()).hasSize(1);
        assertThat(state("paid")).isEqualTo("cancelled");
    }

    @Test
    void a_short_outage_changes_nothing() {
        var chat = meet();
        known(chat, "vera@client.test");
        bot.outage(new Fault.Gateway(502));
        send(message(chat, "Оплата прошла", "paid"));
        settle();
        bot.outage(null);
        pass(Duration.ofMinutes(2));
        pass(Duration.ofMinutes(20));
        assertThat(texts()).containsExactly("Оплата прошла");
        assertThat(letters()).isEmpty();
        assertThat(state("paid")).isEqualTo("sent");
    }

    @Test
    void reminders_and_answers_of_the_bot_wait_or_end_but_take_no_other_way() {
        var chat = meet();
        known(chat, "vera@client.test");
        bot.outage(new Fault.Gateway(502));
        send(message(chat, "Какой у вас рост?", "question").here());
        send(reminder(chat, "Как дела?", "reminder", null));
        settle();
        minutes(40);
        assertThat(letters()).isEmpty();
        assertThat(state("question")).isEqualTo("queued");
        bot.outage(null);
        minutes(15);
        assertThat(texts()).contains("Какой у вас рост?");
    }

    @Test
    void what_stands_behind_a_stuck_answer_of_the_bot_is_not_held_up() {
        var chat = meet();
        known(chat, "vera@client.test");
        bot.outage(new Fault.Gateway(502));
        send(message(chat, "Какой у вас рост?", "question").here());
        settle();
        pass(Duration.ofMinutes(11));
        send(message(chat, "Ваша программа", "program"));
        world.drain();
        assertThat(letters()).as("the channel is known to fail").hasSize(1);
        assertThat(state("program")).as("never tried here").isEqualTo("cancelled");
    }

    @Test
    void whoever_blocked_the_bot_gets_what_must_arrive_by_mail_and_one_copy_when_they_come_back() {
        var chat = meet();
        known(chat, "vera@client.test");
        bot.block(vera.id());
        send(message(chat, "Ваша программа", "program"));
        send(reminder(chat, "Как дела?", "reminder", null));
        settle();
        assertThat(letters()).hasSize(1);
        assertThat(told.failed(business.id()))
                .singleElement()
                .satisfies(it -> assertThat(it.dedupeKey())
                        .as("the programme has not failed")
                        .isEqualTo("reminder"));
        bot.unblock(vera.id());
        arrive(vera.text("я вернулась"));
        settle();
        assertThat(texts()).isEmpty();
        assertThat(letters()).hasSize(1);
    }

    @Test
    void without_another_channel_it_waits_for_the_first() {
        var chat = meet();
        known(chat, null);
        bot.outage(new Fault.Gateway(502));
        send(message(chat, "Ваша программа", "program"));
        minutes(40);
        assertThat(state("program")).isEqualTo("queued");
        bot.outage(null);
        minutes(15);
        assertThat(texts()).containsExactly("Ваша программа");
    }

    @Test
    void the_order_that_staff_set_decides_and_says_what_is_out_of_reach() {
        var chat = meet();
        var client = known(chat, "vera@client.test");
        var path = "/api/clients/" + client.value() + "/channels";
        assertThat(channels(path)).containsExactly("telegram:true:", "email:true:");
        assertThat(world.call(
                                org.springframework.http.HttpMethod.PUT,
                                path,
                                admin(),
                                Map.of("order", List.of("email", "telegram")))
                        .status())
                .isEqualTo(200);
        assertThat(channels(path)).containsExactly("email:true:", "telegram:true:");
        assertThat(world.in(business, () -> messaging.bestFor(business.id(), client))
                        .orElseThrow()
                        .channel())
                .isEqualTo(io.orbita.messaging.Channel.EMAIL);
        arrive(vera.blocked(true));
        assertThat(channels(path)).containsExactly("email:true:", "telegram:false:blocked");
        assertThat(world.call(
                                org.springframework.http.HttpMethod.PUT,
                                path,
                                admin(),
                                Map.of("order", List.of("email", "email")))
                        .status())
                .isEqualTo(422);
    }

    private List<String> channels(String path) {
        return world.get(path, admin())
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("channel").asString() + ":"
                        + it.path("reachable").asBoolean() + ":"
                        + it.path("why").asString(""))
                .toList();
    }

    private ClientId known(ConversationId chat, @org.jspecify.annotations.Nullable String email) {
        return world.in(business, () -> {
            var client = clients.arrive(
                            business.id(),
                            new Identity(Identity.Kind.TELEGRAM, Long.toString(vera.id())),
                            new Newcomer("Вера", null, "telegram", Map.of()),
                            "bot")
                    .client();
            if (email != null) {
                clients.addIdentity(business.id(), client, Identity.email(email).orElseThrow(), true);
            }
            messaging.belongsTo(business.id(), chat, client);
            return client;
        });
    }

    private List<String> letters() {
        return world.in(
                business,
                () -> jdbc.sql("select body from messaging.sandbox_mail where business_id = :business order by id")
                        .param("business", business.id().value())
                        .query(String.class)
                        .list());
    }

    private List<JsonNode> thread(ClientId client) {
        return world.get("/api/clients/" + client.value() + "/messages", admin())
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static JsonNode one(List<JsonNode> thread, String field, String value, String text) {
        return thread.stream()
                .filter(it -> it.path(field).asString().equals(value)
                        && it.path("text").asString("").equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(field + "=" + value + " in " + thread));
    }

    /** Time goes on minute by minute, as the worker sees it. */
    private void minutes(int count) {
        for (int i = 0; i < count; i++) {
            pass(Duration.ofMinutes(1));
        }
    }
}

package io.orbita.messaging.outbox;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.messaging.Chat;
import io.orbita.messaging.Content;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.Outgoing.Promise;
import io.orbita.messaging.ScriptedAnswerer;
import io.orbita.messaging.Told;
import io.orbita.messaging.telegram.BotSwitch;
import io.orbita.messaging.telegram.FakeBot;
import io.orbita.messaging.telegram.FakeMessage;
import io.orbita.messaging.telegram.FakeTelegram;
import io.orbita.platform.files.FileStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A business with a bot of the fake, a client in a chat with it, and the ways to queue messages and look at what became of them. */
abstract class QueueToTelegram {
    final World world;
    final Messaging messaging;
    final Told told;
    final ScriptedAnswerer answerer;
    final FileStore files;
    final JdbcClient jdbc;
    final FakeTelegram telegram;
    final BotSwitch bots;
    final FakeBot bot;
    final Business business;
    final Chat vera;

    QueueToTelegram(
            World world,
            Messaging messaging,
            Told told,
            ScriptedAnswerer answerer,
            FileStore files,
            JdbcClient jdbc,
            FakeTelegram telegram,
            BotSwitch bots) {
        this.world = world;
        this.messaging = messaging;
        this.told = told;
        this.answerer = answerer;
        this.files = files;
        this.jdbc = jdbc;
        this.telegram = telegram;
        this.bots = bots;
        this.bot = telegram.newBot();
        this.business = world.business();
        this.vera = new Chat(world, business);
    }

    @BeforeEach
    void connect() {
        bots.connect(business, bot);
    }

    @AfterEach
    void disconnect() {
        bots.disconnectAll();
    }

    static Outgoing message(ConversationId chat, String text, String key) {
        return Outgoing.bot(chat, Content.of(text), "test.word", key);
    }

    static Outgoing reminder(ConversationId chat, String text, String key, @Nullable Instant notBefore) {
        return new Outgoing(
                chat,
                Content.of(text),
                "test.reminder",
                key,
                Promise.AT_MOST_ONCE,
                Outgoing.Author.BOT,
                notBefore,
                null);
    }

    ConversationId meet() {
        return meet(vera);
    }

    ConversationId meet(Chat person) {
        arrive(person.text("/start"));
        return answerer.heard(business.id()).getLast().conversation();
    }

    void arrive(String update) {
        bot.happen(update);
        bots.poll(business);
        world.drain();
    }

    /** A token lives ten minutes, and time flies here. */
    String admin() {
        return world.token(business, Role.ADMIN);
    }

    long send(Outgoing outgoing) {
        return world.in(business, () -> messaging.send(business.id(), outgoing));
    }

    /** Lets short back-offs pass. */
    void settle() {
        world.drain();
        IntStream.range(0, 6).forEach(i -> pass(Duration.ofSeconds(5)));
    }

    void pass(Duration time) {
        world.clock().advance(time);
        world.drain();
    }

    List<@Nullable String> texts() {
        return bot.messages().stream().map(FakeMessage::text).toList();
    }

    long calls(String method) {
        return bot.calls().stream().filter(it -> it.method().equals(method)).count();
    }

    String state(String key) {
        return world.in(
                business,
                () -> jdbc.sql("""
                        select state from messaging.outbound_message where business_id = :business and dedupe_key = :key
                        """)
                        .param("business", business.id().value())
                        .param("key", key)
                        .query(String.class)
                        .single());
    }

    String notices() {
        return world.get("/api/notices", admin()).body().path("items").toString();
    }
}

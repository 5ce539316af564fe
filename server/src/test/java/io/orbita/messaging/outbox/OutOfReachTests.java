package io.orbita.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.ScriptedAnswerer;
import io.orbita.messaging.Told;
import io.orbita.messaging.telegram.BotSwitch;
import io.orbita.messaging.telegram.FakeBot.Fault;
import io.orbita.messaging.telegram.FakeMessage;
import io.orbita.messaging.telegram.FakeTelegram;
import io.orbita.platform.files.FileStore;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and bots that take no messages: nothing is sent in vain, and staff learns of it. */
@MessagingTest
class OutOfReachTests extends QueueToTelegram {
    OutOfReachTests(
            World world,
            Messaging messaging,
            Told told,
            ScriptedAnswerer answerer,
            FileStore files,
            JdbcClient jdbc,
            FakeTelegram telegram,
            BotSwitch bots) {
        super(world, messaging, told, answerer, files, jdbc, telegram, bots);
    }

    @Test
    void a_dead_letter_is_a_notice_with_a_button_and_can_be_sent_again() {
        var chat = meet();
        IntStream.range(0, 60).forEach(i -> bot.next("sendMessage", new Fault.ServerError()));
        send(message(chat, "Программа", "k1"));
        IntStream.range(0, 70).forEach(i -> pass(Duration.ofMinutes(15)));
        assertThat(state("k1")).isEqualTo("failed");
        assertThat(told.failed(business.id())).hasSize(1);
        assertThat(notices()).contains("delivery.failed").contains("Вера Лисова");
        var id = world.in(
                business,
                () -> jdbc.sql("""
                        select message_id from messaging.outbound_message where business_id = :business and dedupe_key = 'k1'
                        """)
                        .param("business", business.id().value())
                        .query(Long.class)
                        .single());
        assertThat(world.post("/api/messages/" + id + "/retry", admin(), Map.of())
                        .status())
                .isEqualTo(200);
        settle();
        assertThat(texts()).containsExactly("Программа");
        assertThat(world.post("/api/messages/" + id + "/retry", admin(), Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whoever_blocked_the_bot_gets_nothing_more_until_they_write() {
        var chat = meet();
        bot.block(vera.id());
        send(message(chat, "раз", "k1"));
        send(message(chat, "два", "k2"));
        settle();
        assertThat(bot.messages()).isEmpty();
        assertThat(calls("sendmessage")).as("the second is not even tried").isEqualTo(1);
        assertThat(told.failed(business.id()))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.unreachable()).isTrue());
        assertThat(notices()).contains("client.unreachable");
        assertThat(world.in(business, () -> messaging.conversation(business.id(), chat))
                        .orElseThrow()
                        .reachable())
                .isFalse();
        bot.unblock(vera.id());
        arrive(vera.text("я вернулась"));
        send(message(chat, "три", "k3"));
        settle();
        assertThat(texts()).containsExactly("три");
    }

    @Test
    void my_chat_member_marks_the_person_unreachable_without_a_single_send() {
        var chat = meet();
        arrive(vera.blocked(true));
        send(message(chat, "раз", "k1"));
        settle();
        assertThat(calls("sendmessage")).isZero();
        assertThat(notices()).contains("client.unreachable");
        arrive(vera.blocked(false));
        send(message(chat, "два", "k2"));
        settle();
        assertThat(texts()).containsExactly("два");
    }

    @Test
    void a_revoked_token_stops_sending_tells_the_owner_and_loses_nothing() {
        var chat = meet();
        telegram.revoke(bot);
        send(message(chat, "Программа", "k1"));
        settle();
        assertThat(state("k1")).isEqualTo("queued");
        assertThat(notices()).contains("channel.broken").doesNotContain("AAF-");
        var successor = telegram.newBot();
        bots.connect(business, successor);
        pass(Duration.ofMinutes(11));
        assertThat(successor.messages())
                .singleElement()
                .extracting(FakeMessage::text)
                .isEqualTo("Программа");
    }
}

package io.orbita.messaging.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Role;
import io.orbita.messaging.MessagingTest;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.Tenancy;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One bot works in one business of an installation: its updates go to whoever asks first, and it has one webhook. */
@MessagingTest
class OneBotTests {
    private final World world;
    private final Businesses businesses;
    private final TelegramBots bots;
    private final TelegramReception reception;
    private final BotSwitch botSwitch;
    private final JdbcClient jdbc;
    private final FakeBot bot;
    private final FakeBot spare;
    private final Business first;
    private final Business second;

    OneBotTests(
            World world,
            Businesses businesses,
            TelegramBots bots,
            TelegramReception reception,
            BotSwitch botSwitch,
            FakeTelegram telegram,
            JdbcClient jdbc) {
        this.world = world;
        this.businesses = businesses;
        this.bots = bots;
        this.reception = reception;
        this.botSwitch = botSwitch;
        this.jdbc = jdbc;
        this.bot = telegram.newBot();
        this.spare = telegram.newBot();
        this.first = real();
        this.second = real();
    }

    @AfterEach
    void disconnect() {
        for (var business : List.of(first, second)) {
            botSwitch.disconnect(business);
            jdbc.sql("delete from platform.due where business_id = :business")
                    .param("business", business.id().value())
                    .update();
        }
    }

    @Test
    void a_bot_of_another_business_is_refused_and_changes_nothing() {
        assertThat(save(first, bot.token()).status()).isEqualTo(200);
        assertThat(save(second, spare.token()).status()).isEqualTo(200);

        var refused = save(second, bot.token());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("code").stringValue()).isEqualTo("messaging.bot-taken");
        assertThat(refused.body().path("errors").toString()).contains("values.token");
        assertThat(refused.body().toString())
                .as("neither the secret nor whose it is")
                .doesNotContain("AAF-")
                .doesNotContain(first.slug());
        assertThat(connected(second)).as("the former bot stays").isEqualTo(id(spare));
        assertThat(connected(first)).isEqualTo(id(bot));
    }

    @Test
    void a_new_token_of_the_same_bot_is_the_same_bot() {
        save(first, bot.token());
        var renewed = id(bot) + ":AAF-another-token-of-the-same-bot-012345";

        assertThat(save(second, renewed).status()).isEqualTo(409);
        assertThat(save(first, renewed).status())
                .as("its own business renews it")
                .isEqualTo(200);
    }

    @Test
    void a_bot_that_was_taken_away_or_replaced_is_free() {
        save(first, bot.token());
        save(first, "");
        assertThat(save(second, bot.token()).status()).isEqualTo(200);
        save(second, spare.token());
        assertThat(save(first, bot.token()).status()).isEqualTo(200);
    }

    @Test
    void the_farewell_of_the_former_business_leaves_the_webhook_of_the_next_one() {
        save(first, bot.token());
        save(first, "");
        save(second, bot.token());
        Tenancy.run(second.id(), () -> reception.ensureWebhook(second.id(), "https://crm.test/second"));

        Tenancy.run(first.id(), () -> reception.farewell(first.id()));

        assertThat(bot.calls()).noneMatch(it -> it.method().equals("deletewebhook"));
    }

    @Test
    void of_two_businesses_that_save_it_at_once_one_gets_it() throws Exception {
        var admins = Map.of(first, world.token(first, Role.ADMIN), second, world.token(second, Role.ADMIN));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> saves = Stream.of(first, second, first, second)
                    .<Callable<Integer>>map(it -> () -> put(Objects.requireNonNull(admins.get(it)), bot.token())
                            .status())
                    .toList();
            var statuses =
                    threads.invokeAll(saves).stream().map(it -> it.resultNow()).toList();
            assertThat(statuses).containsExactlyInAnyOrder(200, 200, 409, 409);
        }
    }

    private String connected(Business business) {
        return Tenancy.in(business.id(), () -> bots.bot(business.id()))
                .orElseThrow()
                .botId();
    }

    private static String id(FakeBot bot) {
        return BotToken.of(bot.token()).orElseThrow().botId();
    }

    private Business real() {
        return businesses.create(
                "r-" + PublicId.random(20).toLowerCase(Locale.ROOT), "Настоящая", ZoneId.of("Europe/Moscow"), false);
    }

    private World.Answer save(Business business, String token) {
        return put(world.token(business, Role.ADMIN), token);
    }

    private World.Answer put(String admin, String token) {
        return world.call(
                HttpMethod.PUT, "/api/integrations/telegram", admin, Map.of("values", Map.of("token", token)));
    }
}

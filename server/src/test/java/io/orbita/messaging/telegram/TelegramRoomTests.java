package io.orbita.messaging.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Role;
import io.orbita.messaging.Channel;
import io.orbita.messaging.Chat;
import io.orbita.messaging.Content;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.ScriptedAnswerer;
import io.orbita.messaging.spi.InboundMessage;
import io.orbita.messaging.spi.InboundMessage.What;
import io.orbita.messaging.telegram.FakeBot.Fault;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.Tenancy;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Receiving from Telegram: by polling, by webhook, and what can go wrong with either. */
@MessagingTest
class TelegramRoomTests {
    private final World world;
    private final Messaging messaging;
    private final ScriptedAnswerer answerer;
    private final TelegramReception reception;
    private final TelegramBots bots;
    private final BotSwitch botSwitch;
    private final FakeTelegram telegram;
    private final Businesses businesses;
    private final FakeBot bot;
    private final Business business;
    private final Chat vera;

    TelegramRoomTests(
            World world,
            Messaging messaging,
            ScriptedAnswerer answerer,
            TelegramReception reception,
            TelegramBots bots,
            BotSwitch botSwitch,
            FakeTelegram telegram,
            Businesses businesses) {
        this.world = world;
        this.messaging = messaging;
        this.answerer = answerer;
        this.reception = reception;
        this.bots = bots;
        this.botSwitch = botSwitch;
        this.telegram = telegram;
        this.businesses = businesses;
        this.bot = telegram.newBot();
        this.business = world.business();
        this.vera = new Chat(world, business);
    }

    @AfterEach
    void disconnect() {
        botSwitch.disconnectAll();
    }

    @Test
    void due_work_polls_and_what_came_is_answered_and_confirmed() {
        botSwitch.connect(business, bot);
        answerer.answers(business.id(), this::echo);
        bot.happen(vera.text("Привет"));
        world.drain();
        assertThat(bot.messages()).singleElement().extracting(FakeMessage::text).isEqualTo("Привет");
        assertThat(answerer.heard(business.id())).singleElement().satisfies(it -> {
            assertThat(it.channel()).isEqualTo(Channel.TELEGRAM);
            assertThat(it.sender()).isEqualTo(Long.toString(vera.id()));
        });
        world.clock().advance(Duration.ofSeconds(16));
        world.drain();
        assertThat(bot.waiting()).isZero();
        assertThat(bot.messages()).hasSize(1);
    }

    @Test
    void a_batch_that_comes_twice_counts_once() {
        botSwitch.connect(business, bot);
        bot.happen(vera.text("раз"));
        bot.happen(vera.text("два"));
        botSwitch.poll(business);
        // As if the process had died after the updates were kept by another way, but before the number was.
        world.run(business, () -> bots.confirmed(business.id(), 0));
        botSwitch.poll(business);
        world.drain();
        assertThat(answerer.heard(business.id()))
                .extracting(InboundMessage::what)
                .containsExactly(new What.Text("раз"), new What.Text("два"));
    }

    @Test
    void a_strange_update_does_not_hold_up_those_behind_it() {
        botSwitch.connect(business, bot);
        bot.happen("{\"update_id\":5,\"message\":\"what?\"}");
        bot.happen("{\"update_id\":6,\"message\":{\"from\":{\"id\":\"x\"},\"chat\":[]}}");
        bot.happen(vera.text("обычное"));
        botSwitch.poll(business);
        world.drain();
        assertThat(answerer.heard(business.id())).hasSize(1);
    }

    @Test
    void the_same_number_from_another_bot_is_another_update() {
        botSwitch.connect(business, bot);
        var update = vera.text("раз");
        bot.happen(update);
        botSwitch.poll(business);
        var successor = telegram.newBot();
        botSwitch.connect(business, successor);
        successor.happen(update);
        botSwitch.poll(business);
        world.drain();
        assertThat(answerer.heard(business.id())).hasSize(2);
    }

    @Test
    void a_press_stops_its_spinner() {
        botSwitch.connect(business, bot);
        bot.happen(vera.press("menu", 5));
        botSwitch.poll(business);
        world.drain();
        assertThat(bot.answeredPresses()).hasSize(1);
    }

    @Test
    void a_forgotten_webhook_is_taken_away_before_polling() {
        botSwitch.connect(business, bot);
        new TelegramBotAdmin(new TelegramLine(TelegramProperties.at(telegram.url())), token())
                .setWebhook("https://old.test/hook", "s");
        bot.happen(vera.text("Привет"));
        world.drain();
        world.clock().advance(Duration.ofSeconds(16));
        world.drain();
        assertThat(answerer.heard(business.id())).hasSize(1);
    }

    @Test
    void while_one_process_polls_no_other_does_and_a_dead_one_is_succeeded() {
        botSwitch.connect(business, bot);
        bot.happen(vera.text("Привет"));
        assertThat(Tenancy.in(business.id(), () -> bots.lease(business.id(), "another", Duration.ofSeconds(60))))
                .isTrue();
        world.drain();
        world.clock().advance(Duration.ofSeconds(30));
        world.drain();
        assertThat(bot.waiting()).isEqualTo(1);
        assertThat(bot.calls()).noneMatch(it -> it.method().equals("getupdates"));
        world.clock().advance(Duration.ofSeconds(31));
        world.drain();
        assertThat(answerer.heard(business.id())).hasSize(1);
        assertThat(Tenancy.in(business.id(), () -> bots.lease(business.id(), "another", Duration.ofSeconds(60))))
                .isFalse();
    }

    @Test
    void pushed_updates_need_the_secret_that_only_telegram_has() {
        botSwitch.connect(business, bot);
        var url = URI.create("https://crm.test/api/telegram/webhook/" + business.publicKey());
        assertThat(Tenancy.in(business.id(), () -> reception.ensureWebhook(business.id(), url.toString())))
                .isEqualTo(new TelegramBotAdmin.Reply.Ok<>(true));
        var path = url.getPath();
        assertThat(world.post(path, null, vera.text("чужое")).status()).isEqualTo(404);
        assertThat(push(path, vera.text("чужое"), "guess").status()).isEqualTo(404);
        var other = world.business();
        assertThat(push("/api/telegram/webhook/" + other.slug(), vera.text("x"), secret())
                        .status())
                .isEqualTo(404);
        bot.happen(vera.text("настоящее"));
        assertThat(bot.push(URI.create(world.url()))).isEqualTo(1);
        assertThat(push(path, "{\"no\":1}", secret()).status()).isEqualTo(400);
        world.drain();
        assertThat(answerer.heard(business.id()))
                .extracting(InboundMessage::what)
                .containsExactly(new What.Text("настоящее"));
    }

    @Test
    void the_token_goes_in_and_never_comes_out() {
        var real = real();
        var admin = world.token(real, Role.ADMIN);
        assertThat(put(admin, "nonsense").body().path("errors").toString()).contains("values.token");
        assertThat(put(world.token(real, Role.MANAGER), bot.token()).status()).isEqualTo(403);
        assertThat(put(world.token(business, Role.ADMIN), bot.token()).status())
                .as("a sandbox business")
                .isEqualTo(409);
        assertThat(put(admin, bot.token()).body().toString()).contains("token").doesNotContain("AAF-invented");
        assertThat(world.get("/api/audit", admin).body().toString())
                .contains("integrations.save")
                .doesNotContain("AAF-invented");
        assertThat(test(admin)).contains("true").contains("@orbita_test_bot");
        bot.next("getMe", new Fault.Gateway(502));
        assertThat(test(admin)).contains("false").contains("не отвечает");
        telegram.revoke(bot);
        assertThat(test(admin)).contains("не знает такого токена").doesNotContain("AAF-invented");
        assertThat(put(admin, "").body().path("secrets_set")).isEmpty();
        assertThat(test(admin)).contains("не подключён");
    }

    @Test
    void a_bot_that_is_taken_away_pushes_no_more() {
        botSwitch.connect(business, bot);
        world.drain();
        Tenancy.run(business.id(), () -> reception.ensureWebhook(business.id(), "https://crm.test/hook"));
        botSwitch.disconnect(business);
        world.drain();
        assertThat(bot.calls().getLast().method()).isEqualTo("deletewebhook");
        assertThat(Tenancy.in(business.id(), () -> bots.former(business.id()))).isEmpty();
    }

    @Test
    void a_bot_that_is_connected_gets_its_menu_and_its_name() {
        assertThat(world.in(business, () -> messaging.botLink(business.id(), "p1"))
                        .orElseThrow())
                .contains("/sandbox/");
        botSwitch.connect(business, bot);
        bot.next("getMe", new Fault.Gateway(502));
        world.drain();
        assertThat(world.in(business, () -> messaging.botLink(business.id(), "p1")))
                .isEmpty();
        world.clock().advance(Duration.ofSeconds(16));
        world.drain();
        assertThat(world.in(business, () -> messaging.botLink(business.id(), "p1")))
                .contains("https://t.me/orbita_test_bot?start=p1");
        assertThat(bot.calls()).anyMatch(it -> it.method().equals("setmycommands"));
    }

    @Test
    void a_revoked_bot_is_shown_and_polling_goes_on_when_it_works_again() {
        botSwitch.connect(business, bot);
        telegram.revoke(bot);
        world.drain();
        var shown = Tenancy.in(business.id(), () -> bots.bot(business.id())).orElseThrow();
        assertThat(shown.broken()).contains("Unauthorized");
        telegram.admit(bot);
        world.clock().advance(Duration.ofMinutes(11));
        world.drain();
        assertThat(Tenancy.in(business.id(), () -> bots.bot(business.id()))
                        .orElseThrow()
                        .broken())
                .isNull();
    }

    @Test
    void beside_a_real_bot_the_sandbox_is_closed() {
        botSwitch.connect(business, bot);
        assertThat(vera.post(vera.text("x"))).isEqualTo(404);
    }

    private void echo(InboundMessage message) {
        if (message.what() instanceof What.Text text) {
            messaging.send(
                    business.id(),
                    Outgoing.bot(
                            message.conversation(), Content.of(text.text()), "test.echo", "echo:" + message.message()));
        }
    }

    private Business real() {
        return businesses.create(
                "r-" + PublicId.random(20).toLowerCase(Locale.ROOT), "Настоящая", ZoneId.of("Europe/Moscow"), false);
    }

    private World.Answer put(String admin, String token) {
        return world.call(
                HttpMethod.PUT, "/api/integrations/telegram", admin, Map.of("values", Map.of("token", token)));
    }

    private String test(String admin) {
        return world.post("/api/integrations/telegram/test", admin, Map.of())
                .body()
                .toString();
    }

    private World.Answer push(String path, String update, String secret) {
        return world.call(HttpMethod.POST, path, null, update, "X-Telegram-Bot-Api-Secret-Token", secret);
    }

    private String secret() {
        return reception.secret(business.id(), token().botId());
    }

    private BotToken token() {
        return BotToken.of(bot.token()).orElseThrow();
    }
}

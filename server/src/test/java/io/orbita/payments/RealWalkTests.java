package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Role;
import io.orbita.businesses.Settings;
import io.orbita.catalog.Catalog;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.messaging.telegram.FakeBot;
import io.orbita.messaging.telegram.FakeBot.Fault;
import io.orbita.payments.fakes.FakeTBank;
import io.orbita.payments.fakes.Misbehaviour;
import io.orbita.payments.fakes.Misbehaviour.Kind;
import io.orbita.platform.money.Money;
import io.orbita.walk.Walker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The whole walk with the real clients of Telegram, YooKassa and T-Bank while all of them misbehave: one payment, one programme, nothing lost. */
@OrbitaTest
class RealWalkTests extends RealTill {
    private static final AtomicLong CHATS = new AtomicLong(5_500_000);

    private final JdbcClient jdbc;
    private final Settings settings;
    private final Clients clients;
    private final FakeBot bot = usesTelegram();
    private final long chat = CHATS.incrementAndGet();
    private final Walker anna = new Walker(new TelegramMessenger(bot), chat, "Анна", this::settle);

    RealWalkTests(
            World world, Businesses businesses, Catalog catalog, JdbcClient jdbc, Settings settings, Clients clients) {
        super(world, businesses, catalog, jdbc);
        this.jdbc = jdbc;
        this.settings = settings;
        this.clients = clients;
    }

    @AfterEach
    void disconnect() {
        world.call(
                HttpMethod.PUT,
                "/api/integrations/telegram",
                owner(),
                java.util.Map.of("values", java.util.Map.of("token", "")));
        world.drain();
    }

    @Test
    void through_every_trouble_of_telegram_and_yookassa_one_payment_and_one_programme() {
        useYooKassa();
        bot.next("getUpdates", new Fault.Gateway(502));
        bot.next("getUpdates", new Fault.Nonsense());
        bot.next("sendMessage", new Fault.TooMany(3));
        bot.next("sendMessage", new Fault.ServerError());
        bot.next("sendDocument", new Fault.TooMany(2));
        bot.next("sendDocument", new Fault.Gateway(504));
        toTheTariffs();

        YOOKASSA.next(
                Misbehaviour.actsThenIs(Kind.SILENCE), Misbehaviour.refuses(500), Misbehaviour.isOnly(Kind.WEB_PAGE));
        bot.next("sendMessage", new Fault.Nonsense());
        buy();
        assertThat(linkToPay()).contains("orderId=" + YOOKASSA.onlyPayment());
        assertThat(stage()).isEqualTo("deciding");

        var id = YOOKASSA.onlyPayment();
        var forged = YOOKASSA.notification("payment.succeeded", id);
        assertThat(notify("yookassa", forged).status()).isEqualTo(200);
        settle();
        assertThat(stage()).isEqualTo("deciding");

        YOOKASSA.hold(id);
        var held = YOOKASSA.notification("payment.waiting_for_capture", id);
        YOOKASSA.pay(id);
        var paid = YOOKASSA.notification("payment.succeeded", id);
        bot.next("sendDocument", new Fault.TooMany(4));
        bot.next("sendDocument", new Fault.ServerError());
        for (var notice : List.of(paid, held, paid, held)) {
            assertThat(notify("yookassa", notice).status()).isEqualTo(200);
        }
        settle();
        hasTheProgrammeOnce();
        assertThat(YOOKASSA.paymentCount()).isEqualTo(1);
        assertThat(till.payments()).isEqualTo(1);
    }

    @Test
    void through_every_trouble_of_telegram_and_tbank_one_payment_and_one_programme() {
        useTBank();
        toTheTariffs();
        TBANK.next(
                Misbehaviour.actsThenIs(Kind.SILENCE), Misbehaviour.isOnly(Kind.WEB_PAGE), Misbehaviour.refuses(503));
        bot.next("answerCallbackQuery", new Fault.TooMany(1));
        buy();
        var id = TBANK.lastPayment();
        assertThat(linkToPay()).endsWith("/" + id);

        TBANK.status(id, "AUTHORIZED");
        var authorised = TBANK.notification(id);
        TBANK.status(id, "CONFIRMED");
        var confirmed = TBANK.notification(id);
        var forged = TBANK.notice(id).put("Token", "0".repeat(64)).toString().getBytes(StandardCharsets.UTF_8);
        assertThat(notify("tbank", forged).status()).isEqualTo(400);
        for (var notice : List.of(confirmed, authorised, confirmed)) {
            assertThat(notify("tbank", notice).status()).isEqualTo(200);
        }
        settle();
        hasTheProgrammeOnce();
        assertThat(till.payments()).isEqualTo(1);
    }

    @Test
    void a_lost_notification_is_made_good_by_asking() {
        useYooKassa();
        toTheTariffs();
        buy();
        YOOKASSA.pay(YOOKASSA.onlyPayment());
        YOOKASSA.next(Misbehaviour.refuses(500), Misbehaviour.isOnly(Kind.BREAK));
        for (int minute = 0; minute < 8; minute++) {
            later(Duration.ofMinutes(1));
        }
        hasTheProgrammeOnce();
    }

    @Test
    void a_lower_sum_is_held_and_gives_nothing() {
        useTBank();
        toTheTariffs();
        buy();
        var lower = FakeTBank.sign(
                TBANK.notice(TBANK.lastPayment()).put("Status", "CONFIRMED").put("Amount", 100));
        assertThat(notify("tbank", lower).status()).isEqualTo(200);
        settle();
        assertThat(anna.documents()).hasSize(1);
        assertThat(stage()).isEqualTo("deciding");

        quiet();
        admin = owner();
        useYooKassa();
        buy();
        YOOKASSA.payOther(YOOKASSA.onlyPayment(), Money.rubles(1));
        notify("yookassa", YOOKASSA.notification("payment.succeeded", YOOKASSA.onlyPayment()));
        settle();
        assertThat(anna.documents()).hasSize(1);
        assertThat(stage()).isEqualTo("deciding");
    }

    @Test
    void a_client_who_blocked_the_bot_loses_nothing() {
        useYooKassa();
        toTheTariffs();
        buy();
        bot.block(chat);
        YOOKASSA.pay(YOOKASSA.onlyPayment());
        notify("yookassa", YOOKASSA.notification("payment.succeeded", YOOKASSA.onlyPayment()));
        settle();
        assertThat(anna.documents()).hasSize(1);
        assertThat(moves()).endsWith("purchased:payment").doesNotHaveDuplicates();
        var programmes = world.get("/api/clients/" + client() + "/programs", owner())
                .body()
                .path("items");
        assertThat(programmes.valueStream().filter(one -> one.path("paid").asBoolean()))
                .singleElement()
                .satisfies(one -> assertThat(one.path("state").asString()).isEqualTo("undeliverable"));
        bot.unblock(chat);
        anna.say("/start");
        settle();
        hasTheProgrammeOnce();
    }

    /** The whole outage: what Telegram had not taken goes by mail once, and nothing of it comes again when Telegram is back. */
    @Test
    void a_telegram_that_is_down_loses_nothing_and_doubles_nothing() throws Exception {
        try (var post = LocalPost.open()) {
            useYooKassa();
            toTheTariffs();
            buy();
            letters(post.port());
            bot.outage(new Fault.Silence());
            YOOKASSA.pay(YOOKASSA.onlyPayment());
            notify("yookassa", YOOKASSA.notification("payment.succeeded", YOOKASSA.onlyPayment()));
            for (int minute = 0; minute < 12; minute++) {
                later(Duration.ofMinutes(1));
            }
            assertThat(post.withPdf()).as("the programme went by mail").isEqualTo(1);
            assertThat(stage()).isEqualTo("active");
            assertThat(anna.documents()).as("the free one").hasSize(1);

            bot.outage(null);
            for (int quarter = 0; quarter < 8; quarter++) {
                later(Duration.ofMinutes(15));
            }
            assertThat(anna.documents()).as("the paid one did not come again").hasSize(1);
            assertThat(post.withPdf()).isEqualTo(1);
            assertThat(unsent()).as("nothing is lost on the way").isZero();
            assertThat(moves())
                    .extracting(move -> move.substring(0, move.indexOf(':')))
                    .containsExactlyInAnyOrder("first_contact", "consultation", "deciding", "purchased", "active");
            var thread = world.get("/api/clients/" + client() + "/messages?limit=200", owner())
                    .body()
                    .path("items");
            assertThat(thread.valueStream()
                            .filter(it -> it.path("kind").asString().equals("programs.document")
                                    && it.path("channel").asString().equals("telegram")
                                    && it.has("note")))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.path("note").asString()).isEqualTo("Telegram не отвечает, отправлено почтой");
                        assertThat(it.path("state").asString()).isIn("unknown", "cancelled");
                    });
            assertThat(thread.toString()).contains("note.fallback").contains("\"state\":\"unknown\"");
            // Every letter stands for exactly one message, and no message that left by mail is seen in the chat after
            // the outage.
            assertThat(post.count()).isEqualTo((int)
                    thread.valueStream().filter(it -> it.has("fallback_of")).count());
        }
    }

    /** The client has told an e-mail, and the business has a mail server. */
    private void letters(int port) {
        var client = new ClientId(client());
        world.run(business, () -> {
            settings.put(
                    business.id(),
                    "messaging.email",
                    java.util.Map.of(
                            "host", "127.0.0.1", "port", port, "security", "NONE", "sender", "studio@orbita.test"));
            clients.addIdentity(
                    business.id(), client, Identity.email("anna@client.test").orElseThrow(), true);
        });
    }

    private void toTheTariffs() {
        anna.say("/start");
        anna.press("бесплатную программу");
        anna.answerAll();
        assertThat(anna.documents()).hasSize(1);
        assertThat(stage()).isEqualTo("consultation");
    }

    private void buy() {
        anna.press("12 недель");
        later(Duration.ofMinutes(1));
        settle();
    }

    private String linkToPay() {
        return anna.buttons().stream()
                .map(button -> String.valueOf(button.url()))
                .filter(url -> url.startsWith("http://127.0.0.1"))
                .reduce((before, later) -> later)
                .orElseThrow(() -> new AssertionError("no link to pay in " + anna.texts()));
    }

    private void hasTheProgrammeOnce() {
        assertThat(anna.documents()).hasSize(2);
        assertThat(stage()).isEqualTo("active");
        assertThat(moves())
                .extracting(move -> move.substring(0, move.indexOf(':')))
                .containsExactlyInAnyOrder("first_contact", "consultation", "deciding", "purchased", "active");
        assertThat(world.get("/api/clients?q=" + "%D0%90%D0%BD%D0%BD%D0%B0", owner())
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    /** What came is worked off, and what Telegram refused is sent again as soon as it may be. */
    private void settle() {
        world.drain();
        for (int second = 0; second < 60 && (bot.waiting() > 0 || unsent() > 0); second++) {
            later(Duration.ofSeconds(1));
        }
    }

    private long unsent() {
        return world.in(
                business,
                () -> jdbc.sql("""
                                select count(*) from messaging.outbound_message
                                 where business_id = :business and state in ('queued', 'sending')
                                """)
                        .param("business", business.id().value())
                        .query(Long.class)
                        .single());
    }

    /** A token of the moment: the walk takes longer than one lives. */
    private String owner() {
        return world.token(business, Role.ADMIN);
    }

    private long client() {
        return world.get("/api/clients", owner())
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
    }

    private String stage() {
        return world.get("/api/clients/" + client(), owner())
                .body()
                .path("stage")
                .path("role")
                .asString();
    }

    private List<String> moves() {
        return world.get("/api/clients/" + client() + "/pipeline-history", owner())
                .body()
                .path("items")
                .valueStream()
                .map(RealWalkTests::move)
                .toList();
    }

    private static String move(JsonNode move) {
        return move.path("to_stage").path("role").asString() + ":"
                + move.path("cause").asString();
    }
}

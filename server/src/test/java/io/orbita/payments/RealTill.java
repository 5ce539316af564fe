package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.messaging.telegram.FakeBot;
import io.orbita.messaging.telegram.FakeTelegram;
import io.orbita.payments.fakes.FakeTBank;
import io.orbita.payments.fakes.FakeYooKassa;
import io.orbita.platform.crypto.PublicId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A business with real adapters, pointed at fakes; one application and one pair of fakes for all such tests of a run. */
abstract class RealTill {
    static final FakeYooKassa YOOKASSA = new FakeYooKassa();
    static final FakeTBank TBANK = new FakeTBank();
    static final FakeTelegram TELEGRAM = new FakeTelegram();

    final World world;
    final Business business;
    final Till till;
    String admin;

    @DynamicPropertySource
    static void fakes(DynamicPropertyRegistry properties) {
        properties.add("orbita.payments.yookassa.url", YOOKASSA::base);
        properties.add("orbita.payments.tbank.url", TBANK::base);
        properties.add("orbita.payments.read-timeout", () -> "400ms");
        properties.add("orbita.telegram.api-url", TELEGRAM::url);
        properties.add("orbita.telegram.read-timeout", () -> "1s");
        properties.add("orbita.mail.private-hosts", () -> true);
    }

    RealTill(World world, Businesses businesses, Catalog catalog, JdbcClient jdbc) {
        this.world = world;
        this.business = businesses.create(
                "p-" + PublicId.random(20).toLowerCase(Locale.ROOT), "Настоящий", ZoneId.of("Europe/Moscow"), false);
        this.till = new Till(world, catalog, jdbc, business);
        this.admin = world.token(business, Role.ADMIN);
    }

    @BeforeEach
    void quiet() {
        YOOKASSA.forget();
        TBANK.forget();
    }

    void uses(String provider, Map<String, String> values) {
        assertThat(world.call(HttpMethod.PUT, "/api/integrations/" + provider, admin, Map.of("values", values))
                        .status())
                .isEqualTo(200);
        var chosen = Map.of("provider", provider, "receipts", Map.of("enabled", false, "vat", List.of()));
        assertThat(world.call(HttpMethod.PUT, "/api/payments/settings", admin, chosen)
                        .status())
                .isEqualTo(200);
    }

    void useYooKassa() {
        uses("yookassa", Map.of("shop_id", FakeYooKassa.SHOP, "secret_key", FakeYooKassa.KEY));
    }

    void useTBank() {
        uses("tbank", Map.of("terminal_key", FakeTBank.TERMINAL, "password", FakeTBank.PASSWORD));
    }

    World.Answer notify(String provider, byte[] body) {
        return world.post("/api/payments/webhook/" + provider, null, new String(body, StandardCharsets.UTF_8));
    }

    /** A bot of Telegram's, connected as the owner would. */
    FakeBot usesTelegram() {
        var bot = TELEGRAM.newBot();
        assertThat(world.call(
                                HttpMethod.PUT,
                                "/api/integrations/telegram",
                                admin,
                                Map.of("values", Map.of("token", bot.token())))
                        .status())
                .isEqualTo(200);
        return bot;
    }

    void later(Duration wait) {
        world.clock().advance(wait);
        world.drain();
    }
}

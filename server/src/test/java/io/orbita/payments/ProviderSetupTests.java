package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Businesses;
import io.orbita.catalog.Catalog;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.dialogues.spi.BotCall;
import io.orbita.messaging.Messaging;
import io.orbita.payments.fakes.FakeYooKassa;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys, receipts, and a provider that never answers. */
@OrbitaTest
class ProviderSetupTests extends RealTill {
    private final Payments payments;
    private final PayBot bot;
    private final Clients clients;
    private final Messaging messaging;

    ProviderSetupTests(
            World world,
            Businesses businesses,
            Catalog catalog,
            Payments payments,
            PayBot bot,
            Clients clients,
            Messaging messaging,
            JdbcClient jdbc) {
        super(world, businesses, catalog, jdbc);
        this.payments = payments;
        this.bot = bot;
        this.clients = clients;
        this.messaging = messaging;
    }

    @Test
    void wrong_keys_end_the_payment_and_tell_the_client_nothing_of_them() {
        uses("yookassa", Map.of("shop_id", FakeYooKassa.SHOP, "secret_key", "wrong-key"));
        var refused = till.create("k2", till.form(null));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).doesNotContain("wrong-key", "invalid_credentials");
        assertThat(till.create("k2", till.form(null)).status()).isEqualTo(422);
        assertThat(world.post("/api/integrations/yookassa/test", admin, Map.of())
                        .body()
                        .path("ok")
                        .asBoolean())
                .isFalse();
        useYooKassa();
        assertThat(world.post("/api/integrations/yookassa/test", admin, Map.of())
                        .body()
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_receipt_goes_along_with_the_rate_of_the_day_and_to_the_buyers_address() {
        useYooKassa();
        var rates =
                List.of(Map.of("from", "2019-01-01", "vat", "vat_20"), Map.of("from", "2026-01-01", "vat", "vat_22"));
        var receipts = Map.of("enabled", true, "tax_system", "osn", "vat", rates);
        var settings = Map.of("provider", "yookassa", "receipts", receipts);
        assertThat(world.call(HttpMethod.PUT, "/api/payments/settings", admin, settings)
                        .status())
                .isEqualTo(200);
        till.bought(null);
        var receipt = YOOKASSA.lastRequest().body().path("receipt");
        assertThat(receipt.path("customer").toString()).isEqualTo("{\"email\":\"anna@example.test\"}");
        assertThat(receipt.path("tax_system_code").asInt()).isEqualTo(1);
        assertThat(receipt.path("items").path(0).path("vat_code").asInt()).isEqualTo(11);
        assertThat(receipt.path("items").path(0).path("amount").path("value").asString())
                .isEqualTo("2990.00");
    }

    @Test
    void a_link_that_never_comes_is_told_to_the_client_and_to_the_staff() {
        useYooKassa();
        var client = world.in(
                business,
                () -> clients.arrive(
                                business.id(),
                                new Identity(Identity.Kind.EMAIL, "gleb@example.test"),
                                new Newcomer("Глеб", null, "site", Map.of()),
                                "bot")
                        .client());
        var chat = world.in(business, () -> messaging.mailTo(business.id(), client, "gleb@example.test"));
        var call = new BotCall(business.id(), chat.id(), client, 1, null);
        YOOKASSA.isDead(true);
        world.in(business, () -> bot.onPress(call, "buy:" + till.tariff));
        world.drain();
        var id = world.in(business, () -> payments.of(business.id(), client, null, null))
                .items()
                .getFirst()
                .id();
        assertThat(till.said(id, "slow")).isTrue();
        assertThat(till.said(id, "no-link")).isFalse();
        for (int minute = 0; minute < 50; minute++) {
            later(Duration.ofMinutes(1));
        }
        assertThat(till.said(id, "no-link")).isTrue();
        assertThat(till.noticed(id, "no-link")).isTrue();
        assertThat(till.said(id, "link")).isFalse();
    }

    @Test
    void secrets_go_in_and_never_come_out() {
        useYooKassa();
        var shown = world.get("/api/integrations", admin).body().toString()
                + world.get("/api/payments/settings", admin).body();
        assertThat(shown).contains(FakeYooKassa.SHOP).doesNotContain(FakeYooKassa.KEY);
        var unset = Map.of("provider", "tbank", "receipts", Map.of("enabled", false, "vat", List.of()));
        assertThat(world.call(HttpMethod.PUT, "/api/payments/settings", admin, unset)
                        .status())
                .isEqualTo(409);
        assertThat(till.play(till.bought(null), "succeed").status()).isEqualTo(404);
    }
}

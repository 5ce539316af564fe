package io.orbita.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.TariffDraft;
import io.orbita.platform.money.Money;
import io.orbita.walk.Walker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A buyer on the site, from the form of the checkout to the programme, who meets the bot only afterwards. */
@OrbitaTest
class PurchaseTests {
    private final World world;
    private final Catalog catalog;

    PurchaseTests(World world, Catalog catalog) {
        this.world = world;
        this.catalog = catalog;
    }

    private record Shop(Business business, long tariff) {}

    private Shop shop(int weeks) {
        Business business = world.business();
        long tariff = world.in(
                business,
                () -> catalog.addTariff(
                                business.id(),
                                new TariffDraft(
                                        "Программа", "", Money.rubles(990), 3, List.of(), weeks, null, null, true))
                        .id());
        return new Shop(business, tariff);
    }

    private String buy(Shop shop) {
        World.Answer answer = world.post(
                "/api/payments/create",
                null,
                Map.of(
                        "business",
                        shop.business().slug(),
                        "tariff_id",
                        shop.tariff(),
                        "contact",
                        Map.of("name", "Анна", "email", "anna@example.ru"),
                        "consent",
                        true));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("public_id").asString();
    }

    private void pay(String payment) {
        world.post("/api/sandbox/payments/" + payment, null, Map.of("outcome", "succeed"));
        world.drain();
    }

    private JsonNode next(String payment) {
        return world.get("/api/public/payments/" + payment + "/next", null).body();
    }

    private String botPayload(String payment) {
        return world.post("/api/public/payments/" + payment + "/bot-link", null, Map.of())
                .body()
                .path("url")
                .asString()
                .replaceFirst(".*start=", "");
    }

    @Test
    void a_buyer_answers_in_the_bot_and_downloads_the_programme_on_the_page() {
        Shop shop = shop(12);
        String payment = buy(shop);
        assertThat(next(payment).path("program").asString()).isEqualTo("unpaid");
        pay(payment);
        assertThat(next(payment).path("program").asString()).isEqualTo("questionnaire");

        var anna = new Walker(world.url(), shop.business().slug(), 930_001, "Анна", world::drain);
        anna.say("/start " + botPayload(payment));
        assertThat(anna.lastText()).startsWith("Спасибо за оплату!").contains("Ваш пол?");
        anna.answerAll();
        JsonNode done = next(payment);
        assertThat(done.path("program").asString()).as(done.toString()).isEqualTo("ready");
        assertThat(world.get(done.path("file").asString(), null).headers().getContentType())
                .hasToString("application/pdf");
        assertThat(world.get("/api/clients", world.token(shop.business(), Role.ADMIN))
                        .body()
                        .path("items"))
                .as("the buyer and the chat are one person")
                .hasSize(1);
    }

    @Test
    void what_has_no_programme_waits_for_none() {
        Shop shop = shop(0);
        String payment = buy(shop);
        pay(payment);
        assertThat(next(payment).path("program").asString()).isEqualTo("none");
        assertThat(next(payment).path("status").asString()).isEqualTo("completed");
    }

    @Test
    void a_link_into_the_bot_brings_a_purchase_to_one_chat_only() {
        Shop shop = shop(12);
        String payment = buy(shop);
        pay(payment);
        String payload = botPayload(payment);
        new Walker(world.url(), shop.business().slug(), 930_011, "Анна", world::drain).say("/start " + payload);
        new Walker(world.url(), shop.business().slug(), 930_012, "Чужой", world::drain).say("/start " + payload);
        new Walker(world.url(), shop.business().slug(), 930_013, "Чужая", world::drain)
                .say("/start " + botPayload(payment));
        assertThat(world.get("/api/clients", world.token(shop.business(), Role.ADMIN))
                        .body()
                        .path("items"))
                .hasSize(3);
    }

    @Test
    void a_payment_that_staff_made_leads_nobody_to_the_card_it_belongs_to() {
        Shop shop = shop(12);
        String staff = world.token(shop.business(), Role.ADMIN);
        long client = world.post("/api/clients", staff, Map.of("name", "Вера", "phones", List.of("+79161234567")))
                .body()
                .path("id")
                .asLong();
        String payment = world.post("/api/payments", staff, Map.of("client_id", client, "tariff_id", shop.tariff()))
                .body()
                .path("public_id")
                .asString();
        assertThat(botPayload(payment)).isEqualTo("src_site");
    }

    @Test
    void an_id_that_names_nothing_opens_nothing() {
        Shop shop = shop(12);
        String payment = buy(shop);
        String foreign = payment.substring(0, payment.length() - 3) + "AAA";
        assertThat(world.get("/api/public/payments/" + foreign + "/next", null).status())
                .isEqualTo(404);
        assertThat(world.get("/api/public/payments/rubbish/next", null).status())
                .isEqualTo(404);
        assertThat(world.get("/api/public/" + shop.business().slug() + "/site", null)
                        .body()
                        .path("light")
                        .path("on_accent")
                        .asString())
                .isEqualTo("#ffffff");
        assertThat(world.get("/", null).status()).isEqualTo(200);
    }
}

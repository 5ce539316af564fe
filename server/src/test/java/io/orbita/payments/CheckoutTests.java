package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.clients.ClientId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a payment begins: by whom, for how much, with which key. */
@OrbitaTest
class CheckoutTests {
    private final World world;
    private final Catalog catalog;
    private final Payments payments;
    private final Business business;
    private final Till till;

    CheckoutTests(World world, Payments payments, Catalog catalog, JdbcClient jdbc) {
        this.world = world;
        this.catalog = catalog;
        this.payments = payments;
        this.business = world.business();
        this.till = new Till(world, catalog, jdbc, business);
    }

    @Test
    void contact_data_never_select_a_client_who_is_there_already() {
        var first = till.bought(null);
        var second = till.bought(null);
        var admin = world.token(business, Role.ADMIN);
        var items = world.get("/api/payments", admin).body().path("items");
        assertThat(items.valueStream()
                        .map(item -> item.path("client_id").asLong())
                        .distinct())
                .hasSize(2);
        assertThat(items.valueStream().map(item -> item.path("public_id").asString()))
                .containsExactly(second, first);
        assertThat(items.path(0).path("client_name").asString()).isEqualTo("Анна");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "consent|false|consent",
                "consent|null|consent",
                "tariff_id|-1|tariff_id",
                "tariff_id|999999|tariff_id",
                "promo_code|\"нету\"|promo_code",
                "contact|null|contact",
                "contact|{\"name\":\"А\"}|contact",
                "contact|{\"name\":\"А\",\"phone\":\"123\"}|contact.phone",
                "contact|{\"name\":\"А\",\"email\":\"a@b\"}|contact.email",
                "contact|{\"name\":\"\",\"email\":\"a@b.ru\"}|contact.name",
                "client_token|\"1.1.9999999999.x\"|client_token",
                "return_url|\"javascript:alert(1)\"|return_url",
                "return_url|\"https://u:p@x.ru/\"|return_url",
                "amount|1|amount"
            })
    void a_wrong_purchase_names_the_field_and_makes_nothing(String field, String value, String named) {
        var json = JsonMapper.builder().build();
        var form = json.valueToTree(till.form(null));
        ((ObjectNode) form).set(field, json.readTree(value));
        var answer = world.post("/api/payments/create", null, form.toString());
        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo(named);
        assertThat(till.payments()).isZero();
    }

    @Test
    void a_code_can_be_tried_before_buying() {
        till.promo(catalog, "ПРОБА", 10, null);
        var path = "/api/public/" + business.slug() + "/quote";
        var quote = world.post(path, null, Map.of("tariff_id", till.tariff, "promo_code", "проба"))
                .body();
        assertThat(quote.path("valid").asBoolean()).isTrue();
        assertThat(quote.path("amount").path("amount").asString()).isEqualTo("2691.00");
        assertThat(world.post(path, null, Map.of("tariff_id", till.tariff))
                        .body()
                        .path("amount")
                        .path("amount")
                        .asString())
                .isEqualTo("2990.00");
        var wrong = world.post(path, null, Map.of("tariff_id", till.tariff, "promo_code", "нету"))
                .body();
        assertThat(wrong.path("valid").asBoolean()).isFalse();
        assertThat(wrong.path("reason").asString()).isEqualTo("catalog.promo-unknown");
        var admin = world.token(business, Role.ADMIN);
        var check = Map.of("code", "проба", "tariff_id", till.tariff);
        assertThat(world.post("/api/promocodes/check", admin, check)
                        .body()
                        .path("valid")
                        .asBoolean())
                .isTrue();
        assertThat(world.post(
                                "/api/promocodes/check",
                                admin,
                                Map.of("code", "проба", "tariff_id", till.tariff, "client_id", 999_999))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_token_of_ours_buys_as_the_client_it_names() {
        till.bought(null);
        var admin = world.token(business, Role.ADMIN);
        var client = world.get("/api/payments", admin)
                .body()
                .path("items")
                .path(0)
                .path("client_id")
                .asLong();
        var token = world.in(business, () -> payments.buyerToken(business.id(), new ClientId(client)));
        var form = new HashMap<>(till.form(null));
        form.remove("contact");
        form.put("client_token", token);
        assertThat(till.create(null, form).status()).isEqualTo(201);
        assertThat(world.get("/api/clients/" + client + "/payments", admin)
                        .body()
                        .path("items"))
                .hasSize(2);
        form.put("client_token", token.replaceFirst("\\.[0-9]+\\.", ".1."));
        assertThat(till.create(null, form).status()).isEqualTo(422);
        form.put("client_token", token);
        world.clock().advance(Duration.ofDays(30));
        assertThat(till.create(null, form).status()).isEqualTo(422);
    }

    @Test
    void the_staff_begin_a_payment_by_hand_for_a_client() {
        till.bought(null);
        var manager = world.token(business, Role.MANAGER);
        var client = world.get("/api/payments", manager)
                .body()
                .path("items")
                .path(0)
                .path("client_id")
                .asLong();
        var wish = Map.of("client_id", client, "tariff_id", till.tariff, "provider", "manual");
        var made = world.post("/api/payments", manager, wish);
        assertThat(made.status()).isEqualTo(201);
        var publicId = made.body().path("public_id").asString();
        assertThat(made.body().path("confirmation_url").asString())
                .endsWith("/s/" + business.slug() + "/pay/" + publicId);
        world.post("/api/payments/" + till.id(publicId) + "/confirm", manager, Map.of());
        assertThat(till.status(publicId)).isEqualTo("completed");
        assertThat(world.post("/api/payments", manager, Map.of("client_id", 999_999, "tariff_id", till.tariff))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_public_id_that_is_none_is_nobody() {
        assertThat(world.get("/api/payments/nonsense/status", null).status()).isEqualTo(404);
        assertThat(world.get("/api/payments/1-0000000000000000000000/status", null)
                        .status())
                .isEqualTo(404);
        assertThat(world.get("/sandbox/pay/1-0000000000000000000000", null).status())
                .isEqualTo(404);
        assertThat(till.play("nonsense", "succeed").status()).isEqualTo(404);
        assertThat(till.play(till.bought(null), "steal").status()).isEqualTo(422);
    }
}

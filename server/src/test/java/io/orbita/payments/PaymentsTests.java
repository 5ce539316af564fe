package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a payment ends, in the sandbox. */
@OrbitaTest
class PaymentsTests {
    private final World world;
    private final Catalog catalog;
    private final Business business;
    private final Till till;

    PaymentsTests(World world, Catalog catalog, JdbcClient jdbc) {
        this.world = world;
        this.catalog = catalog;
        this.business = world.business();
        this.till = new Till(world, catalog, jdbc, business);
    }

    @Test
    void a_purchase_gives_a_link_and_is_completed_by_the_notification() {
        var made = till.create(null, till.form(null));
        assertThat(made.status()).isEqualTo(201);
        var publicId = made.body().path("public_id").asString();
        assertThat(made.body().path("status").asString()).isEqualTo("pending");
        assertThat(made.body().path("amount").path("amount").asString()).isEqualTo("2990.00");
        assertThat(made.body().path("discount").path("amount").asString()).isEqualTo("0.00");
        assertThat(made.body().path("confirmation_url").asString()).endsWith("/sandbox/pay/" + publicId);
        assertThat(till.told("PaymentCreated", publicId)).isEqualTo(1);

        assertThat(till.play(publicId, "succeed").status()).isEqualTo(200);
        assertThat(till.status(publicId)).isEqualTo("pending");
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("completed");
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);
        assertThat(till.history(publicId)).containsExactly("paid moved");
        assertThat(till.paidTotal(publicId)).isEqualTo(299_000);
    }

    @Test
    void a_lost_notification_is_found_by_looking_soon() {
        var publicId = till.bought(null);
        till.play(publicId, "lose_webhook");
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("pending");
        world.clock().advance(Duration.ofSeconds(10));
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("completed");
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);
    }

    @Test
    void less_than_was_asked_is_held_for_the_owner_who_may_take_it() {
        var publicId = till.bought(null);
        till.play(publicId, "underpay");
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("problem");
        assertThat(till.told("PaymentCompleted", publicId)).isZero();
        assertThat(till.paidTotal(publicId)).isZero();
        assertThat(till.noticed(new PaymentId(till.id(publicId)), "problem")).isTrue();

        var admin = world.token(business, Role.ADMIN);
        var seen = world.get("/api/payments/" + till.id(publicId), admin).body();
        assertThat(seen.path("problem").asString()).isEqualTo("amount_mismatch");
        var taken = world.post("/api/payments/" + till.id(publicId) + "/confirm", admin, Map.of());
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body().path("status").asString()).isEqualTo("completed");
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);
    }

    @Test
    void a_refusal_of_the_bank_ends_the_payment_and_frees_its_code() {
        till.promo(catalog, "ОДИН", 10, 1);
        var publicId = till.bought("один");
        assertThat(till.create(null, till.form("один")).body().path("reason").asString())
                .isEqualTo("catalog.promo-used-up");
        till.play(publicId, "decline");
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("canceled");
        assertThat(till.bought("ОДИН")).isNotEqualTo(publicId);
    }

    @Test
    void paying_twice_at_the_toy_till_takes_one_sum_and_another_ending_is_refused() {
        var publicId = till.bought(null);
        assertThat(till.play(publicId, "succeed").status()).isEqualTo(200);
        assertThat(till.play(publicId, "succeed").status()).isEqualTo(200);
        assertThat(till.play(publicId, "decline").status()).isEqualTo(409);
        world.drain();
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);
    }

    @Test
    void an_unpaid_payment_is_over_when_its_time_is() {
        till.promo(catalog, "ВРЕМЯ", 10, 1);
        var publicId = till.bought("время");
        world.clock().advance(Duration.ofMinutes(61));
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("canceled");
        assertThat(till.bought("время")).isNotEmpty();
    }

    @Test
    void who_is_refused_first_and_pays_later_has_paid() {
        var publicId = till.bought(null);
        assertThat(till.play(publicId, "pay_late").body().path("state").asString())
                .isEqualTo("canceled");
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("canceled");
        world.clock().advance(SandboxPlay.LATE);
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("completed");
        var order = world.get("/api/sandbox/payments/" + publicId, null).body();
        assertThat(order.path("state").asString()).isEqualTo("paid");
        assertThat(order.path("paid")).isEqualTo(order.path("amount"));
        assertThat(till.play(publicId, "pay_late").status())
                .as("the same again")
                .isEqualTo(200);
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);
    }

    @Test
    void a_late_success_completes_a_payment_that_was_given_up_even_beyond_the_code() {
        till.promo(catalog, "ПОЗЖЕ", 50, 1);
        var late = till.bought("позже");
        var admin = world.token(business, Role.ADMIN);
        assertThat(world.post("/api/payments/" + till.id(late) + "/cancel", admin, Map.of())
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("canceled");
        var winner = till.bought("позже");
        till.play(winner, "succeed");
        till.play(late, "succeed");
        world.drain();
        assertThat(till.status(winner)).isEqualTo("completed");
        assertThat(till.status(late)).isEqualTo("completed");
        var uses = world.get("/api/promocodes/" + promoId(admin) + "/usages", admin)
                .body();
        assertThat(uses.path("items")
                        .valueStream()
                        .filter(use -> use.path("over_limit").asBoolean())
                        .map(use -> use.path("payment").asString()))
                .containsExactly(late);
        assertThat(till.noticed(new PaymentId(till.id(late)), "promo-over")).isTrue();
    }

    private long promoId(String admin) {
        return world.get("/api/promocodes", admin)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
    }

    @Test
    void the_staff_confirm_once_and_are_told_what_cannot_be_confirmed() {
        var publicId = till.bought(null);
        var manager = world.token(business, Role.MANAGER);
        var path = "/api/payments/" + till.id(publicId) + "/confirm";
        assertThat(world.post(path, world.token(business, Role.CASHIER), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(world.post(path, world.token(world.business(), Role.ADMIN), Map.of())
                        .status())
                .isEqualTo(404);
        var first = world.post(path, manager, Map.of());
        assertThat(first.body().path("status").asString()).isEqualTo("completed");
        assertThat(first.body().path("completed_via").asString()).isEqualTo("manual");
        assertThat(first.body().path("proven").asBoolean()).isFalse();
        assertThat(world.post(path, manager, Map.of()).status()).isEqualTo(200);
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);

        till.play(publicId, "succeed");
        world.drain();
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);
        assertThat(till.paidTotal(publicId)).isEqualTo(299_000);
        assertThat(till.noticed(new PaymentId(till.id(publicId)), "paid-twice")).isTrue();
        assertThat(world.post("/api/payments/" + till.id(publicId) + "/cancel", manager, Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void payments_are_listed_by_what_is_asked_in_pages() {
        for (int i = 0; i < 3; i++) {
            till.bought(null);
        }
        var paid = till.bought(null);
        till.play(paid, "succeed");
        world.drain();
        var admin = world.token(business, Role.ADMIN);
        var completed = world.get("/api/payments?status=completed&with_total=true", admin)
                .body();
        assertThat(completed.path("total").asInt()).isEqualTo(1);
        assertThat(completed.path("items").path(0).path("public_id").asString()).isEqualTo(paid);
        var first = world.get("/api/payments?limit=3&provider=sandbox", admin).body();
        assertThat(first.path("items")).hasSize(3);
        var rest = world.get(
                        "/api/payments?limit=3&cursor="
                                + first.path("next_cursor").asString(),
                        admin)
                .body();
        assertThat(rest.path("items")).hasSize(1);
        var client = rest.path("items").path(0).path("client_id").asLong();
        assertThat(world.get("/api/clients/" + client + "/payments", admin)
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(world.get("/api/clients/999999/payments", admin).status()).isEqualTo(404);
        assertThat(world.get("/api/payments?status=sold", admin).status()).isEqualTo(422);
        assertThat(world.get("/api/payments?from=yesterday", admin).status()).isEqualTo(400);
        assertThat(world.get("/api/payments?from=2030-01-01T00:00:00Z", admin)
                        .body()
                        .path("items"))
                .isEmpty();
    }
}

package io.orbita.payments;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.PromoDraft;
import io.orbita.catalog.TariffDraft;
import io.orbita.platform.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop for tests of payments: what is sold, how it is bought, what became of it. */
class Till {
    private final World world;
    private final JdbcClient jdbc;
    private final Business business;
    final long tariff;

    Till(World world, Catalog catalog, JdbcClient jdbc, Business business) {
        this.world = world;
        this.jdbc = jdbc;
        this.business = business;
        this.tariff = world.in(
                        business,
                        () -> catalog.addTariff(
                                business.id(),
                                new TariffDraft(
                                        "Программа на 12 недель",
                                        null,
                                        Money.rubles(2990),
                                        3,
                                        List.of("План"),
                                        12,
                                        null,
                                        null,
                                        null)))
                .id();
    }

    void promo(Catalog catalog, String code, int percent, @Nullable Integer max) {
        world.in(
                business,
                () -> catalog.addPromoCode(
                        business.id(), new PromoDraft(code, percent, null, null, null, max, null, null, null, null)));
    }

    Map<String, Object> form(@Nullable String promo) {
        var form = new HashMap<String, Object>(Map.of(
                "business",
                business.slug(),
                "tariff_id",
                tariff,
                "contact",
                Map.of("name", "Анна", "phone", "+7 916 123-45-67", "email", "anna@example.test"),
                "consent",
                true));
        if (promo != null) {
            form.put("promo_code", promo);
        }
        return form;
    }

    World.Answer create(@Nullable String key, Map<String, Object> form) {
        return key == null
                ? world.post("/api/payments/create", null, form)
                : world.call(HttpMethod.POST, "/api/payments/create", null, form, "Idempotency-Key", key);
    }

    /** The public id of a new payment. */
    String bought(@Nullable String promo) {
        var answer = create(null, form(promo));
        if (answer.status() != 201) {
            throw new AssertionError("Not bought: " + answer);
        }
        return answer.body().path("public_id").asString();
    }

    World.Answer play(String publicId, String outcome) {
        return world.post("/api/sandbox/payments/" + publicId, null, Map.of("outcome", outcome));
    }

    String status(String publicId) {
        return world.get("/api/payments/" + publicId + "/status", null)
                .body()
                .path("status")
                .asString();
    }

    long id(String publicId) {
        return number("select id from payments.payment where business_id = :business and public_id = :ref", publicId);
    }

    /** How many facts of that type about the payment were told. */
    long told(String type, String publicId) {
        var id = id(publicId);
        return world.in(
                business,
                () -> jdbc.sql("""
                                select count(*) from platform.event_log
                                 where business_id = :business and type = :type and (facts ->> 'payment')::bigint = :id
                                """)
                        .param("business", business.id().value())
                        .param("type", type)
                        .param("id", id)
                        .query(Long.class)
                        .single());
    }

    /** What the history says: {@code event outcome}, in order. */
    List<String> history(String publicId) {
        return world.in(
                business,
                () -> jdbc.sql("""
                                select e.event || ' ' || e.outcome from payments.payment_event e
                                  join payments.payment p on p.business_id = e.business_id and p.id = e.payment_id
                                 where e.business_id = :business and p.public_id = :ref order by e.id
                                """)
                        .param("business", business.id().value())
                        .param("ref", publicId)
                        .query(String.class)
                        .list());
    }

    /** Whether the client was told that of the payment. */
    boolean said(PaymentId id, String word) {
        return has("messaging.outbound_message", "payment:" + id + ":" + word);
    }

    /** Whether the staff were told that of the payment. */
    boolean noticed(PaymentId id, String word) {
        return has("messaging.notice", "payment:" + id + ":" + word);
    }

    private boolean has(String table, String key) {
        return number(
                        "select count(*) from %s where business_id = :business and dedupe_key = :ref".formatted(table),
                        key)
                > 0;
    }

    long paidTotal(String publicId) {
        return number("""
                select c.paid_minor from clients.client c
                  join payments.payment p on p.business_id = c.business_id and p.client_id = c.id
                 where p.business_id = :business and p.public_id = :ref
                """, publicId);
    }

    long payments() {
        return number("select count(*) from payments.payment where business_id = :business and :ref = ''", "");
    }

    private long number(String sql, String ref) {
        return world.in(
                business,
                () -> jdbc.sql(sql)
                        .param("business", business.id().value())
                        .param("ref", ref)
                        .query(Long.class)
                        .single());
    }
}

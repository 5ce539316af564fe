package io.orbita.analytics;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.TariffDraft;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.payments.Payments;
import io.orbita.platform.money.Money;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** A business that sells, through its doors. */
final class Shop {
    private final World world;
    private final Clients clients;
    private final Payments payments;
    final Business business;
    final List<Long> tariffs;
    final String key;
    private int came;

    Shop(World world, Clients clients, Payments payments, Catalog catalog) {
        this.world = world;
        this.clients = clients;
        this.payments = payments;
        this.business = world.business();
        this.tariffs = List.of(tariff(catalog, "Разовая", 1_000), tariff(catalog, "Месяц", 3_000));
        this.key = world.post(
                        "/api/api-keys",
                        world.token(business, Role.ADMIN),
                        Map.of(
                                "name",
                                "сверка",
                                "scopes",
                                List.of("clients:write", "analytics:read", "payments:write", "payments:read")))
                .body()
                .path("key")
                .asString();
    }

    private long tariff(Catalog catalog, String title, int rubles) {
        return world.in(
                        business,
                        () -> catalog.addTariff(
                                business.id(),
                                new TariffDraft(
                                        title, null, Money.rubles(rubles), 1, List.of("Всё"), 0, null, null, null)))
                .id();
    }

    ClientId client(String source, Map<String, String> utm) {
        String id = String.valueOf(++came);
        return world.in(
                business,
                () -> clients.arrive(
                                business.id(),
                                new Identity(Identity.Kind.SANDBOX, id),
                                new Newcomer("Клиент " + id, null, source, utm),
                                "bot")
                        .client());
    }

    /** Creates a payment and returns its public id. */
    String order(ClientId client, long tariff) {
        String token = world.in(business, () -> payments.buyerToken(business.id(), client));
        World.Answer answer = world.post(
                "/api/payments/create",
                null,
                Map.of("business", business.slug(), "tariff_id", tariff, "client_token", token, "consent", true));
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return answer.body().path("public_id").asString();
    }

    void pay(String publicId) {
        world.post("/api/sandbox/payments/" + publicId, null, Map.of("outcome", "succeed"));
        world.drain();
    }

    /** Whether so much could be given back. */
    boolean refund(String publicId, int rubles) {
        String id = "";
        for (JsonNode payment : world.get("/api/payments?limit=200", key).body().path("items")) {
            id = payment.path("public_id").asString().equals(publicId)
                    ? payment.path("id").asString()
                    : id;
        }
        return world.post(
                                "/api/payments/" + id + "/refund",
                                key,
                                Map.of("amount", Map.of("amount", rubles + ".00", "currency", "RUB")))
                        .status()
                == 201;
    }

    /** Whether two cards became one person: the number of the card that stands, or 0. */
    long merge(ClientId one, ClientId other) {
        World.Answer answer =
                world.call(HttpMethod.POST, "/api/clients/" + one + "/merge", key, Map.of("client_id", other.value()));
        return answer.status() == 200 ? answer.body().path("standing").asLong() : 0;
    }

    JsonNode report(String query) {
        World.Answer answer = world.get("/api/analytics/" + query, key);
        if (answer.status() != 200) {
            throw new AssertionError(query + ": " + answer);
        }
        return answer.body();
    }
}

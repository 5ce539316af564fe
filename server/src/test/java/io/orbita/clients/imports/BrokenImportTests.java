package io.orbita.clients.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.Fingerprint;
import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.battery.ImportFile;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientsWithdrawn;
import io.orbita.pipeline.ClientsPlaced;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import tools.jackson.databind.JsonNode;

/** An import that is broken off in the middle of batches, again and again, ends like one that was left in peace. */
@OrbitaTest
class BrokenImportTests {
    private static final int ROWS = 2_000;
    private static final long SEED = 20_261_120;

    private final World world;
    private final Fingerprint fingerprint;
    private final ConfigurableApplicationContext context;
    private final Breaker breaker = new Breaker();

    BrokenImportTests(World world, Fingerprint fingerprint, ConfigurableApplicationContext context) {
        this.world = world;
        this.fingerprint = fingerprint;
        this.context = context;
    }

    /** Throws in the transaction of a batch, some clients from now, as a dying process would leave it. */
    private static final class Breaker implements ApplicationListener<PayloadApplicationEvent<?>> {
        private @Nullable BusinessId business;
        private int left;

        void arm(Business victim, int clients) {
            business = victim.id();
            left = clients;
        }

        boolean spent() {
            return left <= 0;
        }

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<?> event) {
            int clients = switch (event.getPayload()) {
                case ClientsPlaced fact
                when fact.business().equals(business) -> fact.clients().size();
                case ClientsWithdrawn fact
                when fact.business().equals(business) -> fact.clients().size();
                default -> 0;
            };
            if (clients > 0 && left > 0) {
                left -= clients;
                if (left <= 0) {
                    throw new IllegalStateException("broken off");
                }
            }
        }
    }

    @BeforeEach
    void listen() {
        context.addApplicationListener(breaker);
    }

    @AfterEach
    void deaf() {
        context.removeApplicationListener(breaker);
    }

    private Map<String, String> tables(Business business) {
        var tables = new TreeMap<>(fingerprint.of(business));
        tables.keySet().removeIf(table -> table.startsWith("clients.import") || table.startsWith("businesses."));
        return tables;
    }

    @Test
    void broken_off_at_random_it_ends_like_an_unbroken_one_and_undone_it_leaves_nothing() {
        String file = ImportFile.of(SEED, ROWS);
        var random = new Random(SEED);
        Business calm = world.business();
        Business shaken = world.business();
        var peace = new Importing(world, world.token(calm, Role.MANAGER));
        long calmId = peace.run(file, "fill");

        var before = tables(shaken);
        var trouble = new Importing(world, world.token(shaken, Role.MANAGER));
        long id = trouble.checked(file, "fill", Map.of());
        JsonNode forecast = trouble.get(id).path("forecast");
        trouble.post(id, "start", Map.of());
        int broken = 0;
        for (int i = 0; i < 4; i++) {
            breaker.arm(shaken, 1 + random.nextInt(600));
            world.drain();
            broken += breaker.spent() ? 1 : 0;
            world.clock().advance(Duration.ofSeconds(20));
        }
        breaker.arm(shaken, 0);
        world.drain();
        assertThat(broken).isGreaterThanOrEqualTo(3);
        trouble = new Importing(world, world.token(shaken, Role.MANAGER));
        peace = new Importing(world, world.token(calm, Role.MANAGER));
        JsonNode result = trouble.get(id).path("result");
        assertThat(result).isEqualTo(peace.get(calmId).path("result"));
        assertThat(result.path("done").asInt()).isEqualTo(ROWS);
        assertThat(result.path("rejected").asInt()).isEqualTo(ImportFile.bad(ROWS));
        for (String count : List.of("created", "updated", "skipped", "rejected")) {
            assertThat(result.path(count).asInt())
                    .as(count)
                    .isEqualTo(forecast.path(count).asInt());
        }
        assertThat(people(trouble)).isEqualTo(people(peace)).hasSizeGreaterThan(1_900);

        trouble.post(id, "undo", Map.of());
        breaker.arm(shaken, 700);
        world.drain();
        assertThat(breaker.spent()).isTrue();
        world.clock().advance(Duration.ofSeconds(20));
        world.drain();
        assertThat(trouble.get(id).path("state").asString()).isEqualTo("undone");
        assertThat(trouble.get(id).path("result").path("kept").asInt()).isZero();
        assertThat(tables(shaken)).isEqualTo(before);
    }

    private List<String> people(Importing importing) {
        var people = new java.util.ArrayList<String>();
        String next = "";
        do {
            JsonNode page = world.get(
                            "/api/clients?limit=200&sort=name" + (next.isEmpty() ? "" : "&cursor=" + next),
                            importing.token())
                    .body();
            page.path("items")
                    .forEach(client -> people.add(client.path("name").asString()
                            + client.path("phones")
                            + client.path("emails")
                            + client.path("tags")
                            + client.path("stage").path("role")));
            next = page.path("next_cursor").asString("");
        } while (!next.isEmpty());
        return people;
    }
}

package io.orbita.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.catalog.Catalog;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.payments.Payments;
import io.orbita.platform.jdbc.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class NpsReportTests {
    private record Said(String month, long client, int score, boolean commented) {}

    private final World world;
    private final JdbcClient jdbc;
    private final Shop shop;

    NpsReportTests(World world, Clients clients, Payments payments, Catalog catalog, JdbcClient jdbc) {
        this.world = world;
        this.jdbc = jdbc;
        this.shop = new Shop(world, clients, payments, catalog);
    }

    private void answered(ClientId client, long program, int score, boolean commented, Instant at) {
        world.run(
                shop.business,
                () -> jdbc.sql("""
                                insert into journal.nps (business_id, client_id, program_id, asked_at, score, comment, answered_at)
                                values (:business, :client, :program, :at, :score, :comment, :at)
                                """)
                        .param("business", shop.business.id().value())
                        .param("client", client.value())
                        .param("program", program)
                        .param("at", Sql.at(at))
                        .param("score", score)
                        .param("comment", commented ? "Спасибо" : null)
                        .update());
    }

    private static void check(List<Said> said, JsonNode values) {
        long promoters = said.stream().filter(one -> one.score() >= 9).count();
        long detractors = said.stream().filter(one -> one.score() <= 6).count();
        assertThat(values.path("nps_answers").path("count").asLong()).isEqualTo(said.size());
        assertThat(values.path("nps_promoters").path("count").asLong()).isEqualTo(promoters);
        assertThat(values.path("nps_detractors").path("count").asLong()).isEqualTo(detractors);
        assertThat(values.path("nps_passives").path("count").asLong()).isEqualTo(said.size() - promoters - detractors);
        assertThat(values.path("nps_comments").path("count").asLong())
                .isEqualTo(said.stream().filter(Said::commented).count());
        if (said.isEmpty()) {
            assertThat(values.path("nps").has("ratio")).isFalse();
        } else {
            assertThat(values.path("nps").path("ratio").decimalValue())
                    .isEqualByComparingTo(BigDecimal.valueOf((promoters - detractors) * 100)
                            .divide(BigDecimal.valueOf(said.size()), 1, RoundingMode.HALF_UP));
        }
    }

    @Test
    void scores_of_random_months_equal_the_list_of_answers_and_each_number_its_people() {
        var random = new Random(20_261_202);
        List<ClientId> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(shop.client("telegram", Map.of()));
        }
        List<Said> said = new ArrayList<>();
        Instant start = world.clock().instant();
        String first = start.atZone(shop.business.zone()).toLocalDate().toString();
        for (int program = 1; program <= 50; program++) {
            Instant at = start.plus(Duration.ofHours(random.nextInt(24 * 80)));
            ClientId client = clients.get(random.nextInt(clients.size()));
            int score = random.nextInt(11);
            boolean commented = random.nextInt(3) == 0;
            answered(client, program, score, commented, at);
            said.add(new Said(
                    at.atZone(shop.business.zone()).toLocalDate().toString().substring(0, 7),
                    client.value(),
                    score,
                    commented));
        }
        String query = "from=" + first + "&to="
                + start.atZone(shop.business.zone()).toLocalDate().plusDays(81);
        JsonNode report = shop.report("nps?" + query);
        check(said, report.path("total").path("values"));
        for (JsonNode row : report.path("rows")) {
            check(
                    said.stream()
                            .filter(one -> one.month().equals(row.path("key").asString()))
                            .toList(),
                    row.path("values"));
        }
        for (var figure : Map.<String, java.util.function.Predicate<Said>>of(
                        "nps_detractors", one -> one.score() <= 6, "nps_comments", Said::commented)
                .entrySet()) {
            var expected = new TreeMap<Long, Long>();
            said.stream().filter(figure.getValue()).forEach(one -> expected.merge(one.client(), 1L, Long::sum));
            var people = new TreeMap<Long, Long>();
            shop.report("nps/people?" + query + "&figure=" + figure.getKey() + "&limit=100")
                    .path("items")
                    .forEach(item -> people.put(
                            item.path("client").path("id").asLong(),
                            item.path("value").path("count").asLong()));
            assertThat(people).as(figure.getKey()).isEqualTo(expected);
        }
    }
}

package io.orbita.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.catalog.Catalog;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.payments.Payments;
import io.orbita.walk.Walker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class AnalyticsTests {
    private static final Map<String, String> SPRING = Map.of("utm_campaign", "spring");

    /** A line of the test's own book of money. */
    private record Entry(ClientId client, int tariff, int rubles, Instant at) {}

    private final World world;
    private final Shop shop;

    AnalyticsTests(World world, Clients clients, Payments payments, Catalog catalog) {
        this.world = world;
        this.shop = new Shop(world, clients, payments, catalog);
    }

    private static JsonNode row(JsonNode report, String key) {
        return key.equals("total")
                ? report.path("total")
                : report.path("rows")
                        .valueStream()
                        .filter(row -> row.path("key").asString().equals(key))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(key + " in " + report));
    }

    private static long number(JsonNode value) {
        return value.has("money")
                ? new BigDecimal(value.path("money").path("amount").asString())
                        .movePointRight(2)
                        .longValueExact()
                : value.path("count").asLong();
    }

    private long number(JsonNode report, String key, String figure) {
        return number(row(report, key).path("values").path(figure));
    }

    /** The contributions of the people behind a number, over all pages. */
    private Map<Long, Long> people(String report, String query, String row, String figure) {
        Map<Long, Long> people = new TreeMap<>();
        String cursor = "";
        do {
            JsonNode page = shop.report(report + "/people?" + query
                    + (figure.equals("revenue") ? "&limit=3" : "&limit=100") + "&row="
                    + java.net.URLEncoder.encode(row, java.nio.charset.StandardCharsets.UTF_8) + "&figure=" + figure
                    + cursor);
            page.path("items")
                    .forEach(item -> assertThat(
                                    people.put(item.path("client").path("id").asLong(), number(item.path("value"))))
                            .as("nobody stands in the list twice")
                            .isNull());
            cursor = page.path("next_cursor").isString()
                    ? "&cursor=" + page.path("next_cursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        return people;
    }

    /** Every number of a report equals the sum of what its people contribute. */
    private void everyNumberIsTheSumOfItsPeople(String report, String query) {
        JsonNode sheet = shop.report(report + "?" + query);
        List<JsonNode> rows = new ArrayList<>(sheet.path("rows").valueStream().toList());
        rows.add(sheet.path("total"));
        for (JsonNode row : rows) {
            row.path("values").properties().forEach(value -> {
                if (value.getValue().has("people") && number(value.getValue()) != 0) {
                    var people = people(report, query, row.path("key").asString(), value.getKey());
                    assertThat(people.values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum())
                            .as("%s %s, %s of %s", report, query, value.getKey(), row.path("key"))
                            .isEqualTo(number(value.getValue()));
                    assertThat(people).hasSize(value.getValue().path("people").asInt());
                }
            });
        }
    }

    @Test
    void money_of_a_random_month_equals_the_books_by_day_week_and_month_and_each_number_its_people() {
        var random = new Random(20_261_120);
        List<ClientId> clients = new ArrayList<>();
        List<Entry> paid = new ArrayList<>();
        List<Entry> back = new ArrayList<>();
        List<Entry> created = new ArrayList<>();
        Map<Long, Long> into = new HashMap<>();
        Map<String, Integer> left = new TreeMap<>();
        Map<String, Entry> bought = new HashMap<>();
        LocalDate first = LocalDate.ofInstant(world.clock().instant(), shop.business.zone());
        for (int i = 0; i < 36; i++) {
            world.clock().advance(Duration.ofMinutes(20 + random.nextInt(2_000)));
            Instant now = world.clock().instant();
            int deed = random.nextInt(10);
            if (clients.size() < 3 || deed == 0) {
                clients.add(shop.client("telegram", random.nextBoolean() ? SPRING : Map.of()));
            } else if (deed < 7) {
                ClientId client = clients.get(random.nextInt(clients.size()));
                int tariff = random.nextInt(2);
                String payment = shop.order(client, shop.tariffs.get(tariff));
                var entry = new Entry(client, tariff, tariff == 0 ? 1_000 : 3_000, now);
                created.add(entry);
                if (random.nextInt(4) > 0) {
                    shop.pay(payment);
                    paid.add(entry);
                    bought.put(payment, entry);
                    left.put(payment, entry.rubles());
                }
            } else if (deed < 9 && !left.isEmpty()) {
                String payment = List.copyOf(left.keySet()).get(random.nextInt(left.size()));
                int rubles = random.nextBoolean() ? Objects.requireNonNull(left.get(payment)) : 300;
                Entry entry = Objects.requireNonNull(bought.get(payment));
                if (shop.refund(payment, rubles)) {
                    back.add(new Entry(entry.client(), entry.tariff(), rubles, now));
                    left.merge(payment, -rubles, Integer::sum);
                }
                left.values().removeIf(rest -> rest < 300);
            } else {
                ClientId one = clients.get(random.nextInt(clients.size()));
                ClientId other = clients.get(random.nextInt(clients.size()));
                long standing = shop.merge(one, other);
                if (standing != 0) {
                    long a = end(one.value(), into);
                    long b = end(other.value(), into);
                    into.put(a == standing ? b : a, standing);
                }
            }
        }
        assertThat(back).isNotEmpty();
        assertThat(into).isNotEmpty();
        LocalDate last = LocalDate.ofInstant(world.clock().instant(), shop.business.zone());
        String days = "from=" + first.plusDays(3) + "&to=" + last.minusDays(2);
        for (String grain : List.of("day", "week", "month")) {
            JsonNode report = shop.report("revenue?grain=" + grain + "&" + days);
            report.path("rows").forEach(row -> {
                LocalDate begin = LocalDate.parse(row.path("key").asString());
                LocalDate end = switch (grain) {
                    case "day" -> begin.plusDays(1);
                    case "week" -> begin.plusDays(7);
                    default -> begin.plusMonths(1);
                };
                LocalDate from = begin.isBefore(first.plusDays(3)) ? first.plusDays(3) : begin;
                LocalDate until = end.isAfter(last.minusDays(1)) ? last.minusDays(1) : end;
                check(report, begin.toString(), from, until, created, paid, back, into);
            });
            check(report, "total", first.plusDays(3), last.minusDays(1), created, paid, back, into);
        }
        everyNumberIsTheSumOfItsPeople("revenue", "grain=week&" + days);
        everyNumberIsTheSumOfItsPeople("tariffs", days);
        everyNumberIsTheSumOfItsPeople("sources", "by=utm_campaign&" + days);
        everyNumberIsTheSumOfItsPeople("retention", days);
        everyNumberIsTheSumOfItsPeople("overview", days);
        everyNumberIsTheSumOfItsPeople("conversion", days);
        everyNumberIsTheSumOfItsPeople("clients-growth", "grain=week&" + days);
        JsonNode tariffs = shop.report("tariffs?" + days);
        for (int tariff = 0; tariff < 2; tariff++) {
            int which = tariff;
            check(
                    tariffs,
                    String.valueOf(shop.tariffs.get(tariff)),
                    first.plusDays(3),
                    last.minusDays(1),
                    created.stream().filter(entry -> entry.tariff() == which).toList(),
                    paid.stream().filter(entry -> entry.tariff() == which).toList(),
                    back.stream().filter(entry -> entry.tariff() == which).toList(),
                    into);
        }
        assertThat(number(shop.report("overview?" + days), "total", "revenue_net"))
                .isEqualTo(number(shop.report("revenue?" + days), "total", "revenue_net"));
    }

    private static long end(long card, Map<Long, Long> into) {
        Long next = into.get(card);
        return next == null ? card : end(next, into);
    }

    private void check(
            JsonNode report,
            String key,
            LocalDate from,
            LocalDate until,
            List<Entry> created,
            List<Entry> paid,
            List<Entry> back,
            Map<Long, Long> into) {
        long income = sum(within(paid, from, until));
        long gone = sum(within(back, from, until));
        assertThat(number(report, key, "revenue")).as("%s: revenue", key).isEqualTo(income);
        assertThat(number(report, key, "refunds")).as("%s: refunds", key).isEqualTo(gone);
        assertThat(number(report, key, "revenue_net")).as("%s: net", key).isEqualTo(income - gone);
        assertThat(number(report, key, "payments_created"))
                .as("%s: created", key)
                .isEqualTo(within(created, from, until).size());
        assertThat(number(report, key, "payments_completed"))
                .as("%s: completed", key)
                .isEqualTo(within(paid, from, until).size());
        assertThat(number(report, key, "buyers"))
                .as("%s: buyers", key)
                .isEqualTo(within(paid, from, until).stream()
                        .map(entry -> end(entry.client().value(), into))
                        .distinct()
                        .count());
        if (row(report, key).path("values").has("repeat_purchases")) {
            Set<Long> before = new HashSet<>();
            long repeats = paid.stream()
                    .filter(entry -> !before.add(end(entry.client().value(), into)))
                    .filter(entry -> isIn(entry, from, until))
                    .count();
            assertThat(number(report, key, "repeat_purchases"))
                    .as("%s: repeats", key)
                    .isEqualTo(repeats);
        }
    }

    private boolean isIn(Entry entry, LocalDate from, LocalDate until) {
        LocalDate day = LocalDate.ofInstant(entry.at(), shop.business.zone());
        return !day.isBefore(from) && day.isBefore(until);
    }

    private List<Entry> within(List<Entry> entries, LocalDate from, LocalDate until) {
        return entries.stream().filter(entry -> isIn(entry, from, until)).toList();
    }

    private static long sum(List<Entry> entries) {
        return entries.stream().mapToLong(entry -> entry.rubles() * 100L).sum();
    }

    @Test
    void the_questionnaire_loses_people_at_the_question_where_they_stopped() {
        var whole = new Walker(world.url(), shop.business.slug(), 501, "Анна", world::drain);
        whole.say("/start");
        whole.press("бесплатную программу");
        whole.answerAll();
        var stops = new Walker(world.url(), shop.business.slug(), 502, "Борис", world::drain);
        stops.say("/start");
        stops.press("бесплатную программу");
        stops.press("Мужской");
        world.clock().advance(Duration.ofSeconds(40));
        stops.say("40");
        JsonNode report = shop.report("questionnaire");
        assertThat(number(report, "1:gender", "question_answered")).isEqualTo(2);
        assertThat(number(report, "1:experience", "question_reached")).isEqualTo(2);
        assertThat(number(report, "1:experience", "question_left")).isEqualTo(1);
        assertThat(number(report, "1:goal", "question_reached")).isEqualTo(1);
        assertThat(row(report, "1:experience")
                        .path("values")
                        .path("question_left_share")
                        .path("ratio")
                        .asDouble())
                .isEqualTo(0.5);
        everyNumberIsTheSumOfItsPeople("questionnaire", "");
        JsonNode conversion = shop.report("conversion");
        assertThat(number(conversion, "total", "came")).isEqualTo(2);
        assertThat(number(conversion, "total", "came_started")).isEqualTo(2);
        assertThat(number(conversion, "total", "came_finished")).isEqualTo(1);
        JsonNode overview = shop.report("overview");
        assertThat(number(overview, "total", "questionnaires_finished")).isEqualTo(1);
    }

    @Test
    void what_a_buyer_costs_and_brings_by_source() {
        ClientId vk = shop.client("vk", Map.of());
        shop.client("vk", Map.of());
        ClientId telegram = shop.client("telegram", Map.of());
        String today = LocalDate.ofInstant(world.clock().instant(), shop.business.zone())
                .toString();
        LocalDate later = LocalDate.parse(today).plusDays(2);
        String admin = world.token(shop.business, io.orbita.businesses.Role.ADMIN);
        for (Map<String, Object> spend : List.<Map<String, Object>>of(
                Map.of("source", "vk", "from", today, "amount", Map.of("amount", "500.00", "currency", "RUB")),
                Map.of(
                        "source",
                        "vk",
                        "from",
                        today,
                        "to",
                        later.toString(),
                        "amount",
                        Map.of("amount", "100.00", "currency", "RUB")))) {
            assertThat(world.post("/api/spend", admin, spend).status()).isEqualTo(201);
        }
        shop.pay(shop.order(vk, shop.tariffs.get(0)));
        shop.pay(shop.order(vk, shop.tariffs.get(0)));
        shop.pay(shop.order(telegram, shop.tariffs.get(1)));
        JsonNode report = shop.report("unit-economics");
        assertThat(number(report, "vk", "spend")).isEqualTo(53_333);
        assertThat(number(report, "vk", "cac")).isEqualTo(53_333);
        assertThat(number(report, "vk", "came")).isEqualTo(2);
        assertThat(number(report, "vk", "ltv")).isEqualTo(200_000);
        assertThat(row(report, "vk").path("values").path("roi").path("ratio").asDouble())
                .isEqualTo(2.75);
        assertThat(number(report, "total", "brought")).isEqualTo(500_000);
        assertThat(number(report, "vk", "margin")).isEqualTo(200_000 - 53_333);
        assertThat(number(report, "total", "margin")).isEqualTo(500_000 - 53_333);
        assertThat(row(report, "vk")
                        .path("values")
                        .path("margin_share")
                        .path("ratio")
                        .asDouble())
                .isEqualTo(0.7333);
        assertThat(row(report, "telegram").path("values").path("roi").has("ratio"))
                .isFalse();
        everyNumberIsTheSumOfItsPeople("unit-economics", "");
        String whole = "unit-economics?from=" + today + "&to=" + later;
        assertThat(number(shop.report(whole), "vk", "spend")).isEqualTo(60_000);
        assertThat(world.post(
                                "/api/spend",
                                admin,
                                Map.of(
                                        "source",
                                        "vk",
                                        "from",
                                        today,
                                        "to",
                                        "2026-01-01",
                                        "amount",
                                        Map.of("amount", "1.00", "currency", "RUB")))
                        .status())
                .isEqualTo(422);
        long entry = world.get("/api/spend", admin)
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asLong();
        assertThat(world.call(org.springframework.http.HttpMethod.DELETE, "/api/spend/" + entry, admin, null)
                        .status())
                .isEqualTo(204);
        assertThat(number(shop.report("unit-economics"), "vk", "spend")).isEqualTo(50_000);
    }

    @Test
    void two_cards_of_one_person_are_one_newcomer_from_the_first_source() {
        ClientId vk = shop.client("vk", SPRING);
        world.clock().advance(Duration.ofMinutes(5));
        ClientId telegram = shop.client("telegram", Map.of());
        shop.merge(telegram, vk);
        JsonNode sources = shop.report("sources");
        assertThat(number(sources, "vk", "came")).isEqualTo(1);
        assertThat(sources.path("rows")).hasSize(1);
        assertThat(number(shop.report("sources?by=utm_campaign"), "spring", "came"))
                .isEqualTo(1);
        assertThat(number(shop.report("clients-growth"), "total", "new_clients"))
                .isEqualTo(1);
        assertThat(people("sources", "", "vk", "came")).containsOnlyKeys(telegram.value());
    }

    @Test
    void each_report_says_what_its_figures_mean_and_refuses_what_it_does_not_have() {
        JsonNode report = shop.report("retention");
        assertThat(report.path("definitions")
                        .valueStream()
                        .map(one -> one.path("key").asString()))
                .containsExactly("first_buyers", "retained", "retained_share");
        for (String wrong : List.of(
                "revenue?grain=year",
                "revenue?from=2026-13-01",
                "sources?by=name",
                "revenue/people?figure=average_bill",
                "revenue/people?figure=came",
                "revenue/people?figure=revenue&row=nothing",
                "revenue/people?figure=revenue&cursor=x")) {
            assertThat(world.get("/api/analytics/" + wrong, shop.key).status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(world.get("/api/analytics/nothing", shop.key).status()).isEqualTo(404);
    }
}

package io.orbita.battery;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.clients.ClientId;
import io.orbita.marketing.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 90 days of reminders under a clock that goes from one due moment to the next: people of five zones come, answer, pay, write, block the bot and leave
 * at random, the clocks change in two of the zones, and the worker dies again and again. After whatever happens to somebody the simulation is asked
 * what they will get, and until the next thing happens to them they must get exactly that.
 */
final class ReminderSeason {
    private static final Duration SEASON = Duration.ofDays(90);
    private static final Instant BEGIN = Instant.parse("2027-01-25T09:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String[] ZONES = {
        "Europe/Berlin", "America/New_York", "Asia/Almaty", "Europe/Moscow", "Asia/Vladivostok"
    };

    /** What was decided, as the log has it or the simulation foretold it. */
    private record Seen(Instant at, long rule, int step, String outcome) {}

    private record Row(long client, long rule, int step, String state, String reason, Instant at) {
        boolean sent() {
            return !state.equals("skipped") && !state.equals("cancelled");
        }

        Seen seen() {
            return new Seen(at, rule, step, sent() ? "sent" : reason);
        }
    }

    private record Limits(int perWeek, Duration gap) {}

    /** Somebody, and what was foretold of them. */
    private static final class Person {
        private final ReminderStories.Story story;
        private ClientId client = new ClientId(1);
        private long mark;
        private List<Seen> foretold = List.of();
        private boolean here;

        Person(ReminderStories.Story story) {
            this.story = story;
        }
    }

    private record Coming(Instant at, int order, Person person, ReminderStories.Deed deed) {}

    private final World world;
    private final Reminders reminders;
    private final ReminderStories stories;
    private final JdbcClient jdbc;
    private final Mortality.Heart heart;
    private final Business business;
    private final Random random;
    private final long seed;
    private int kills;
    private int compared;
    private int foretellings;

    ReminderSeason(
            World world,
            Reminders reminders,
            ReminderStories stories,
            JdbcClient jdbc,
            Mortality.Heart heart,
            long seed) {
        this.world = world;
        this.reminders = reminders;
        this.stories = stories;
        this.jdbc = jdbc;
        this.heart = heart;
        stories.begin();
        this.business = stories.business();
        this.random = new Random(seed);
        this.seed = seed;
    }

    void run(int clients) {
        if (world.clock().instant().isBefore(BEGIN)) {
            world.clock().advance(Duration.between(world.clock().instant(), BEGIN));
        }
        world.drain();
        Instant end = world.clock().instant().plus(SEASON);
        var coming = new PriorityQueue<Coming>(
                java.util.Comparator.comparing(Coming::at).thenComparing(Coming::order));
        List<Person> people = new ArrayList<>();
        int order = 0;
        for (int i = 0; i < clients; i++) {
            var person = new Person(
                    stories.story(random, ZONES[i % ZONES.length], world.clock().instant()));
            people.add(person);
            for (var chapter : person.story.chapters()) {
                coming.add(new Coming(chapter.at(), order++, person, chapter.deed()));
            }
        }
        while (!coming.isEmpty() && coming.peek().at().isBefore(end)) {
            Coming next = coming.poll();
            goOnUntil(next.at());
            verify(next.person(), next.at());
            happen(next, coming, order++);
        }
        goOnUntil(end);
        people.forEach(person -> verify(person, end));
        check(people);
    }

    private void happen(Coming next, PriorityQueue<Coming> coming, int order) {
        Person person = next.person();
        if (next.deed() == ReminderStories.Deed.COMES) {
            person.client = stories.comes(person.story, this::drain);
            person.here = true;
        } else if (person.here) {
            stories.does(person.story, person.client, next.deed());
            if (next.deed().weeks() > 0) {
                coming.add(new Coming(
                        next.at().plus(WEEK.multipliedBy(next.deed().weeks())),
                        order,
                        person,
                        ReminderStories.Deed.NOTHING));
            }
        }
        drain();
        foretell(person);
    }

    /** From one due moment to the next, so that nothing is late. */
    private void goOnUntil(Instant until) {
        drain();
        for (var due = nextDue(); due != null && due.isBefore(until); due = nextDue()) {
            if (due.isAfter(world.clock().instant())) {
                world.clock().advance(Duration.between(world.clock().instant(), due));
            }
            drain();
        }
        if (until.isAfter(world.clock().instant())) {
            world.clock().advance(Duration.between(world.clock().instant(), until));
        }
        drain();
    }

    private @org.jspecify.annotations.Nullable Instant nextDue() {
        return jdbc.sql("""
                        select min(due_at) from platform.due
                         where dead_at is null and kind in ('marketing.reminders', 'messaging.send', 'pipeline.weeks-over')
                        """)
                .query((row, _) ->
                        java.util.Optional.ofNullable(row.getTimestamp(1)).map(java.sql.Timestamp::toInstant))
                .single()
                .orElse(null);
    }

    /** Every few drains the process dies at some statement or commit, and another one takes over what it had claimed. */
    private void drain() {
        while (true) {
            if (random.nextInt(5) == 0) {
                heart.stopAfter(1 + random.nextInt(60));
            }
            try {
                world.drain();
                heart.goOn();
                return;
            } catch (Mortality.Died dead) {
                heart.goOn();
                kills++;
                jdbc.sql("update platform.due set claimed_by = null where claimed_by is not null")
                        .update();
            }
        }
    }

    private void foretell(Person person) {
        foretellings++;
        person.mark = world.in(
                business,
                () -> jdbc.sql("select coalesce(max(id), 0) from marketing.reminder where business_id = :business")
                        .param("business", business.id().value())
                        .query(Long.class)
                        .single());
        person.foretold = world.in(business, () -> reminders.expected(business.id(), person.client, SEASON)).stream()
                .map(one -> new Seen(one.at(), one.ruleId(), one.step(), one.reason() == null ? "sent" : one.reason()))
                .toList();
    }

    private void verify(Person person, Instant until) {
        if (!person.here) {
            return;
        }
        List<Seen> foretold = person.foretold.stream()
                .filter(seen -> !seen.at().isAfter(until))
                .toList();
        List<Seen> happened = world.in(business, () -> rows(person.client.value(), person.mark)).stream()
                .map(Row::seen)
                .toList();
        assertThat(happened)
                .as(() -> "seed %d, client %s in %s, until %s, %s"
                        .formatted(seed, person.client, person.story.zone(), until, known(person)))
                .isEqualTo(foretold);
        compared += happened.size();
    }

    /** What helps to see why. */
    private String known(Person person) {
        return world.in(
                        business,
                        () -> jdbc.sql("""
                                select 'fact ' || kind || ' ' || at || ' ' || key from marketing.fact
                                 where business_id = :business and client_id = :client
                                union all
                                select 'due ' || due_at || coalesce(' claimed ' || claimed_by, '') || ' attempts ' || attempts
                                       || coalesce(' dead ' || dead_at, '')
                                  from platform.due where business_id = :business and kind = 'marketing.reminders' and ref = :client::text
                                union all
                                select 'stage ' || s.role from clients.client c join pipeline.stage s on s.id = c.stage_id and s.business_id = c.business_id
                                 where c.business_id = :business and c.id = :client
                                union all
                                select 'heard ' || last_inbound_at from messaging.conversation
                                 where business_id = :business and client_id = :client
                                """)
                                .param("business", business.id().value())
                                .param("client", person.client.value())
                                .query(String.class)
                                .list()
                                .toString())
                + " of " + person.story.chapters();
    }

    private List<Row> rows(long client, long after) {
        return jdbc.sql("""
                        select client_id as client, rule_id as rule, step, state, coalesce(reason, '') as reason, at
                          from marketing.reminder
                         where business_id = :business and id > :after and (client_id = :client or :client = 0)
                         order by at, id
                        """)
                .param("business", business.id().value())
                .param("after", after)
                .param("client", client)
                .query(Row.class)
                .list();
    }

    private void check(List<Person> people) {
        Map<Long, ZoneId> zones = new HashMap<>();
        people.stream()
                .filter(person -> person.here)
                .forEach(person -> zones.put(person.client.value(), person.story.zone()));
        Map<Long, Limits> limits = limits();
        Map<Long, List<Row>> sent = new HashMap<>();
        List<Row> all = world.in(business, () -> rows(0, 0));
        all.stream()
                .filter(Row::sent)
                .forEach(row -> sent.computeIfAbsent(row.client(), _ -> new ArrayList<>())
                        .add(row));
        sent.forEach((client, rows) -> {
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                LocalTime local = row.at().atZone(zones.get(client)).toLocalTime();
                assertThat(local)
                        .as("%s by the clock of the client", row)
                        .isBetween(LocalTime.of(10, 0), LocalTime.of(20, 59, 59, 999_999_999));
                Limits of = Objects.requireNonNull(limits.get(row.rule()));
                long week = rows.subList(0, i + 1).stream()
                        .filter(one -> one.at().isAfter(row.at().minus(WEEK)))
                        .count();
                assertThat(week).as("%s within a week", row).isLessThanOrEqualTo(of.perWeek());
                if (i > 0) {
                    assertThat(Duration.between(rows.get(i - 1).at(), row.at()))
                            .as("%s after the one before", row)
                            .isGreaterThanOrEqualTo(of.gap());
                }
            }
        });
        onTheWay(all.stream().filter(Row::sent).count());
        tell(people.size(), all);
    }

    /** At the channel each was tried once, nothing waits, and what arrived did so in the hours of the client. */
    private void onTheWay(long sent) {
        var states = world.in(
                business,
                () -> jdbc.sql("""
                                select state, count(*) as n, max(attempts) as attempts from messaging.outbound_message
                                 where business_id = :business and kind = 'marketing.reminder' group by state
                                """)
                        .param("business", business.id().value())
                        .query((row, _) ->
                                Map.entry(row.getString("state"), List.of(row.getLong("n"), row.getLong("attempts"))))
                        .list());
        long all = 0;
        for (var state : states) {
            assertThat(state.getKey()).isIn("sent", "failed", "cancelled", "unknown");
            assertThat(state.getValue().get(1)).as("attempts of %s", state).isLessThanOrEqualTo(1);
            all += state.getKey().equals("cancelled") ? 0 : state.getValue().getFirst();
        }
        assertThat(all).isEqualTo(sent);
    }

    private Map<Long, Limits> limits() {
        var limits = new HashMap<Long, Limits>();
        world.in(
                        business,
                        () -> jdbc.sql("""
                                        select rule_id, coalesce((definition ->> 'per_week')::int, 4) as week,
                                               coalesce(definition ->> 'gap', 'PT2H') as gap
                                          from marketing.rule_version where business_id = :business
                                        """)
                                .param("business", business.id().value())
                                .query((row, _) -> Map.entry(
                                        row.getLong("rule_id"),
                                        new Limits(row.getInt("week"), Duration.parse(row.getString("gap")))))
                                .list())
                .forEach(one -> limits.put(one.getKey(), one.getValue()));
        return limits;
    }

    @SuppressWarnings("SystemOut")
    private void tell(int clients, List<Row> all) {
        var outcomes = new java.util.TreeMap<String, Long>();
        all.forEach(
                row -> outcomes.merge(row.state() + (row.reason().isEmpty() ? "" : " " + row.reason()), 1L, Long::sum));
        System.out.printf(
                "Reminders battery, seed %d: %d clients, 90 days, %d foretellings, %d decisions compared, %d deaths of the worker; %s%n",
                seed, clients, foretellings, compared, kills, outcomes);
        assertThat(compared).isPositive();
        assertThat(kills).isPositive();
    }
}

package io.orbita.battery;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.platform.jdbc.Sql;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long reminders take when 1,000 of very many clients are due: {@code ./orbita battery pass --rounds 1000000}, rounds being clients. */
@OrbitaTest
class PassBattery {
    private static final int DUE = 1_000;
    private static final int TURNS = 7;
    private static final int FIRST_SLICE = 10_000;
    private static final int SLICE = 100_000;

    private final World world;
    private final JdbcClient jdbc;
    private final Flyway owner;

    PassBattery(World world, JdbcClient jdbc, Flyway owner) {
        this.world = world;
        this.jdbc = jdbc;
        this.owner = owner;
    }

    @Test
    void clients_who_are_not_due_cost_nothing() {
        int clients = Integer.getInteger("orbita.rounds", 1_000_000);
        var noon = world.clock().instant().atZone(ZoneOffset.UTC).plusDays(1).with(LocalTime.of(9, 0));
        world.clock().advance(Duration.between(world.clock().instant(), noon.toInstant()));
        Business business = world.business();
        world.drain();
        fill(business, clients);
        List<Long> took = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            due(business, turn, clients);
            long begin = System.nanoTime();
            int done = world.drain();
            took.add(System.nanoTime() - begin);
            say(
                    "pass %d: %d pieces of due work, %d reminders queued in %d ms",
                    turn + 1, done, DUE, took.getLast() / 1_000_000);
            assertThat(queued(business)).isEqualTo((turn + 1L) * DUE);
        }
        took.sort(null);
        say(
                "%,d clients, %d due: best %d ms, median %d ms, worst %d ms of %d passes; load average %.1f",
                clients,
                DUE,
                took.getFirst() / 1_000_000,
                took.get(TURNS / 2) / 1_000_000,
                took.getLast() / 1_000_000,
                TURNS,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        assertThat(Duration.ofNanos(took.get(TURNS / 2))).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    /** Everybody started a while ago, has a chat, and is due in some weeks; what would leave is held by another node, so that the pass alone is seen. */
    private void fill(Business business, int clients) {
        Instant now = world.clock().instant();
        inSlices(business, clients, now, "clients.client", """
                insert into clients.client (business_id, id, name, source, stands_as, created_at)
                select :business, n, 'Клиент ' || n, 'telegram', n, :now from generate_series(1000000 + :first, 1000000 + :n) n
                """);
        inSlices(business, clients, now, "messaging.conversation", """
                insert into messaging.conversation (business_id, id, channel, address, client_id, last_message_at, created_at, last_inbound_at)
                select :business, n, 'SANDBOX', n::text, n, :now, :now, :now from generate_series(1000000 + :first, 1000000 + :n) n
                """);
        inSlices(business, clients, now, "marketing.fact", """
                insert into marketing.fact (business_id, kind, key, client_id, at)
                select :business, 'started', 'client:' || n, n, :now::timestamptz - interval '40 days'
                  from generate_series(1000000 + :first, 1000000 + :n) n
                """);
        inSlices(business, clients, now, "platform.due", """
                insert into platform.due (kind, business_id, ref, due_at, created_at)
                select 'marketing.reminders', :business, n::text, :now::timestamptz + make_interval(hours => 24 + n % 700), :now
                  from generate_series(1000000 + :first, 1000000 + :n) n
                """);
        inSlices(business, DUE * TURNS, now, "platform.due", """
                insert into platform.due (kind, business_id, ref, due_at, created_at, claimed_by)
                select 'messaging.send', :business, n::text, :now::timestamptz + interval '100 days', :now, 'another'
                  from generate_series(1000000 + :first, 1000000 + :n) n
                """);
        jdbc.sql("insert into platform.node (id, seen_at) values ('another', :later) on conflict do nothing")
                .param("later", Sql.at(now.plus(Duration.ofDays(400))))
                .update();
    }

    /**
     * A table that nobody has analysed since it was empty is read from end to end for each foreign key that is checked against it, which never ends at a
     * million rows: so the first slice is small, and each is followed by its figures.
     */
    private void inSlices(Business business, int clients, Instant now, String table, String sql) {
        long begin = System.nanoTime();
        int slice = FIRST_SLICE;
        for (int first = 1; first <= clients; first += slice, slice = SLICE) {
            int from = first;
            int last = Math.min(clients, first + slice - 1);
            world.run(
                    business,
                    () -> jdbc.sql(sql)
                            .param("business", business.id().value())
                            .param("first", from)
                            .param("n", last)
                            .param("now", Sql.at(now))
                            .update());
            if (first == 1 || last == clients) {
                analyse(table);
            }
        }
        say("%s: %,d rows in %d ms", table, clients, (System.nanoTime() - begin) / 1_000_000);
    }

    /** Only the owner of a table may. */
    private void analyse(String table) {
        try (var connection = owner.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("analyze " + table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A thousand of them began a questionnaire half an hour ago. */
    private void due(Business business, int turn, int clients) {
        assertThat(clients).isGreaterThanOrEqualTo(DUE * TURNS);
        Instant now = world.clock().instant();
        insert(business, turn, now, """
                insert into marketing.fact (business_id, kind, key, client_id, at)
                select :business, 'questionnaire_started', 'run:' || n, n, :now::timestamptz - interval '31 minutes'
                  from generate_series(1000001 + :n * 1000, 1001000 + :n * 1000) n
                """);
        insert(business, turn, now, """
                update messaging.conversation set last_inbound_at = :now::timestamptz - interval '32 minutes'
                 where business_id = :business and id between 1000001 + :n * 1000 and 1001000 + :n * 1000
                """);
        insert(business, turn, now, """
                update clients.client set stage_id = (select id from pipeline.stage where business_id = :business and role = 'first_contact')
                 where business_id = :business and id between 1000001 + :n * 1000 and 1001000 + :n * 1000
                """);
        insert(business, turn, now, """
                update platform.due set due_at = :now
                 where business_id = :business and kind = 'marketing.reminders'
                   and ref in (select n::text from generate_series(1000001 + :n * 1000, 1001000 + :n * 1000) n)
                """);
    }

    private void insert(Business business, int n, Instant now, String sql) {
        world.run(
                business,
                () -> jdbc.sql(sql)
                        .param("business", business.id().value())
                        .param("n", n)
                        .param("now", Sql.at(now))
                        .update());
    }

    private long queued(Business business) {
        return world.in(
                business,
                () -> jdbc.sql("""
                        select count(*) from messaging.outbound_message
                         where business_id = :business and kind = 'marketing.reminder' and state = 'queued'
                        """)
                        .param("business", business.id().value())
                        .query(Long.class)
                        .single());
    }

    @SuppressWarnings("SystemOut")
    private static void say(String format, Object... values) {
        System.out.printf("Reminder pass, " + format + "%n", values);
    }
}

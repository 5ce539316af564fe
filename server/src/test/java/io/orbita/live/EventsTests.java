package io.orbita.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.platform.live.Change;
import io.orbita.platform.live.News;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OrbitaTest
class EventsTests {
    private final World world;
    private final News news;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EventsTests(World world, News news, JdbcClient jdbc, TransactionTemplate transaction) {
        this.world = world;
        this.news = news;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private long client(String token) {
        return world.post("/api/clients", token, Map.of("name", "Ирина"))
                .body()
                .path("id")
                .asLong();
    }

    private static List<String> kinds(OpenPage page) {
        return page.hello()
                .data()
                .path("kinds")
                .valueStream()
                .map(kind -> kind.asString())
                .toList();
    }

    private static List<Long> ids(OpenPage.Event event) {
        return event.data().path("ids").valueStream().map(id -> id.asLong()).toList();
    }

    @Test
    void an_open_page_hears_of_what_others_do() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        String manager = world.token(business, Role.MANAGER);
        try (var page = new OpenPage(world, manager)) {
            assertThat(page.response().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            long client = client(admin);
            var move = page.next("move");
            assertThat(move.data().path("client_id").asLong()).isEqualTo(client);
            assertThat(ids(move)).hasSize(1);
            world.post("/api/tasks", admin, Map.of("client_id", client, "text", "Позвонить"));
            assertThat(page.next("task").data().path("client_id").asLong()).isEqualTo(client);
            world.call(HttpMethod.PATCH, "/api/clients/" + client, admin, Map.of("notes", "Любит йогу"));
            assertThat(ids(page.next("client"))).containsExactly(client);
        }
    }

    @Test
    void two_businesses_do_not_hear_each_other() {
        Business one = world.business();
        Business other = world.business();
        String mine = world.token(one, Role.ADMIN);
        String theirs = world.token(other, Role.ADMIN);
        try (var page = new OpenPage(world, mine)) {
            List<Long> foreign = LongStream.range(0, 3)
                    .map(ignored -> client(theirs))
                    .boxed()
                    .toList();
            long own = client(mine);
            var heard = new ArrayList<Long>();
            while (!heard.contains(own)) {
                heard.addAll(ids(page.next("client")));
            }
            assertThat(heard).containsOnly(own).doesNotContainAnyElementsOf(foreign);
        }
    }

    @Test
    void each_hears_only_of_what_they_may_read() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        String key = world.post(
                        "/api/api-keys",
                        admin,
                        Map.of("name", "Табло", "scopes", List.of("events:read", "leads:read", "payments:read")))
                .body()
                .path("key")
                .asString();
        try (var all = new OpenPage(world, admin);
                var board = new OpenPage(world, key);
                var cashier = new OpenPage(world, world.token(business, Role.CASHIER))) {
            assertThat(kinds(all)).containsExactly("lead", "message", "move", "payment", "client", "task");
            assertThat(kinds(board)).containsExactly("lead", "payment");
            assertThat(kinds(cashier)).isEmpty();
            transaction.executeWithoutResult(ignored -> {
                news.tell(business.id(), "client", 2, 2L);
                news.tell(business.id(), "task", 3, 2L);
                news.tell(business.id(), "payment", 4, 2L);
            });
            all.next("client");
            all.next("task");
            assertThat(board.next(event -> !event.name().equals(":")).name()).isEqualTo("payment");
        }
    }

    @Test
    void a_narrower_role_hears_less_from_then_on() {
        var line = new Line(1, "user-1", Set.of(Kind.LEAD, Kind.TASK));
        var business = new BusinessId(1);
        line.tell(Kind.LEAD, Change.everything(business, "lead"));
        line.tell(Kind.TASK, Change.everything(business, "task"));
        line.may(Set.of(Kind.TASK));
        line.tell(Kind.LEAD, Change.everything(business, "lead"));
        assertThat(said(line).keySet()).containsExactly(Kind.TASK);
    }

    private static Map<Kind, Change> said(Line line) {
        try {
            return line.next(Duration.ZERO).changes();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_revoked_session_and_an_expired_token_end_the_stream() {
        Business business = world.business();
        String revoked = world.token(business, Role.ADMIN);
        String kept = world.token(business, Role.ADMIN);
        try (var first = new OpenPage(world, revoked);
                var second = new OpenPage(world, kept)) {
            world.call(HttpMethod.POST, "/api/auth/logout", revoked, null);
            assertThat(first.next("bye").data().path("reason").asString()).isEqualTo("access");
            first.next("end");
            client(kept);
            second.next("client");
            world.clock().advance(Duration.ofMinutes(11));
            assertThat(second.next("bye").data().path("reason").asString()).isEqualTo("access");
            second.next("end");
        }
    }

    @Test
    void a_burst_of_moves_makes_few_events_and_none_is_forgotten() {
        Business business = world.business();
        try (var page = new OpenPage(world, world.token(business, Role.ADMIN))) {
            long began = System.nanoTime();
            for (long move = 1; move <= 1_000; move++) {
                long id = move;
                transaction.executeWithoutResult(ignored -> news.tell(business.id(), "move", id, id));
            }
            transaction.executeWithoutResult(ignored -> news.tell(business.id(), "task", 1, null));
            var named = new TreeSet<Long>();
            boolean all = false;
            int events = 0;
            while (true) {
                var event = page.next(each -> !each.name().equals(":"));
                // The last of the kinds: what is told together is told in their order.
                if (event.name().equals("task")) {
                    break;
                }
                events++;
                named.addAll(ids(event));
                all |= event.data().path("all").asBoolean();
            }
            long tenths = (System.nanoTime() - began) / 100_000_000;
            assertThat(events).isLessThanOrEqualTo((int) tenths + 2).isLessThan(100);
            assertThat(all || named.size() == 1_000).isTrue();
        }
    }

    @Test
    void what_is_rolled_back_is_not_told() {
        Business business = world.business();
        try (var page = new OpenPage(world, world.token(business, Role.ADMIN))) {
            transaction.executeWithoutResult(status -> {
                news.tell(business.id(), "move", 1, 1L);
                status.setRollbackOnly();
            });
            transaction.executeWithoutResult(ignored -> news.tell(business.id(), "move", 2, 2L));
            assertThat(ids(page.next("move"))).containsExactly(2L);
        }
    }

    @Test
    void a_dead_connection_to_the_database_is_made_anew_and_pages_are_told_to_read_anew() {
        Business business = world.business();
        try (var page = new OpenPage(world, world.token(business, Role.ADMIN))) {
            assertThat(jdbc.sql("""
                                    select pg_terminate_backend(pid) from pg_stat_activity
                                     where application_name = 'orbita-live' and datname = current_database()
                                    """).query(Boolean.class).list()).containsExactly(true);
            for (Kind kind : Kind.values()) {
                assertThat(page.next(kind.wire()).data().path("all").asBoolean())
                        .as(kind.wire())
                        .isTrue();
            }
            transaction.executeWithoutResult(ignored -> news.tell(business.id(), "move", 7, 7L));
            assertThat(ids(page.next("move"))).containsExactly(7L);
        }
    }

    @Test
    void the_oldest_page_of_somebody_with_too_many_ends() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        var pages = new ArrayList<OpenPage>();
        try {
            for (int i = 0; i <= Lines.MOST_OF_ONE; i++) {
                pages.add(new OpenPage(world, admin));
            }
            assertThat(pages.getFirst().next("bye").data().path("reason").asString())
                    .isEqualTo("elsewhere");
            client(admin);
            pages.get(1).next("client");
            pages.getLast().next("client");
        } finally {
            pages.forEach(OpenPage::close);
        }
    }

    @Test
    void silence_is_broken_by_comments_and_whoever_did_not_ask_for_a_stream_gets_none() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        try (var page = new OpenPage(world, admin)) {
            page.next(":");
        }
        assertThat(world.get("/api/events", admin).status()).isEqualTo(406);
    }
}

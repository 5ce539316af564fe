package io.orbita.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrbitaTest
class DueWorkTests {
    private final World world;
    private final DueWork work;
    private final DueClaims claims;
    private final DeadLetters deadLetters;
    private final JdbcClient jdbc;
    private final Business business;

    DueWorkTests(World world, DueWork work, DueClaims claims, DeadLetters deadLetters, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.world = world;
        this.work = work;
        this.claims = claims;
        this.deadLetters = deadLetters;
        this.business = world.business();
        world.drain();
    }

    private List<DueClaims.Claim> mine(List<DueClaims.Claim> taken) {
        return taken.stream()
                .filter(claim -> claim.business() == business.id().value())
                .toList();
    }

    @Test
    void work_of_a_transaction_that_fails_is_not_due() {
        try {
            world.run(business, () -> {
                work.now("test.kind", business.id(), "1");
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("undone");
        }
        assertThat(mine(claims.take(10))).isEmpty();
    }

    @Test
    void the_same_work_twice_is_one_row_and_the_earlier_time_wins() {
        world.run(business, () -> {
            work.at("test.kind", business.id(), "1", world.clock().instant().plusSeconds(60));
            work.at("test.kind", business.id(), "1", world.clock().instant().plusSeconds(5));
        });
        assertThat(mine(claims.take(10))).isEmpty();
        world.clock().advance(Duration.ofSeconds(5));
        var taken = mine(claims.take(10));
        assertThat(taken).hasSize(1);
        claims.done(taken.getFirst());
        world.clock().advance(Duration.ofSeconds(60));
        assertThat(mine(claims.take(10))).isEmpty();
    }

    @Test
    void what_is_claimed_is_not_given_to_another() {
        world.run(business, () -> work.now("test.kind", business.id(), "1"));
        var first = mine(claims.take(10));
        assertThat(first).hasSize(1);
        assertThat(mine(claims.take(10))).isEmpty();
        claims.done(first.getFirst());
    }

    @Test
    void work_made_due_again_while_it_is_done_is_done_once_more() {
        world.run(business, () -> work.now("test.kind", business.id(), "1"));
        var first = mine(claims.take(10)).getFirst();
        world.run(business, () -> work.now("test.kind", business.id(), "1"));
        claims.done(first);
        var again = mine(claims.take(10));
        assertThat(again).hasSize(1);
        claims.done(again.getFirst());
        assertThat(mine(claims.take(10))).isEmpty();
    }

    @Test
    void the_claims_of_a_silent_node_are_free_after_ten_seconds() {
        world.run(business, () -> work.now("test.kind", business.id(), "1"));
        jdbc.sql("insert into platform.node (id, seen_at) values ('another', :now)")
                .param("now", Sql.at(world.clock().instant()))
                .update();
        jdbc.sql("update platform.due set claimed_by = 'another' where business_id = :business")
                .param("business", business.id().value())
                .update();
        world.clock().advance(Duration.ofSeconds(9));
        assertThat(mine(claims.take(10))).isEmpty();
        world.clock().advance(Duration.ofSeconds(1));
        var taken = mine(claims.take(10));
        assertThat(taken).hasSize(1);
        claims.done(taken.getFirst());
    }

    @Test
    void failing_work_waits_longer_each_time_and_becomes_a_dead_letter_that_can_be_retried() {
        world.run(business, () -> work.now("test.nobody-does-this", business.id(), "1"));
        world.drain();
        assertThat(deadLetters.of(business.id())).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo("test.nobody-does-this");
            assertThat(letter.lastError()).isEqualTo(IllegalStateException.class.getName());
        });
        long id = deadLetters.of(business.id()).getFirst().id();
        assertThat(deadLetters.retry(new BusinessId(business.id().value() + 1), id))
                .isFalse();
        assertThat(deadLetters.retry(business.id(), id)).isTrue();
        assertThat(deadLetters.of(business.id())).isEmpty();
        world.drain();
    }

    @Test
    void a_failure_backs_off_from_one_second() {
        world.run(business, () -> work.now("test.kind", business.id(), "1"));
        var claim = mine(claims.take(10)).getFirst();
        world.run(business, () -> claims.failed(claim, new IllegalStateException("later"), 12));
        assertThat(mine(claims.take(10))).isEmpty();
        world.clock().advance(Duration.ofMillis(1_600));
        var second = mine(claims.take(10));
        assertThat(second)
                .singleElement()
                .satisfies(again -> assertThat(again.attempts()).isEqualTo(2));
        claims.done(second.getFirst());
    }
}

package io.orbita.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@OrbitaTest
class LateRowsTests {
    private static final String ROW =
            "insert into businesses.setting (business_id, section, value, changed_at) values (?, ?, '1', '2026-01-01')";

    private final World world;
    private final LateRows late;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private Business business;

    LateRowsTests(World world, LateRows late, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.world = world;
        this.late = late;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeEach
    void found() {
        business = world.business();
    }

    private void add(String name) {
        late.add(ROW, business.id().value(), "test.late." + name);
    }

    private List<String> rows() {
        return jdbc.sql("""
                        select substr(section, 11) from businesses.setting
                         where business_id = :business and section like 'test.late.%' order by 1
                        """)
                .param("business", business.id().value())
                .query(String.class)
                .list();
    }

    private List<String> committed() {
        return world.in(business, this::rows);
    }

    @Test
    void they_are_not_there_until_the_commit() {
        world.run(business, () -> {
            add("a");
            add("b");
            assertThat(rows()).isEmpty();
        });
        assertThat(committed()).containsExactly("a", "b");
    }

    @Test
    void they_go_in_the_order_in_which_they_came() {
        world.run(business, () -> {
            add("a");
            late.add(
                    "update businesses.setting set section = section || ? where business_id = ? and section = ?",
                    "-first",
                    business.id().value(),
                    "test.late.a");
            add("a");
        });
        assertThat(committed()).containsExactly("a", "a-first");
    }

    @Test
    void a_rollback_leaves_nothing_and_the_next_transaction_sends_nothing_of_it() {
        assertThatThrownBy(() -> world.run(business, () -> {
                    add("a");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        world.run(business, () -> add("b"));
        assertThat(committed()).containsExactly("b");
    }

    @Test
    void one_that_is_refused_fails_the_whole_transaction() {
        assertThatThrownBy(() -> world.run(business, () -> {
                    jdbc.sql(ROW.replaceFirst("\\?, \\?", ":business, :section"))
                            .param("business", business.id().value())
                            .param("section", "test.late.early")
                            .update();
                    add("a");
                    add("a");
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(committed()).isEmpty();
    }

    @Test
    void who_flushes_sees_them_and_they_come_once() {
        world.run(business, () -> {
            add("a");
            late.flush();
            assertThat(rows()).containsExactly("a");
            add("b");
        });
        assertThat(committed()).containsExactly("a", "b");
    }

    @Test
    void what_was_flushed_is_taken_back_with_the_rest() {
        assertThatThrownBy(() -> world.run(business, () -> {
                    add("a");
                    late.flush();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(committed()).isEmpty();
    }

    @Test
    void a_transaction_within_has_its_own() {
        var within = new TransactionTemplate(transactions);
        within.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        assertThatThrownBy(() -> world.run(business, () -> {
                    add("outer");
                    within.executeWithoutResult(_ -> {
                        add("inner");
                        late.flush();
                        add("inner-late");
                    });
                    assertThat(rows()).as("the outer one still waits").containsExactly("inner", "inner-late");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(committed()).containsExactly("inner", "inner-late");
        world.run(business, () -> {
            add("outer");
            within.executeWithoutResult(status -> {
                add("lost");
                status.setRollbackOnly();
            });
        });
        assertThat(committed()).containsExactly("inner", "inner-late", "outer");
    }

    @Test
    void more_than_go_at_once_lose_none() {
        world.run(business, () -> {
            for (int i = 0; i < 123; i++) {
                add("n" + i);
            }
        });
        assertThat(committed()).hasSize(123);
    }

    @Test
    void what_others_add_while_the_commit_is_near_goes_too() {
        world.run(business, () -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    add("last");
                }
            });
            add("a");
        });
        assertThat(committed()).containsExactly("a", "last");
    }

    @Test
    void outside_a_transaction_there_is_nothing_to_wait_for() {
        assertThatThrownBy(() -> add("a")).isInstanceOf(IllegalTransactionStateException.class);
    }
}

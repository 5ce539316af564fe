package io.orbita.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Settings;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OrbitaTest
class TenancyTests {
    private final World world;
    private final JdbcClient jdbc;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final PlatformTransactionManager transactions;

    TenancyTests(
            World world,
            JdbcClient jdbc,
            Settings settings,
            TransactionTemplate transaction,
            PlatformTransactionManager transactions) {
        this.world = world;
        this.jdbc = jdbc;
        this.settings = settings;
        this.transaction = transaction;
        this.transactions = transactions;
    }

    private long everySetting() {
        return jdbc.sql("select count(*) from businesses.setting where section = 'test.mine'")
                .query(Long.class)
                .single();
    }

    @Test
    void without_the_predicate_row_level_security_still_shows_only_ones_own_rows() {
        Business mine = world.business();
        Business other = world.business();
        world.run(mine, () -> settings.put(mine.id(), "test.mine", "мое"));
        world.run(other, () -> settings.put(other.id(), "test.mine", "чужое"));
        assertThat(world.in(mine, this::everySetting)).isEqualTo(1);
        assertThat(world.in(other, this::everySetting)).isEqualTo(1);
    }

    @Test
    void outside_a_tenant_there_are_no_rows_at_all() {
        Business mine = world.business();
        world.run(mine, () -> settings.put(mine.id(), "test.mine", "мое"));
        assertThat(everySetting()).isZero();
        assertThat(transaction.<Long>execute(status -> everySetting())).isZero();
    }

    @Test
    void a_row_of_another_business_cannot_be_written() {
        Business mine = world.business();
        Business other = world.business();
        assertThatThrownBy(() -> world.run(mine, () -> settings.put(other.id(), "test.mine", "подлог")))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void the_business_of_a_running_transaction_cannot_be_changed() {
        Business mine = world.business();
        Business other = world.business();
        assertThatThrownBy(() -> world.run(mine, () -> Tenancy.run(other.id(), () -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_next_transaction_on_the_same_connection_has_forgotten_the_tenant() {
        Business mine = world.business();
        for (int i = 0; i < 30; i++) {
            world.run(mine, () -> settings.put(mine.id(), "test.mine", "мое"));
            assertThat(transaction.<Long>execute(status -> everySetting())).isZero();
        }
    }

    private TransactionTemplate reading() {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        return reading;
    }

    @Test
    void each_statement_of_a_reading_transaction_sees_ones_own_rows_and_what_was_committed_meanwhile() {
        Business mine = world.business();
        Business other = world.business();
        world.run(other, () -> settings.put(other.id(), "test.mine", "чужое"));
        Tenancy.run(
                mine.id(),
                () -> reading().executeWithoutResult(_ -> {
                    assertThat(everySetting()).isZero();
                    var beside = new TransactionTemplate(transactions);
                    beside.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
                    beside.executeWithoutResult(_ -> settings.put(mine.id(), "test.mine", "мое"));
                    assertThat(everySetting()).isEqualTo(1);
                    assertThat(withParameter("test.mine")).isEqualTo(1);
                    assertThat(withParameter("test.other")).isZero();
                }));
        assertThat(everySetting()).isZero();
    }

    private long withParameter(String section) {
        return jdbc.sql("select count(*) from businesses.setting where section = :section")
                .param("section", section)
                .query(Long.class)
                .single();
    }

    @Test
    void a_reading_transaction_cannot_write() {
        Business mine = world.business();
        assertThatThrownBy(() -> Tenancy.run(
                        mine.id(),
                        () -> reading().executeWithoutResult(_ -> settings.put(mine.id(), "test.mine", "мое"))))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("read-only transaction");
        assertThat(world.in(mine, this::everySetting)).isZero();
    }

    @Test
    void after_a_refused_statement_of_a_reading_transaction_the_connection_is_as_good_as_before() {
        Business mine = world.business();
        world.run(mine, () -> settings.put(mine.id(), "test.mine", "мое"));
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> Tenancy.run(
                            mine.id(),
                            () -> reading()
                                    .executeWithoutResult(_ -> jdbc.sql("select 1 / :nothing")
                                            .param("nothing", 0)
                                            .query(Integer.class)
                                            .single())))
                    .isInstanceOf(DataAccessException.class);
            assertThat(Tenancy.<Long, RuntimeException>in(
                            mine.id(), () -> reading().execute(_ -> withParameter("test.mine"))))
                    .isEqualTo(1);
            assertThat(transaction.<Long>execute(_ -> everySetting())).isZero();
            assertThat(world.in(mine, () -> withParameter("test.mine"))).isEqualTo(1);
        }
    }
}

package io.orbita.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class BriefMemoryTests {
    private final AtomicInteger row = new AtomicInteger(1);
    private final BriefMemory<String, Integer> memory = new BriefMemory<>(2);

    @BeforeEach
    void begin() {
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void end() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            finish(TransactionSynchronization.STATUS_ROLLED_BACK);
        }
    }

    private int read() {
        return memory.get("key", ignored -> row.get());
    }

    private static void finish(int status) {
        TransactionSynchronizationManager.getSynchronizations().forEach(each -> each.afterCompletion(status));
        TransactionSynchronizationManager.clearSynchronization();
    }

    @Test
    void what_nobody_said_has_changed_is_not_read_again() {
        assertThat(read()).isEqualTo(1);
        row.set(2);
        assertThat(read()).isEqualTo(1);
    }

    @Test
    void who_changes_reads_the_rows_themselves_and_leaves_nothing_for_others() {
        assertThat(read()).isEqualTo(1);
        memory.forget();
        row.set(2);
        assertThat(read()).isEqualTo(2);
        row.set(1);
        finish(TransactionSynchronization.STATUS_ROLLED_BACK);
        assertThat(read()).as("nothing of what was rolled back is kept").isEqualTo(1);
    }

    @Test
    void a_change_is_seen_as_soon_as_it_is_committed() {
        memory.forget();
        row.set(2);
        finish(TransactionSynchronization.STATUS_COMMITTED);
        assertThat(read()).isEqualTo(2);
    }

    @Test
    void what_was_read_while_somebody_committed_is_not_kept() {
        assertThat(memory.get("key", ignored -> {
                    memory.forget();
                    finish(TransactionSynchronization.STATUS_COMMITTED);
                    return 1;
                }))
                .isEqualTo(1);
        row.set(2);
        assertThat(read()).isEqualTo(2);
    }
}

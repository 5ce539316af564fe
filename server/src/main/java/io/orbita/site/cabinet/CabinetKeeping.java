package io.orbita.site.cabinet;

import io.orbita.platform.crypto.Vault;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What letters of the cabinet are kept with: a lock, a clock and transactions. */
@Component
record CabinetKeeping(Vault vault, Clock clock, TransactionTemplate transaction) {
    Instant now() {
        return clock.instant();
    }
}

package io.orbita.site;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Throws away the salt of a day that is over, and 400 days later its visits. The reference is the day. */
@Component
class VisitSweep implements Due {
    static final String KIND = "site.visit-sweep";
    static final Duration KEPT = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final DueWork due;
    private final TransactionTemplate transaction;
    private final Clock clock;

    VisitSweep(JdbcClient jdbc, DueWork due, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.due = due;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        LocalDate day = LocalDate.parse(ref);
        Instant end = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT);
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("delete from site.visit_salt where business_id = :business and day <= :day")
                    .param("business", business.value())
                    .param("day", day)
                    .update();
            if (clock.instant().isBefore(end)) {
                due.at(KIND, business, ref, end);
                return;
            }
            jdbc.sql("delete from site.visit where business_id = :business and day <= :day and first_at < :old")
                    .param("business", business.value())
                    .param("day", day)
                    .param("old", Sql.at(clock.instant().minus(KEPT).plus(Duration.ofDays(2))))
                    .update();
        });
    }
}

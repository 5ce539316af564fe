package io.orbita.businesses;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.orbita.platform.jdbc.Sql;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions and links that ended a week ago are of no use to anybody. */
@Configuration(proxyBeanMethods = false)
class SessionSweep {
    private static final Duration KEPT = Duration.ofDays(7);

    @Bean
    RecurringTask<Void> sweepSessions(JdbcClient jdbc, Clock clock) {
        return Tasks.recurring("businesses.sweep-sessions", FixedDelay.ofHours(6))
                .execute((instance, execution) -> {
                    var old = Sql.at(clock.instant().minus(KEPT));
                    jdbc.sql("delete from businesses.session where expires_at < :old or revoked_at < :old")
                            .param("old", old)
                            .update();
                    jdbc.sql("delete from businesses.password_reset where expires_at < :old")
                            .param("old", old)
                            .update();
                });
    }
}

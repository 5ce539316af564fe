package io.orbita.programs;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.Clients;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Programmes that run out: the moment to talk about the next one. */
@RestController
@Tag(name = "programs")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "programs")
@Transactional(readOnly = true)
class EndingController {
    private static final int LONGEST_WEEKS = 52;
    private static final int SHOWN = 200;

    /** A paid programme that runs; {@code clientId} is the client's own card. */
    record Ending(long programId, long clientId, String clientName, int weeks, Instant endsAt) {}

    private record Row(long id, long client, int weeks, Instant ends) {}

    private final JdbcClient jdbc;
    private final Clients clients;
    private final Clock clock;

    EndingController(JdbcClient jdbc, Clients clients, Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.clock = clock;
    }

    @GetMapping("/api/programs/ending")
    @Operation(summary = "Paid programmes whose last week is over within so many days, the soonest first; at most 200")
    public Page<Ending> ending(Caller caller, @RequestParam(defaultValue = "7") @Min(1) @Max(90) int days) {
        BusinessId business = caller.business();
        Instant now = clock.instant();
        List<Row> rows = jdbc.sql("""
                        select id, client_id, weeks, starts_at + weeks * interval '168 hours' as ends from programs.program
                         where business_id = :business and paid and starts_at is not null and state in ('ready', 'delivered')
                           and starts_at > :longAgo and starts_at < :until
                           and starts_at + weeks * interval '168 hours' between :now and :until
                         order by ends, id limit :most
                        """)
                .param("business", business.value())
                .param("longAgo", Sql.at(now.minus(Duration.ofDays(7L * LONGEST_WEEKS + 1))))
                .param("now", Sql.at(now))
                .param("until", Sql.at(now.plus(Duration.ofDays(days))))
                .param("most", SHOWN)
                .query((row, _) -> new Row(
                        row.getLong("id"),
                        row.getLong("client_id"),
                        row.getInt("weeks"),
                        row.getTimestamp("ends").toInstant()))
                .list();
        Map<Long, String> names =
                clients.names(business, rows.stream().map(Row::client).toList());
        return Page.whole(rows.stream()
                .map(row -> new Ending(
                        row.id(), row.client(), names.getOrDefault(row.client(), ""), row.weeks(), row.ends()))
                .toList());
    }
}

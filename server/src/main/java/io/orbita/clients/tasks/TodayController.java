package io.orbita.clients.tasks;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientSummary;
import io.orbita.clients.Clients;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What to do now. */
@RestController
@Tag(name = "clients")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "clients")
@Transactional(readOnly = true)
class TodayController {
    private static final int SHOWN = 50;

    /**
     * The first fifty of each; days are those of the business.
     *
     * @param overdue open tasks whose time is over
     * @param tasks open tasks for the rest of today
     * @param contact clients to get in touch with today or earlier, the longest waiting first
     * @param leads new leads whom nobody has answered, the oldest first
     */
    record Today(
            List<TaskRows.Task> overdue,
            List<TaskRows.Task> tasks,
            List<ClientSummary> contact,
            List<ClientSummary> leads) {}

    private final TaskRows tasks;
    private final Clients clients;
    private final Businesses businesses;
    private final JdbcClient jdbc;
    private final Clock clock;

    TodayController(TaskRows tasks, Clients clients, Businesses businesses, JdbcClient jdbc, Clock clock) {
        this.tasks = tasks;
        this.clients = clients;
        this.businesses = businesses;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @GetMapping("/api/today")
    @Operation(
            summary =
                    "What to do now: overdue tasks, tasks of today, clients to contact, new leads; one's own, or everybody's")
    public Today today(Caller caller, @RequestParam(name = "mine", defaultValue = "false") boolean mine) {
        BusinessId business = caller.business();
        ZoneId zone = businesses.get(business).zone();
        Instant now = clock.instant();
        Instant tomorrow =
                LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
        Long whose = mine ? caller.user() : null;
        return new Today(
                tasks.page(business, new TaskRows.Asked(false, whose, null, null, now), null, SHOWN),
                tasks.page(business, new TaskRows.Asked(false, whose, null, now, tomorrow), null, SHOWN),
                summaries(business, toContact(business, whose, tomorrow)),
                summaries(business, newLeads(business, whose)));
    }

    private List<Long> toContact(BusinessId business, @Nullable Long staff, Instant before) {
        return jdbc.sql("""
                        select id from clients.client
                         where business_id = :business and merged_into is null and archived_at is null and deleted_at is null
                           and next_contact_sort < :before and (:anybody or assigned_to = :staff)
                         order by next_contact_sort, id limit :most
                        """)
                .param("business", business.value())
                .param("before", Sql.at(before))
                .param("anybody", staff == null)
                .param("staff", staff)
                .param("most", SHOWN)
                .query(Long.class)
                .list();
    }

    private List<Long> newLeads(BusinessId business, @Nullable Long staff) {
        return jdbc.sql("""
                        select c.stands_as from clients.lead l
                          join clients.client c on c.business_id = l.business_id and c.id = l.client_id
                          join clients.client s on s.business_id = l.business_id and s.id = c.stands_as
                         where l.business_id = :business and l.status = 'new' and s.archived_at is null and s.deleted_at is null
                           and (:anybody or s.assigned_to = :staff)
                         order by l.created_at, l.id limit :most
                        """)
                .param("business", business.value())
                .param("anybody", staff == null)
                .param("staff", staff)
                .param("most", SHOWN)
                .query(Long.class)
                .list();
    }

    private List<ClientSummary> summaries(BusinessId business, List<Long> ids) {
        return List.copyOf(clients.summaries(business, ids).values());
    }
}

package io.orbita.marketing;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "marketing")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "reminders")
class LogController {
    private static final int MOST_DAYS = 90;

    private final ReminderLog log;
    private final Reminders reminders;

    LogController(ReminderLog log, Reminders reminders) {
        this.log = log;
        this.reminders = reminders;
    }

    @GetMapping("/api/reminders/log")
    @Operation(summary = "Reminders sent, skipped and why, taken back, failed; the newest first")
    Page<ReminderLog.Line> log(
            Caller caller,
            @RequestParam(name = "client_id", required = false) @Positive @Nullable Long client,
            @RequestParam(name = "rule_id", required = false) @Positive @Nullable Long rule,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return log.page(caller.business(), client, rule, state, cursor, Page.limit(limit));
    }

    @GetMapping("/api/clients/{id}/reminders")
    @Operation(summary = "Reminders of one client, over all that were merged into them; the newest first")
    Page<ReminderLog.Line> ofClient(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        reminders.known(caller.business(), new ClientId(id));
        return log.page(caller.business(), id, null, null, cursor, Page.limit(limit));
    }

    @GetMapping("/api/clients/{id}/reminders/preview")
    @Operation(summary = "What the client will receive if nothing changes, by the engine that sends it")
    Page<Reminders.Expected> preview(
            Caller caller, @PathVariable @Positive long id, @RequestParam(required = false) @Nullable Integer days) {
        int ahead = days == null ? 30 : days;
        if (ahead < 1 || ahead > MOST_DAYS) {
            throw new Invalid("days", "range", "От 1 до " + MOST_DAYS);
        }
        return Page.whole(reminders.expected(caller.business(), new ClientId(id), Duration.ofDays(ahead)));
    }
}

package io.orbita.messaging.inbox;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.messaging.inbox.ScheduledMessages.Scheduled;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What staff wrote for later. */
@RestController
@Transactional
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "conversations")
@Tag(name = "messaging")
class ScheduledMessagesController {
    record ScheduledChange(
            @NotBlank @Size(max = 4096) String text,

            @Pattern(regexp = ThreadController.CHANNELS, message = ThreadController.CHANNELS) @Nullable String channel,

            @NotNull Instant sendAt) {}

    private final ScheduledMessages scheduled;
    private final Clock clock;

    ScheduledMessagesController(ScheduledMessages scheduled, Clock clock) {
        this.scheduled = scheduled;
        this.clock = clock;
    }

    @GetMapping("/api/scheduled-messages")
    @Operation(summary = "Messages that wait for their time, the next first")
    Page<Scheduled> list(
            Caller caller,
            @RequestParam(name = "client_id", required = false) @Positive @Nullable Long client,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return scheduled.page(
                caller.business(),
                client == null ? null : new ClientId(client),
                Cursor.read(cursor, 2),
                Page.limit(limit));
    }

    @GetMapping("/api/scheduled-messages/{id}")
    @Operation(summary = "A message for later, and what became of it")
    Scheduled read(Caller caller, @PathVariable @Positive long id) {
        return scheduled.find(caller.business(), id).orElseThrow(ScheduledMessagesController::unknown);
    }

    @PutMapping("/api/scheduled-messages/{id}")
    @Operation(summary = "Another text, channel or time for a message that has not left")
    Scheduled change(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody ScheduledChange change) {
        waiting(caller, id);
        ThreadController.checked(change.sendAt(), clock.instant());
        return scheduled.change(
                caller.business(), id, change.text(), ThreadController.channel(change.channel()), change.sendAt());
    }

    @DeleteMapping("/api/scheduled-messages/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a message back that has not left")
    void cancel(Caller caller, @PathVariable @Positive long id) {
        waiting(caller, id);
        scheduled.end(caller.business(), id, "cancelled", null, null);
    }

    private void waiting(Caller caller, long id) {
        var kept = scheduled.lock(caller.business(), id).orElseThrow(ScheduledMessagesController::unknown);
        if (!kept.state().equals("scheduled")) {
            throw new TooLate();
        }
    }

    private static NotFound unknown() {
        return new NotFound("Такого сообщения нет.", "There is no such message.");
    }
}

package io.orbita.clients.tasks;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ActionDeeds;
import io.orbita.clients.CardDeeds;
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
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tasks")
@Tag(name = "clients")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "clients")
@Transactional
class TasksController {
    private static final String STATES = "open|overdue|today|done";

    record NewTask(
            @NotNull @Positive Long clientId,
            @NotBlank @Size(max = 4096) String text,

            @Nullable Instant dueAt,

            @Nullable @Positive Long assignedTo) {}

    record TaskEdit(
            @NotBlank @Size(max = 4096) String text,

            @Nullable Instant dueAt,

            @Nullable @Positive Long assignedTo) {}

    private final TaskRows tasks;
    private final ActionDeeds actions;
    private final CardDeeds deeds;
    private final Businesses businesses;
    private final Clock clock;

    TasksController(TaskRows tasks, ActionDeeds actions, CardDeeds deeds, Businesses businesses, Clock clock) {
        this.tasks = tasks;
        this.actions = actions;
        this.deeds = deeds;
        this.businesses = businesses;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Tasks: open, overdue, of today (of the business), or done")
    public Page<TaskRows.Task> all(
            Caller caller,
            @RequestParam(defaultValue = "open") @Pattern(regexp = STATES, message = STATES) String state,
            @RequestParam(name = "assigned_to", required = false) @Nullable @Positive Long assignedTo,
            @RequestParam(name = "client_id", required = false) @Nullable @Positive Long clientId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        ZoneId zone = businesses.get(caller.business()).zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Instant until = switch (state) {
            case "overdue" -> clock.instant();
            case "today" -> today.plusDays(1).atStartOfDay(zone).toInstant();
            default -> null;
        };
        Instant from = state.equals("today") ? today.atStartOfDay(zone).toInstant() : null;
        var asked = new TaskRows.Asked(state.equals("done"), assignedTo, clientId, from, until);
        int most = Page.limit(limit);
        return Page.cut(
                tasks.page(caller.business(), asked, Cursor.read(cursor, 2), most + 1),
                most,
                task -> Cursor.of(
                        asked.done() ? String.valueOf(task.doneAt()) : task.dueAt() == null ? "infinity" : task.dueAt(),
                        task.id()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Set a task about a client")
    public TaskRows.Task add(Caller caller, @Valid @RequestBody NewTask task) {
        deeds.checkStaff(caller.business(), task.assignedTo());
        long id = actions.task(caller.business(), task.clientId(), task.text().strip(), task.dueAt(), caller.user());
        tasks.change(caller.business(), id, task.text().strip(), task.dueAt(), task.assignedTo());
        return find(caller, id);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A task")
    public TaskRows.Task one(Caller caller, @PathVariable @Positive long id) {
        return find(caller, id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change the text, the time or the assignee of a task")
    public TaskRows.Task change(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody TaskEdit edit) {
        TaskRows.Task before = find(caller, id);
        deeds.checkStaff(caller.business(), edit.assignedTo());
        tasks.change(caller.business(), id, edit.text().strip(), edit.dueAt(), edit.assignedTo());
        actions.replanned(caller.business(), before.clientId());
        return find(caller, id);
    }

    @PostMapping("/{id}/done")
    @Operation(summary = "Mark a task done")
    public TaskRows.Task done(Caller caller, @PathVariable @Positive long id) {
        return settle(caller, id, true);
    }

    @PostMapping("/{id}/reopen")
    @Operation(summary = "Open a done task again")
    public TaskRows.Task reopen(Caller caller, @PathVariable @Positive long id) {
        return settle(caller, id, false);
    }

    private TaskRows.Task settle(Caller caller, long id, boolean done) {
        TaskRows.Task task = find(caller, id);
        if (tasks.done(caller.business(), id, done, caller.user())) {
            actions.settled(caller.business(), task.clientId(), id, done, caller.user());
        }
        return find(caller, id);
    }

    private TaskRows.Task find(Caller caller, long id) {
        return tasks.find(caller.business(), id)
                .orElseThrow(() -> new NotFound("Такой задачи нет.", "There is no such task."));
    }
}

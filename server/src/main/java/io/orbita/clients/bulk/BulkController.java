package io.orbita.clients.bulk;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.AskedFilter;
import io.orbita.clients.Author;
import io.orbita.clients.CardDeeds;
import io.orbita.clients.ClientList;
import io.orbita.clients.spi.StageNames;
import io.orbita.platform.web.Invalid;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/clients/bulk")
@Tag(name = "clients")
@Allowed(value = Role.MANAGER, scope = "clients")
class BulkController {
    private static final String DEEDS = "move|tag|untag|assign|archive|unarchive|delete";

    /** Either {@code ids} or {@code filter}; {@code assigned_to} null takes the responsible one away. */
    record Request(
            @NotBlank @Pattern(regexp = DEEDS, message = DEEDS) String deed,

            @Nullable @Size(min = 1, max = 1000) List<@NotNull @Positive Long> ids,
            @Nullable @Valid AskedFilter filter,
            @Nullable @Positive Long stageId,
            @Nullable @Size(min = 1, max = 50) String tag,
            @Nullable @Positive Long assignedTo) {}

    private final Bulk bulk;
    private final ClientList list;
    private final StageNames stages;
    private final CardDeeds deeds;
    private final TransactionTemplate transaction;

    BulkController(Bulk bulk, ClientList list, StageNames stages, CardDeeds deeds, TransactionTemplate transaction) {
        this.bulk = bulk;
        this.list = list;
        this.stages = stages;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @PostMapping
    @Operation(summary = "Do one thing to many clients; over a thousand it goes on in the background")
    BulkRows.View begin(Caller caller, @Valid @RequestBody Request request) {
        transaction.executeWithoutResult(_ -> check(caller, request));
        String tag = request.tag() == null ? null : request.tag().strip();
        return bulk.begin(
                caller.business(),
                request.deed(),
                new BulkRows.Spec(request.stageId(), tag, request.assignedTo()),
                request.ids(),
                request.filter(),
                Author.of(caller));
    }

    private void check(Caller caller, Request request) {
        if ((request.ids() == null) == (request.filter() == null)) {
            throw new Invalid("ids", "required", "Номера клиентов или фильтр, что-то одно");
        }
        if (request.filter() != null) {
            list.check(caller.business(), request.filter(), null);
        }
        Long stage = request.stageId();
        if (request.deed().equals("move")
                && (stage == null || !stages.stages(caller.business()).containsKey(stage))) {
            throw new Invalid("stage_id", "unknown", "Этап этой воронки");
        }
        if (request.deed().endsWith("tag")
                && (request.tag() == null || request.tag().isBlank())) {
            throw new Invalid("tag", "required", "Метка");
        }
        deeds.checkStaff(caller.business(), request.assignedTo());
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far bulk work is, and what it did")
    BulkRows.View one(Caller caller, @PathVariable @Positive long id) {
        return bulk.view(caller.business(), id);
    }

    @PostMapping("/{id}/undo")
    @Operation(summary = "Take bulk work back, except where somebody has changed the same since")
    BulkRows.View undo(Caller caller, @PathVariable @Positive long id) {
        return bulk.undo(caller.business(), id, Author.of(caller));
    }
}

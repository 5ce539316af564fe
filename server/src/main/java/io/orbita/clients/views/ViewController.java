package io.orbita.clients.views;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.AskedFilter;
import io.orbita.clients.exports.ClientsTable;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/clients/views")
@Tag(name = "clients")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "clients")
@Transactional
class ViewController {
    /** A view as it is saved; {@code columns} in the order shown, all when none is named. */
    record Wanted(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Valid AskedFilter filter,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 70) String> columns,
            @Nullable @Size(max = 40) String sort,
            @Nullable Boolean shared) {}

    private final ViewRows views;
    private final ClientsTable table;

    ViewController(ViewRows views, ClientsTable table) {
        this.views = views;
        this.table = table;
    }

    @GetMapping
    @Operation(summary = "One's own saved views and the shared ones, by name")
    public Page<ViewRows.View> all(Caller caller) {
        return Page.whole(views.all(caller.business(), caller.user()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Save a view: filters, columns, order")
    public ViewRows.View add(Caller caller, @Valid @RequestBody Wanted wanted) {
        check(caller, wanted);
        return views.insert(caller.business(), caller.user(), wanted);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A saved view")
    public ResponseEntity<ViewRows.View> one(Caller caller, @PathVariable @Positive long id) {
        ViewRows.View view = visible(caller, id);
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a saved view; of a shared one only its owner and administrators may")
    public ViewRows.View change(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wanted wanted) {
        ViewRows.View before = own(caller, id);
        check(caller, wanted);
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.contains("\"" + before.version() + "\"")) {
            throw new ViewRefusals.Stale();
        }
        return views.update(caller.business(), id, before.version(), wanted).orElseThrow(ViewRefusals.Stale::new);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a saved view")
    public void remove(Caller caller, @PathVariable @Positive long id) {
        views.delete(caller.business(), own(caller, id).id());
    }

    private void check(Caller caller, Wanted wanted) {
        table.check(caller.business(), wanted.filter(), wanted.columns(), wanted.sort());
    }

    private ViewRows.View visible(Caller caller, long id) {
        return views.find(caller.business(), id)
                .filter(view -> view.shared() || java.util.Objects.equals(view.owner(), caller.user()))
                .orElseThrow(() -> new NotFound("Такого вида нет.", "There is no such view."));
    }

    private ViewRows.View own(Caller caller, long id) {
        ViewRows.View view = visible(caller, id);
        if (!java.util.Objects.equals(view.owner(), caller.user()) && caller.role() != Role.ADMIN) {
            throw new ViewRefusals.NotYours();
        }
        return view;
    }
}

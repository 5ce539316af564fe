package io.orbita.clients.exports;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Open;
import io.orbita.businesses.Role;
import io.orbita.clients.AskedFilter;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Files of lists: at once for programs, by a signed link for a browser, which opens a file without the token of the panel. */
@RestController
@Tag(name = "clients")
class ExportController {
    record ExportLink(String url) {}

    private final Exports exports;
    private final ClientsTable clients;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    ExportController(
            Exports exports, ClientsTable clients, Audit audit, TransactionTemplate transaction, JsonMapper json) {
        this.exports = exports;
        this.clients = clients;
        this.audit = audit;
        this.transaction = transaction;
        this.json = json;
    }

    @GetMapping("/api/clients/export")
    @Allowed(value = Role.MANAGER, scope = "clients")
    @Operation(summary = "The filtered list of clients as a file, however long")
    void export(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 200) String q,
            @RequestParam(name = "stage_id", required = false) @Nullable Long stageId,
            @RequestParam(required = false) @Nullable @Size(max = 50) String tag,
            @RequestParam(name = "assigned_to", required = false) @Nullable Long assignedTo,
            @RequestParam(required = false) @Nullable @Size(max = 100) String source,
            @RequestParam(required = false) @Nullable Boolean archived,
            @RequestParam(required = false) @Nullable @Size(max = 100) List<String> columns,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "csv") @Pattern(regexp = "csv|xlsx", message = "csv или xlsx") String format,
            HttpServletResponse answer)
            throws IOException {
        var filter = new AskedFilter(q, stageId, tag, assignedTo, source, null, null, null, null, archived, null);
        var spec = new ExportSpec(filter, columns, sort, format);
        ordered(caller, spec);
        exports.give(caller.business(), ClientsTable.KIND, format, json.writeValueAsString(spec), answer);
    }

    @PostMapping("/api/clients/export/link")
    @Allowed(value = Role.MANAGER, scope = "clients")
    @Operation(summary = "A link to the filtered list as a file, good for five minutes")
    ExportLink link(Caller caller, @Valid @RequestBody ExportSpec spec) {
        ordered(caller, spec);
        return new ExportLink(
                exports.link(caller.business(), ClientsTable.KIND, spec.formatOrCsv(), json.writeValueAsString(spec)));
    }

    /** Who took the base away is a question that owners ask. */
    private void ordered(Caller caller, ExportSpec spec) {
        clients.check(caller.business(), spec.filterOrAll(), spec.columns(), spec.sort());
        transaction.executeWithoutResult(_ -> audit.record(
                caller.business(), caller.key(), "clients.export", "list", Map.of("format", spec.formatOrCsv())));
    }

    @GetMapping(Exports.PATH + "{token}")
    @Open
    @Operation(summary = "The file that a signed link names")
    void file(@PathVariable @Size(max = 120) String token, HttpServletResponse answer) throws IOException {
        BusinessId business = Exports.business(token).orElseThrow(ExportController::unknown);
        Exports.Order order =
                Tenancy.in(business, () -> exports.order(business, token)).orElseThrow(ExportController::unknown);
        IOException failed = Tenancy.in(business, () -> {
            try {
                exports.give(business, order, answer);
                return null;
            } catch (IOException e) {
                return e;
            }
        });
        if (failed != null) {
            throw failed;
        }
    }

    private static NotFound unknown() {
        return new NotFound("Такого файла нет, или ссылка устарела.", "There is no such file, or the link is too old.");
    }
}

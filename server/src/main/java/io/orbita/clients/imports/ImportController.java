package io.orbita.clients.imports;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.Author;
import io.orbita.clients.exports.Exports;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/clients/imports")
@Tag(name = "clients")
@Allowed(value = Role.MANAGER, scope = "clients")
class ImportController {
    record FileLink(String url) {}

    /** Of a file that is too large, in bytes; beyond it the connection is cut. */
    private static final long MOST_LET_BY = 300_000_000;

    private final Imports imports;
    private final ImportReports reports;
    private final Exports exports;
    private final Previews previews;

    ImportController(Imports imports, ImportReports reports, Exports exports, Previews previews) {
        this.imports = imports;
        this.previews = previews;
        this.reports = reports;
        this.exports = exports;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Take a CSV or XLSX file (the body, at most 25 MB) and guess where its columns go",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    ImportView upload(
            Caller caller,
            @RequestParam(name = "name", required = false) @Nullable @Size(max = 200) String name,
            HttpServletRequest request)
            throws IOException {
        boolean over = request.getContentLengthLong() > TableReader.MOST_BYTES;
        byte[] file = over ? new byte[0] : request.getInputStream().readNBytes(TableReader.MOST_BYTES + 1);
        if (over || file.length > TableReader.MOST_BYTES) {
            // Who is still sending reads no answer: what is left is let by.
            var unused = request.getInputStream().skip(MOST_LET_BY);
            throw new ImportRefusals.Unreadable(
                    "Файл больше 25 МБ. Разделите его на части.", "The file is over 25 MB. Split it.");
        }
        return imports.upload(caller.business(), name, file, Author.of(caller));
    }

    @GetMapping
    @Operation(summary = "Imports, the newest first")
    Page<ImportView> all(Caller caller) {
        return Page.whole(imports.all(caller.business()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "An import: its columns, the forecast of the dry run, how far the run is")
    ImportView one(Caller caller, @PathVariable @Positive long id) {
        return imports.view(caller.business(), id);
    }

    @PostMapping("/{id}/check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Settle where the columns go and begin the dry run, which changes nothing")
    ImportView check(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody ImportSettings settings) {
        return imports.check(caller.business(), id, settings);
    }

    @GetMapping("/{id}/preview")
    @Operation(
            summary =
                    "After the dry run: lines that would be rejected and why, and examples of new and changed cards, field by field")
    Preview preview(Caller caller, @PathVariable @Positive long id) {
        return previews.of(caller.business(), id);
    }

    @PostMapping("/{id}/start")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Begin the run after a dry run, or go on after a stop")
    ImportView start(Caller caller, @PathVariable @Positive long id) {
        return imports.start(caller.business(), id, Author.of(caller));
    }

    @PostMapping("/{id}/stop")
    @Operation(summary = "Stop the run after the batch in hand; it can go on, or be undone")
    ImportView stop(Caller caller, @PathVariable @Positive long id) {
        return imports.stop(caller.business(), id, Author.of(caller));
    }

    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary =
                    "Take the import back: new clients go, changed ones get their old values where nobody changed them since")
    ImportView undo(Caller caller, @PathVariable @Positive long id) {
        return imports.undo(caller.business(), id, Author.of(caller));
    }

    @GetMapping("/{id}/rejected")
    @Operation(summary = "Lines that were not taken, with the reasons")
    Page<ImportReports.Rejected> rejected(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        var found = reports.rejected(caller.business(), id, after(cursor), most + 1);
        return Page.cut(found, most, line -> Cursor.of(line.line()));
    }

    @PostMapping("/{id}/rejected/link")
    @Operation(
            summary =
                    "A link to a file of the lines that were not taken, with the reasons in its last column; good for five minutes")
    FileLink rejectedFile(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(defaultValue = "csv") @Pattern(regexp = "csv|xlsx", message = "csv или xlsx") String format) {
        ImportView view = imports.view(caller.business(), id);
        return new FileLink(exports.link(caller.business(), RejectedTable.KIND, format, String.valueOf(view.id())));
    }

    @GetMapping("/{id}/kept")
    @Operation(summary = "Clients whom undoing left as they were, in whole or in part, and why")
    Page<OutcomeRows.Kept> kept(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        var found = reports.kept(caller.business(), id, after(cursor), most + 1);
        return Page.cut(found, most, line -> Cursor.of(line.line()));
    }

    private static int after(@Nullable String cursor) {
        Cursor read = Cursor.read(cursor, 1);
        return read == null ? 0 : (int) Math.min(read.number(0), Integer.MAX_VALUE);
    }
}

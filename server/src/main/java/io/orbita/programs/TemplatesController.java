package io.orbita.programs;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.orbita.programs.sheet.SheetRemark;
import io.orbita.programs.sheet.SheetWriter;
import io.orbita.programs.sheet.TemplateSheets;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Template;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "programs")
@Allowed(
        value = {Role.TRAINER},
        scope = "programs")
class TemplatesController {
    record Link(
            @NotBlank @Size(max = 500) String link,
            @Nullable @Size(max = 100) String tab) {}

    /** A template that may be chosen. */
    record TemplateView(
            String gender,
            String profile,
            String ages,
            String goal,
            String experience,
            String location,
            int daysPerWeek,
            int weeks) {}

    /** A row's remark. */
    record Remark(@Nullable Integer row, @Nullable String column, String text) {}

    /**
     * One gender's sheet.
     *
     * @param inForce {@code library}, {@code google} or {@code upload}
     * @param outcome of the last reading: {@code accepted}, {@code unchanged}, {@code refused}, {@code unreachable}; null before the first
     */
    record SheetView(
            String gender,
            @Nullable String link,
            @Nullable String tab,
            String inForce,
            int templates,
            @Nullable Instant takenAt,
            @Nullable Instant checkedAt,
            @Nullable String outcome,
            List<Remark> problems,
            List<Remark> warnings) {}

    private final Shelves shelves;
    private final SheetRows rows;
    private final SheetSync sync;
    private final Workshop workshop;
    private final DueWork due;
    private final Audit audit;
    private final TransactionTemplate transaction;

    TemplatesController(
            Shelves shelves,
            SheetRows rows,
            SheetSync sync,
            Workshop workshop,
            DueWork due,
            Audit audit,
            TransactionTemplate transaction) {
        this.shelves = shelves;
        this.rows = rows;
        this.sync = sync;
        this.workshop = workshop;
        this.due = due;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping("/api/programs/templates")
    @Operation(summary = "Templates in force")
    Page<TemplateView> templates(Caller caller, @RequestParam(required = false) @Nullable String gender) {
        var items = new ArrayList<TemplateView>();
        for (Gender each : gender == null ? List.of(Gender.values()) : List.of(gender(gender))) {
            shelves.of(caller.business(), each).templates().forEach(template -> items.add(view(template)));
        }
        return Page.whole(items);
    }

    @GetMapping("/api/programs/templates/sheets")
    @Operation(summary = "Where the sheets are, which are in force, and how the last reading went")
    Page<SheetView> sheets(Caller caller) {
        return Page.whole(states(caller.business()));
    }

    @PutMapping("/api/programs/templates/sheets/{gender}")
    @Operation(summary = "Read a gender's sheet from Google from now on; `gid` of the link names the tab, else `tab`")
    SheetView link(Caller caller, @PathVariable String gender, @Valid @RequestBody Link link) {
        Gender whose = gender(gender);
        if (SheetLink.of(link.link()).isEmpty()) {
            throw new Invalid("link", "format", "Ссылка вида https://docs.google.com/spreadsheets/d/…/edit#gid=0");
        }
        String tab =
                link.tab() == null || link.tab().isBlank() ? null : link.tab().strip();
        transaction.executeWithoutResult(_ -> {
            rows.link(caller.business(), whose, link.link().strip(), tab);
            due.now(SheetSync.KIND, caller.business(), SheetRows.word(whose));
            audit.record(caller.business(), caller.key(), "programs.sheet-linked", gender, Map.of());
        });
        return state(caller.business(), whose);
    }

    @DeleteMapping("/api/programs/templates/sheets/{gender}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Go back to the library of the distribution")
    void unlink(Caller caller, @PathVariable String gender) {
        Gender whose = gender(gender);
        transaction.executeWithoutResult(_ -> {
            rows.link(caller.business(), whose, null, null);
            due.cancel(SheetSync.KIND, caller.business(), SheetRows.word(whose));
            audit.record(caller.business(), caller.key(), "programs.sheet-unlinked", gender, Map.of());
        });
    }

    @PostMapping("/api/programs/templates/sync")
    @Operation(summary = "Read the linked sheets now; a broken one is reported row by row and changes nothing")
    Page<SheetView> syncNow(Caller caller) {
        for (Gender gender : Gender.values()) {
            sync.sync(caller.business(), gender, caller.user());
        }
        return Page.whole(states(caller.business()));
    }

    @PostMapping(path = "/api/programs/templates/sheets/{gender}/file", consumes = MediaType.ALL_VALUE)
    @Operation(summary = "Take a sheet from a file: CSV or XLSX as the body")
    SheetView upload(
            Caller caller,
            @PathVariable String gender,
            @RequestParam(required = false) @Size(max = 100) @Nullable String tab,
            HttpServletRequest request)
            throws IOException {
        Gender whose = gender(gender);
        byte[] bytes = request.getInputStream().readNBytes(TemplateSheets.MOST_BYTES + 1);
        sync.take(caller.business(), whose, new SheetRows.Sheet(bytes, tab), "upload", caller.user());
        return state(caller.business(), whose);
    }

    @GetMapping("/api/programs/templates/sheets/{gender}/file")
    @Operation(summary = "The sheet in force as CSV, in the format that is read")
    ResponseEntity<byte[]> download(Caller caller, @PathVariable String gender) {
        Gender whose = gender(gender);
        String csv = SheetWriter.write(shelves.of(caller.business(), whose).templates());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(whose.prefix() + "_12w_2.csv")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    private List<SheetView> states(BusinessId business) {
        return List.of(state(business, Gender.MALE), state(business, Gender.FEMALE));
    }

    private SheetView state(BusinessId business, Gender gender) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            SheetRows.State state = rows.state(business, gender);
            SheetRows.Snapshot snapshot = state.snapshot() == null
                    ? null
                    : rows.snapshot(business, state.snapshot()).orElse(null);
            return new SheetView(
                    SheetRows.word(gender),
                    state.link(),
                    state.tab(),
                    snapshot == null ? "library" : snapshot.origin(),
                    snapshot == null ? workshop.library(gender).size() : snapshot.templates(),
                    snapshot == null ? null : snapshot.takenAt(),
                    state.checkedAt(),
                    state.outcome(),
                    remarks(state.problems()),
                    remarks(state.warnings()));
        }));
    }

    private static List<Remark> remarks(List<SheetRemark> remarks) {
        return remarks.stream()
                .map(remark -> new Remark(remark.row(), remark.column(), remark.text()))
                .toList();
    }

    private static TemplateView view(Template template) {
        return new TemplateView(
                SheetRows.word(template.gender()),
                template.profile(),
                template.ages().text(),
                template.goal().text(),
                template.experience().text(),
                template.place().text(),
                template.daysPerWeek(),
                template.weeks().size());
    }

    private static Gender gender(String word) {
        for (Gender gender : Gender.values()) {
            if (SheetRows.word(gender).equals(word)) {
                return gender;
            }
        }
        throw new NotFound("Вкладки бывают men и women.", "There are the sheets men and women.");
    }
}

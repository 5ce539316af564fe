package io.orbita.businesses;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.jobs.DeadLetters;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What an administrator looks after: who did what, and work that was given up. */
@RestController
@Allowed(scope = "system")
@Tag(name = "system")
class SystemController {
    record AuditEntry(long id, Instant at, String who, String what, String ref, Map<?, ?> facts) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DeadLetters deadLetters;

    SystemController(JdbcClient jdbc, JsonMapper json, DeadLetters deadLetters) {
        this.jdbc = jdbc;
        this.json = json;
        this.deadLetters = deadLetters;
    }

    @GetMapping("/api/audit")
    @Transactional(readOnly = true)
    @Operation(
            summary = "The audit trail, newest first",
            description =
                    "`who` as an entry names them, `what` a deed or the beginning of its name (`clients.`), `ref` what it was done to.")
    public Page<AuditEntry> audit(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = 100) String who,
            @RequestParam(required = false)
                    @Nullable @Pattern(regexp = "[a-z0-9_.-]{1,100}", message = "clients.edit или clients.") String what,
            @RequestParam(required = false) @Nullable @Size(max = 200) String ref,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        Cursor after = Cursor.read(cursor, 1);
        List<AuditEntry> rows = jdbc.sql("""
                        select id, at, who, what, ref, facts from businesses.audit
                         where business_id = :business and id < :before
                           and (:who::text is null or who = :who) and (:ref::text is null or ref = :ref)
                           and (:what::text is null or starts_with(what, :what))
                           and (:from::timestamptz is null or at >= :from) and (:to::timestamptz is null or at < :to)
                         order by id desc limit :most
                        """)
                .param("business", caller.business().value())
                .param("before", after == null ? Long.MAX_VALUE : after.number(0))
                .param("who", who)
                .param("what", what)
                .param("ref", ref)
                .param("from", Sql.atOrNull(from))
                .param("to", Sql.atOrNull(to))
                .param("most", most + 1)
                .query((row, index) -> new AuditEntry(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("who"),
                        row.getString("what"),
                        row.getString("ref"),
                        json.readValue(row.getString("facts"), Map.class)))
                .list();
        return Page.cut(rows, most, row -> Cursor.of(row.id()));
    }

    @GetMapping("/api/audit/deeds")
    @Operation(summary = "Every deed that the audit trail may name, in words")
    Page<DeedsInWords.Words> deeds() {
        return Page.whole(DeedsInWords.all());
    }

    @GetMapping("/api/jobs")
    @Operation(summary = "Work that was given up after many attempts")
    Page<DeadLetters.DeadLetter> jobs(Caller caller) {
        return Page.whole(deadLetters.of(caller.business()));
    }

    @PostMapping("/api/jobs/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take up again what was given up")
    void retry(Caller caller, @PathVariable @Positive long id) {
        if (!deadLetters.retry(caller.business(), id)) {
            throw new NotFound("Такой работы нет.", "There is no such work.");
        }
    }
}

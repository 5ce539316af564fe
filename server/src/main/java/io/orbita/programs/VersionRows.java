package io.orbita.programs;

import static io.orbita.platform.jdbc.Sql.at;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.content.ProgramContent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Versions of programmes; a version never changes. */
@Component
class VersionRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    VersionRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A version without its content. */
    record Entry(
            int number,
            String cause,
            @Nullable String reason,
            @Nullable Long madeBy,
            Instant at) {}

    /**
     * A version to be.
     *
     * @param reason in the words of who made it; null when the cause says it all
     * @param by the staff user; null for the house itself
     */
    record Draft(
            int number,
            String cause,
            @Nullable String reason,
            ProgramContent content,
            String file,
            @Nullable Long by) {}

    /**
     * A version to print or to show.
     *
     * @param file the PDF in the file store
     */
    record Kept(int number, ProgramContent content, String file) {}

    void add(BusinessId business, long program, Draft draft, Instant now) {
        jdbc.sql("""
                        insert into programs.version (business_id, program_id, number, cause, reason, content, file, made_by, at)
                        values (:business, :program, :number, :cause, :reason, :content::jsonb, :file, :by, :now)
                        """)
                .param("business", business.value())
                .param("program", program)
                .param("number", draft.number())
                .param("cause", draft.cause())
                .param("reason", draft.reason())
                .param("content", json.writeValueAsString(draft.content()))
                .param("file", draft.file())
                .param("by", draft.by())
                .param("now", at(now))
                .update();
    }

    /** Empty when there is no such version, or its client was forgotten. */
    Optional<Kept> find(BusinessId business, long program, int number) {
        return jdbc.sql("""
                        select content, file from programs.version
                         where business_id = :business and program_id = :program and number = :number and content is not null
                        """)
                .param("business", business.value())
                .param("program", program)
                .param("number", number)
                .query((row, _) -> new Kept(
                        number, json.readValue(row.getString("content"), ProgramContent.class), row.getString("file")))
                .optional();
    }

    /** The newest first. */
    List<Entry> of(BusinessId business, long program) {
        return jdbc.sql("""
                        select number, cause, reason, made_by, at from programs.version
                         where business_id = :business and program_id = :program order by number desc
                        """)
                .param("business", business.value())
                .param("program", program)
                .query(Entry.class)
                .list();
    }
}

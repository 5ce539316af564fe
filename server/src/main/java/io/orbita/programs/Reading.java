package io.orbita.programs;

import io.orbita.businesses.Staff;
import io.orbita.businesses.StaffMember;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.files.FileStore;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.orbita.programs.content.Cells;
import io.orbita.programs.content.ProgramContent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Programmes as staff read them. */
@Component
@Transactional(readOnly = true)
class Reading {
    private final ProgramRows rows;
    private final VersionRows versions;
    private final Clients clients;
    private final FileStore files;
    private final JsonMapper json;
    private final Staff staff;

    Reading(ProgramRows rows, VersionRows versions, Clients clients, FileStore files, JsonMapper json, Staff staff) {
        this.rows = rows;
        this.versions = versions;
        this.clients = clients;
        this.files = files;
        this.json = json;
        this.staff = staff;
    }

    /** A programme with why it is what it is. */
    record Detailed(ProgramView program, @Nullable Explanation explanation, List<VersionView> versions) {}

    /**
     * A version in the list.
     *
     * @param cause {@code made}, {@code remade}, {@code edited}, {@code restored}, {@code assigned}, {@code reassigned}, {@code adapted}
     * @param reason in the words of who made it, or the rule that did
     * @param author the name of the staff user; null for the house itself
     */
    record VersionView(
            int number,
            String cause,
            @Nullable String reason,
            @Nullable Long madeBy,
            @Nullable String author,
            Instant at) {}

    /**
     * What differs.
     *
     * @param cells in the order of the sheet; an address is {@code weeks.3.sessions.2.exercises.1.reps}
     */
    record Differing(long id, int from, int to, List<Cells.Change> cells) {}

    /** The content of one version. */
    record Viewed(long id, int version, ProgramContent content) {}

    /** A file to open. */
    record Paper(String name, byte[] bytes) {}

    public Page<ProgramView> list(
            BusinessId business,
            @Nullable Long client,
            @Nullable Boolean paid,
            @Nullable ProgramState state,
            @Nullable String cursor,
            int limit) {
        Set<Long> members = null;
        if (client != null) {
            members = clients.members(business, new ClientId(client));
            if (members.isEmpty()) {
                throw new NotFound("Клиент не найден.", "There is no such client.");
            }
        }
        Cursor before = Cursor.read(cursor, 1);
        List<ProgramRow> found = rows.page(
                business, members, paid, state, before == null ? Long.MAX_VALUE : before.number(0), limit + 1);
        Map<Long, String> names = clients.names(
                business,
                found.stream().map(program -> program.client().value()).toList());
        return Page.cut(
                found.stream()
                        .map(program -> ProgramView.of(
                                program, names.getOrDefault(program.client().value(), "")))
                        .toList(),
                limit,
                last -> Cursor.of(last.id()));
    }

    public Detailed detailed(BusinessId business, long id) {
        ProgramRow program = rows.get(business, id);
        return new Detailed(
                ProgramView.of(
                        program, clients.contacts(business, program.client()).name()),
                program.explanation() == null ? null : json.readValue(program.explanation(), Explanation.class),
                versions.of(business, id).stream()
                        .map(version -> new VersionView(
                                version.number(),
                                version.cause(),
                                version.reason(),
                                version.madeBy(),
                                author(business, version.madeBy()),
                                version.at()))
                        .toList());
    }

    private @Nullable String author(BusinessId business, @Nullable Long user) {
        return user == null
                ? null
                : staff.find(business, user).map(StaffMember::name).orElse(null);
    }

    /** Between two versions; the newest when the second one is not named. */
    public Differing differing(BusinessId business, long id, int from, @Nullable Integer to) {
        ProgramRow program = rows.get(business, id);
        VersionRows.Kept before = kept(business, program, from);
        VersionRows.Kept after = kept(business, program, to);
        return new Differing(
                id,
                before.number(),
                after.number(),
                Cells.differences(json.valueToTree(before.content()), json.valueToTree(after.content())));
    }

    public Viewed view(BusinessId business, long id, @Nullable Integer number) {
        VersionRows.Kept kept = kept(business, rows.get(business, id), number);
        return new Viewed(id, kept.number(), kept.content());
    }

    public Paper paper(BusinessId business, long id, @Nullable Integer number) {
        return paper(business, rows.get(business, id), number);
    }

    /** A programme that may be given out. */
    public ProgramRow opened(BusinessId business, long id) {
        ProgramRow program = rows.get(business, id);
        if (program.state() == ProgramState.WITHDRAWN) {
            throw new ProgramRefusals.Withdrawn();
        }
        if (program.version() == 0) {
            throw new ProgramRefusals.NotMade();
        }
        return program;
    }

    /** For somebody with a link, who is not staff. */
    public Paper paper(BusinessId business, String publicId) {
        ProgramRow program = rows.byPublicId(business, publicId)
                .filter(found -> found.state() != ProgramState.WITHDRAWN)
                .orElseThrow(ProgramRows::unknown);
        return paper(business, program, null);
    }

    private Paper paper(BusinessId business, ProgramRow program, @Nullable Integer number) {
        VersionRows.Kept kept = kept(business, program, number);
        byte[] bytes = files.get(business, kept.file()).orElseThrow(ProgramRefusals.NotMade::new);
        return new Paper(Captions.document(program, kept.file()).fileName(), bytes);
    }

    private VersionRows.Kept kept(BusinessId business, ProgramRow program, @Nullable Integer number) {
        if (number != null) {
            return versions.find(business, program.id(), number).orElseThrow(ProgramRows::unknown);
        }
        return versions.find(business, program.id(), program.version()).orElseThrow(ProgramRefusals.NotMade::new);
    }
}

package io.orbita.programs;

import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.clients.Clients;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.ProgramRows.Made;
import io.orbita.programs.VersionRows.Draft;
import io.orbita.programs.Workshop.Product;
import io.orbita.programs.content.Cells;
import io.orbita.programs.content.ProgramContent;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes what a programme says. Every change is a further version with its author and reason; it is printed before the transaction, which then lays it
 * down only if nobody was faster.
 */
@Component
class Editing {
    private static final int MOST_TRIES = 5;

    private final ProgramRows rows;
    private final VersionRows versions;
    private final Clients clients;
    private final Printing printing;
    private final Retraining retraining;
    private final Tools tools;
    private final TransactionTemplate transaction;

    Editing(
            ProgramRows rows,
            VersionRows versions,
            Clients clients,
            Printing printing,
            Retraining retraining,
            Tools tools,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.versions = versions;
        this.clients = clients;
        this.printing = printing;
        this.retraining = retraining;
        this.tools = tools;
        this.transaction = transaction;
    }

    /** What a change is read and written down with. */
    @Component
    record Tools(JsonMapper json, Validator validator, Audit audit, Clock clock) {}

    /** The whole content as the trainer wants it. */
    ProgramView replace(
            Caller caller, long id, @Nullable String ifMatch, ProgramContent content, @Nullable String reason) {
        return changed(caller, id, ifMatch, "edited", reason, _ -> content);
    }

    /** Some cells of it. */
    ProgramView patch(Caller caller, long id, @Nullable String ifMatch, ObjectNode edit, @Nullable String reason) {
        return changed(caller, id, ifMatch, "edited", reason, before -> edited(before, edit));
    }

    /** A former version, as the next one. */
    ProgramView restore(Caller caller, long id, @Nullable String ifMatch, int number, @Nullable String reason) {
        ProgramContent former = done(() -> versions.find(
                        caller.business(), rows.get(caller.business(), id).id(), number)
                .orElseThrow(ProgramRows::unknown)
                .content());
        return changed(caller, id, ifMatch, "restored", reason == null ? "Версия " + number : reason, _ -> former);
    }

    /** The same client's programme out of another template, which the trainer names. */
    ProgramView reassign(Caller caller, long id, @Nullable String ifMatch, String profile, @Nullable String reason) {
        BusinessId business = caller.business();
        Product product = done(() -> {
            ProgramRow program = made(business, id);
            stale(program, ifMatch);
            return retraining.of(business, program, profile);
        });
        String file = printing.printed(business, product.content());
        return done(() -> {
            ProgramRow program = rows.lock(business, id);
            stale(program, ifMatch);
            int number = add(
                    business,
                    program,
                    "reassigned",
                    reason == null ? "Шаблон " + profile : reason,
                    caller.user(),
                    product.content(),
                    file);
            rows.made(
                    business,
                    id,
                    new Made(
                            number,
                            product.content().goal(),
                            profile,
                            product.origin(),
                            false,
                            tools.json().writeValueAsString(product.explanation()),
                            program.next(),
                            program.startsAt()),
                    tools.clock().instant());
            audit(caller, "reassigned", id, number);
            return view(business, rows.get(business, id));
        });
    }

    /** How a content becomes another one. */
    interface Change {
        ProgramContent of(ProgramContent before);
    }

    private ProgramView changed(
            Caller caller, long id, @Nullable String ifMatch, String cause, @Nullable String reason, Change change) {
        BusinessId business = caller.business();
        settle(business, id, ifMatch, change, (program, after, file) -> {
            int number = add(business, program, cause, reason, caller.user(), after, file);
            audit(caller, cause, id, number);
        });
        return done(() -> view(business, rows.get(business, id)));
    }

    /**
     * A change by the house itself.
     *
     * @param then done in the transaction of the new version; not called when there is nothing to change
     */
    void byItself(BusinessId business, long id, String cause, String reason, Change change, Then then) {
        settle(business, id, null, change, (program, after, file) -> {
            add(business, program, cause, reason, null, after, file);
            then.with(rows.get(business, id), after, file);
        });
    }

    /** What is written down for a new content. */
    interface Then {
        void with(ProgramRow program, ProgramContent content, String file);
    }

    /** Makes a content of the newest one, prints it, writes it down; begins anew when somebody else was faster. */
    private void settle(BusinessId business, long id, @Nullable String ifMatch, Change change, Then write) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            ProgramRow seen = done(() -> made(business, id));
            stale(seen, ifMatch);
            ProgramContent before = done(() -> kept(business, seen)).content();
            ProgramContent after = change.of(before);
            if (after.equals(before)) {
                return;
            }
            String file = printing.printed(business, after);
            boolean written = done(() -> {
                ProgramRow program = rows.lock(business, id);
                stale(program, ifMatch);
                if (program.version() != seen.version() || program.state() != seen.state()) {
                    return false;
                }
                write.with(program, after, file);
                return true;
            });
            if (written) {
                return;
            }
        }
        throw new ProgramRefusals.Stale();
    }

    private int add(
            BusinessId business,
            ProgramRow program,
            String cause,
            @Nullable String reason,
            @Nullable Long by,
            ProgramContent content,
            String file) {
        int number = program.version() + 1;
        versions.add(
                business,
                program.id(),
                new Draft(number, cause, reason, content, file, by),
                tools.clock().instant());
        rows.version(business, program.id(), number, content.goal());
        return number;
    }

    /** Read as strictly as a content that came whole. */
    private ProgramContent edited(ProgramContent before, ObjectNode edit) {
        JsonNode tree = Cells.edited(tools.json().valueToTree(before), edit);
        ContentForm form = tools.json().treeToValue(tree, ContentForm.class);
        var violations = tools.validator().validate(form);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return form.content();
    }

    /** The programme, if there is something to change in it. */
    private ProgramRow made(BusinessId business, long id) {
        ProgramRow program = rows.get(business, id);
        if (program.state() == ProgramState.WITHDRAWN) {
            throw new ProgramRefusals.Withdrawn();
        }
        if (program.version() == 0) {
            throw new ProgramRefusals.NotMade();
        }
        return program;
    }

    private VersionRows.Kept kept(BusinessId business, ProgramRow program) {
        return versions.find(business, program.id(), program.version()).orElseThrow(ProgramRefusals.NotMade::new);
    }

    private static void stale(ProgramRow program, @Nullable String ifMatch) {
        if (ifMatch != null && !ifMatch.strip().equals("*") && !ifMatch.contains("\"" + program.version() + "\"")) {
            throw new ProgramRefusals.Stale();
        }
    }

    private void audit(Caller caller, String cause, long id, int number) {
        tools.audit()
                .record(
                        caller.business(),
                        caller.key(),
                        "programs." + cause,
                        Long.toString(id),
                        Map.of("version", number));
    }

    private ProgramView view(BusinessId business, ProgramRow program) {
        return ProgramView.of(
                program, clients.contacts(business, program.client()).name());
    }

    private <T> T done(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}

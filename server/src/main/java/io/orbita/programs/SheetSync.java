package io.orbita.programs;

import io.orbita.messaging.Notices;
import io.orbita.messaging.Notices.Notice;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Idempotency;
import io.orbita.programs.SheetRows.Sheet;
import io.orbita.programs.sheet.SheetOutcome;
import io.orbita.programs.sheet.SheetRemark;
import io.orbita.programs.sheet.SheetWriter;
import io.orbita.programs.template.Gender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the owner's sheets in step: reads them every half hour, or when told to. A good sheet comes into force whole; a bad or
 * unreachable one is reported and changes nothing.
 */
@Component
class SheetSync implements Due {
    static final String KIND = "programs.sync";
    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final Duration SOON = Duration.ofMinutes(5);

    private final SheetRows rows;
    private final SheetFetch fetch;
    private final Workshop workshop;
    private final Notices notices;
    private final DueWork due;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SheetSync(
            SheetRows rows,
            SheetFetch fetch,
            Workshop workshop,
            Notices notices,
            DueWork due,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.fetch = fetch;
        this.workshop = workshop;
        this.notices = notices;
        this.due = due;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        for (Gender gender : Gender.values()) {
            if (SheetRows.word(gender).equals(ref)) {
                sync(business, gender, null);
            }
        }
    }

    /** Reads the sheet at its link now; nothing when there is no link. */
    void sync(BusinessId business, Gender gender, @Nullable Long by) {
        SheetRows.State state = transaction.execute(_ -> rows.state(business, gender));
        if (state == null || state.link() == null) {
            return;
        }
        Optional<SheetLink> link = SheetLink.of(state.link());
        if (link.isEmpty()) {
            return;
        }
        boolean passing = switch (fetch.fetch(link.get(), state.tab())) {
            case SheetFetch.Fetched.Sheet sheet -> {
                take(business, gender, new Sheet(sheet.bytes(), state.tab()), "google", by);
                yield false;
            }
            case SheetFetch.Fetched.Trouble trouble -> {
                String outcome = trouble.passing() ? "unreachable" : "refused";
                transaction.executeWithoutResult(
                        _ -> report(business, gender, outcome, List.of(trouble.remark()), List.of(), null));
                yield trouble.passing();
            }
        };
        transaction.executeWithoutResult(_ ->
                due.at(KIND, business, SheetRows.word(gender), clock.instant().plus(passing ? SOON : EVERY)));
    }

    /** Reads the bytes and puts them into force when they are good. */
    void take(BusinessId business, Gender gender, Sheet sheet, String origin, @Nullable Long by) {
        switch (workshop.sheets().read(sheet.bytes(), sheet.tab(), gender)) {
            case SheetOutcome.Refused refused ->
                transaction.executeWithoutResult(
                        _ -> report(business, gender, "refused", refused.problems(), refused.warnings(), null));
            case SheetOutcome.Accepted accepted -> {
                // The same table is not always the same bytes: a workbook carries the time of its export.
                String hash = Idempotency.hash(SheetWriter.write(accepted.templates()));
                transaction.executeWithoutResult(_ -> {
                    Instant now = clock.instant();
                    Long current = rows.state(business, gender).snapshot();
                    boolean unchanged = current != null
                            && rows.snapshot(business, current)
                                    .filter(before -> before.sha256().equals(hash)
                                            && before.origin().equals(origin))
                                    .isPresent();
                    Long snapshot = unchanged
                            ? null
                            : Long.valueOf(rows.keep(
                                    business,
                                    gender,
                                    origin,
                                    hash,
                                    sheet,
                                    accepted.templates().size(),
                                    by,
                                    now));
                    report(
                            business,
                            gender,
                            unchanged ? "unchanged" : "accepted",
                            List.of(),
                            accepted.warnings(),
                            snapshot);
                    if (origin.equals("upload")) {
                        rows.detach(business, gender);
                    }
                });
            }
        }
    }

    private void report(
            BusinessId business,
            Gender gender,
            String outcome,
            List<SheetRemark> problems,
            List<SheetRemark> warnings,
            @Nullable Long snapshot) {
        rows.checked(business, gender, outcome, problems, warnings, snapshot, clock.instant());
        if (outcome.equals("refused") && !problems.isEmpty()) {
            String first = problems.getFirst().text();
            notices.tell(
                    business,
                    Notice.of(
                            "programs.sheet",
                            "sheet:" + SheetRows.word(gender) + ":" + Idempotency.hash(first),
                            "Таблицу программ (%s) не приняли, действует прошлая. Замечаний: %d. Первое: %s"
                                    .formatted(gender.plural(), problems.size(), first),
                            null));
        }
    }
}

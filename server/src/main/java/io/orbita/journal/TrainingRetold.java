package io.orbita.journal;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.TimelineEntry;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.text.Plural;
import io.orbita.programs.Plan;
import io.orbita.programs.Programs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the client's timeline of a training once its marks have come to rest: a line a training, not a line a set. Marks that come later, from a phone that was
 * offline, give another line when they change the count. The reference is {@code programme:week:day}.
 */
@Component
class TrainingRetold implements Due {
    static final String KIND = "journal.training";
    static final Duration REST = Duration.ofHours(1);

    private final MarkRows rows;
    private final Programs programs;
    private final Clients clients;
    private final DueWork due;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TrainingRetold(
            MarkRows rows,
            Programs programs,
            Clients clients,
            DueWork due,
            Clock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.programs = programs;
        this.clients = clients;
        this.due = due;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        String[] parts = ref.split(":");
        var session =
                new MarkRows.Session(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        transaction.executeWithoutResult(
                _ -> rows.progress(business, session).ifPresent(progress -> tell(business, session, progress)));
    }

    private void tell(BusinessId business, MarkRows.Session session, MarkRows.Progress progress) {
        Instant now = clock.instant();
        Instant settled = progress.lastAt().plus(REST);
        if (settled.isAfter(now)) {
            due.at(KIND, business, session.ref(), settled);
            return;
        }
        if (progress.done() == 0) {
            return;
        }
        int planned = Math.max(planned(business, session), progress.done());
        clients.remember(
                business,
                new ClientId(progress.clientId()),
                new TimelineEntry(
                        "journal.trained",
                        "training:" + session.ref() + ":" + progress.done(),
                        progress.lastAt(),
                        Map.of(
                                "program",
                                session.programId(),
                                "week",
                                session.week(),
                                "day",
                                session.day(),
                                "done",
                                progress.done(),
                                "planned",
                                planned),
                        "Тренировка, неделя %d, день %d: %d из %d %s"
                                .formatted(
                                        session.week(),
                                        session.day(),
                                        progress.done(),
                                        planned,
                                        Plural.of(planned, "подхода", "подходов", "подходов")),
                        null));
    }

    private int planned(BusinessId business, MarkRows.Session session) {
        return programs.plan(business, session.programId()).stream()
                .flatMap(plan -> plan.weeks().stream())
                .filter(week -> week.number() == session.week())
                .flatMap(week -> week.sessions().stream())
                .filter(one -> one.day() == session.day())
                .flatMap(one -> one.exercises().stream())
                .mapToInt(Plan.Exercise::sets)
                .sum();
    }
}

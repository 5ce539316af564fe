package io.orbita.programs;

import io.orbita.clients.Clients;
import io.orbita.clients.TimelineEntry;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.AdaptationRows.Adaptation;
import io.orbita.programs.WeekRules.Adapted;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lays a change of the plan down as the next version and brings it to the client. The reference is the id of the adaptation. */
@Component
class Adapting implements Due {
    static final String KIND = "programs.adapt";

    private final ProgramRows rows;
    private final AdaptationRows adaptations;
    private final Adaptations rules;
    private final Editing editing;
    private final Delivery delivery;
    private final Telling telling;
    private final TransactionTemplate transaction;

    Adapting(
            ProgramRows rows,
            AdaptationRows adaptations,
            Adaptations rules,
            Editing editing,
            Delivery delivery,
            Telling telling,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.adaptations = adaptations;
        this.rules = rules;
        this.editing = editing;
        this.delivery = delivery;
        this.telling = telling;
        this.transaction = transaction;
    }

    /** How the client's history hears of it. */
    @Component
    record Telling(Clients clients, Clock clock) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        long id = Long.parseLong(ref);
        Optional<Work> work = Objects.requireNonNull(transaction.execute(_ -> work(business, id)));
        if (work.isEmpty()) {
            return;
        }
        Adaptation adaptation = work.get().adaptation();
        Adapted adapted = work.get().adapted();
        boolean[] written = {false};
        editing.byItself(
                business,
                adaptation.program(),
                "adapted",
                String.join(" ", adapted.reasons()),
                _ -> adapted.content(),
                (program, _, file) -> {
                    if (stillDue(business, adaptation)
                            && program.version() == work.get().newest() + 1) {
                        written[0] = true;
                        adaptations.applied(business, id, work.get().base(), program.version(), adapted.reasons());
                        delivery.sendChanged(business, program, file, adapted.reasons());
                        remember(business, program, adaptation, adapted.reasons());
                    } else {
                        throw new ProgramRefusals.Stale();
                    }
                });
        if (!written[0]) {
            transaction.executeWithoutResult(_ -> adaptations.nothing(business, id, adapted.reasons()));
        }
    }

    private record Work(Adaptation adaptation, Adapted adapted, int base, int newest) {}

    /** What there is to do, by the plan and the week as they are now: weeks that have begun meanwhile are left alone. */
    private Optional<Work> work(BusinessId business, long id) {
        Optional<Adaptation> found =
                adaptations.find(business, id).filter(one -> one.state().equals(AdaptationRows.DUE));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Adaptation adaptation = found.get();
        ProgramRow program = rows.get(business, adaptation.program());
        if (program.endsAt() == null || program.goal() == null) {
            adaptations.nothing(business, id, adaptation.reasons());
            return Optional.empty();
        }
        int base = program.version() == adaptation.over() ? adaptation.base() : program.version();
        int from = rules.first(program, adaptation.report().week());
        return Optional.of(new Work(
                adaptation,
                rules.adapted(business, program, adaptation.report(), base, from),
                base,
                program.version()));
    }

    private boolean stillDue(BusinessId business, Adaptation adaptation) {
        return adaptations
                .find(business, adaptation.id())
                .filter(now -> now.state().equals(AdaptationRows.DUE))
                .filter(now -> now.report().equals(adaptation.report()))
                .isPresent();
    }

    private void remember(BusinessId business, ProgramRow program, Adaptation adaptation, List<String> reasons) {
        telling.clients()
                .remember(
                        business,
                        program.client(),
                        new TimelineEntry(
                                "programs.adapted",
                                "program:" + program.id() + ":version:" + program.version(),
                                telling.clock().instant(),
                                Map.of(
                                        "program",
                                        program.id(),
                                        "week",
                                        adaptation.report().week(),
                                        "version",
                                        program.version()),
                                String.join(" ", reasons),
                                null));
    }
}

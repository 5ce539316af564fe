package io.orbita.programs;

import io.orbita.businesses.Settings;
import io.orbita.clients.Clients;
import io.orbita.messaging.Button;
import io.orbita.messaging.Notices;
import io.orbita.messaging.Notices.Notice;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.AdaptationRows.Adaptation;
import io.orbita.programs.WeekRules.Adapted;
import io.orbita.programs.content.ProgramContent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plan that follows what a client says of a week: asks {@link WeekRules}, and applies, proposes or leaves it as the business has set. The same answer
 * twice changes nothing; another answer for the same week takes back what the first one changed, unless the trainer has edited the plan since.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Adaptations {
    static final String SECTION = "programs.adaptation";

    private final ProgramRows rows;
    private final VersionRows versions;
    private final AdaptationRows adaptations;
    private final Clients clients;
    private final Workshop workshop;
    private final Ways ways;
    private final Clock clock;

    Adaptations(
            ProgramRows rows,
            VersionRows versions,
            AdaptationRows adaptations,
            Clients clients,
            Workshop workshop,
            Ways ways,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.adaptations = adaptations;
        this.clients = clients;
        this.workshop = workshop;
        this.ways = ways;
        this.clock = clock;
    }

    /** Ways out of the room. */
    @Component
    record Ways(Settings settings, Notices notices, DueWork due) {}

    /** How a business wants its plans to react: {@code automatic}, {@code ask} the trainer first, or {@code off}. */
    record Mode(String mode) {
        static final Mode DEFAULT = new Mode("automatic");
    }

    public Mode mode(BusinessId business) {
        return ways.settings().get(business, SECTION, Mode.class, Mode.DEFAULT);
    }

    /** What a report does to a programme under way. */
    public Programs.Reaction reported(BusinessId business, long id, WeekReport report) {
        ProgramRow program = rows.lock(business, id);
        if (!underWay(program, report)) {
            return new Programs.Reaction(Programs.Reaction.Kind.NOTHING, List.of());
        }
        Optional<Adaptation> before = adaptations.ofWeek(business, id, report.week());
        if (before.isPresent() && before.get().report().equals(report)) {
            return reaction(before.get().state(), before.get().reasons());
        }
        boolean takesBack = before.isPresent()
                && Integer.valueOf(program.version()).equals(before.get().version());
        int base = takesBack ? before.get().base() : program.version();
        int from = first(program, report.week());
        Adapted adapted = adapted(business, program, report, base, from);
        boolean changes = versions.find(business, id, program.version())
                .map(newest -> !newest.content().equals(adapted.content()))
                .orElse(false);
        String state = !changes
                ? AdaptationRows.NOTHING
                : switch (mode(business).mode()) {
                    case "off" -> AdaptationRows.NOTHING;
                    case "ask" -> AdaptationRows.PROPOSED;
                    default -> AdaptationRows.DUE;
                };
        long kept = adaptations.keep(
                business,
                new Adaptation(
                        0,
                        id,
                        report,
                        state,
                        from,
                        base,
                        program.version(),
                        null,
                        adapted.reasons(),
                        clock.instant(),
                        null,
                        null));
        if (state.equals(AdaptationRows.DUE)) {
            ways.due().now(Adapting.KIND, business, Long.toString(kept));
        }
        tell(business, program, report, kept, state, adapted.reasons());
        return reaction(state, adapted.reasons());
    }

    /** Only a paid programme that runs or has just ended reacts, and only to weeks that have begun. */
    private boolean underWay(ProgramRow program, WeekReport report) {
        return program.endsAt() != null
                && program.version() > 0
                && report.week() >= 1
                && report.week() <= Math.min(program.weeks(), running(program));
    }

    /** The week that runs now, from 1; 0 before the first. */
    private int running(ProgramRow program) {
        Instant starts = program.startsAt();
        if (starts == null || starts.isAfter(clock.instant())) {
            return 0;
        }
        return (int) Math.min(Duration.between(starts, clock.instant()).toDays() / 7 + 1, 1_000);
    }

    /** The first week that may still change. */
    int first(ProgramRow program, int reported) {
        return Math.max(reported + 1, running(program));
    }

    /** What the rules say, made of that version. */
    Adapted adapted(BusinessId business, ProgramRow program, WeekReport report, int base, int from) {
        ProgramContent content = versions.find(business, program.id(), base)
                .orElseThrow(ProgramRefusals.NotMade::new)
                .content();
        return new WeekRules(workshop.exercises())
                .after(content, report, from, Trainees.of(clients.profile(business, program.client())));
    }

    /** The trainer's nod or refusal. */
    public Adaptation decide(BusinessId business, long program, int week, boolean apply, @Nullable Long by) {
        rows.lock(business, program);
        Adaptation open = adaptations
                .ofWeek(business, program, week)
                .filter(one -> one.state().equals(AdaptationRows.PROPOSED))
                .orElseThrow(ProgramRefusals.AdaptationDecided::new);
        adaptations.decided(
                business, open.id(), apply ? AdaptationRows.DUE : AdaptationRows.DECLINED, by, clock.instant());
        if (apply) {
            ways.due().now(Adapting.KIND, business, Long.toString(open.id()));
        }
        return adaptations.find(business, open.id()).orElseThrow();
    }

    /** Pain is always told; anything else when the trainer has to decide or was overtaken by the rules. */
    private void tell(
            BusinessId business, ProgramRow program, WeekReport report, long id, String state, List<String> reasons) {
        boolean pain = report.outcome() == WeekOutcome.PAIN;
        if (!pain && state.equals(AdaptationRows.NOTHING)) {
            return;
        }
        String name = clients.contacts(business, program.client()).name();
        String what = switch (state) {
            case AdaptationRows.PROPOSED -> "Предлагаем изменить план:";
            case AdaptationRows.DUE -> "План меняем сами:";
            default -> "План не менялся:";
        };
        List<List<Button>> buttons = state.equals(AdaptationRows.PROPOSED)
                ? List.of(List.of(
                        Button.press("Применить", ProgramBot.adaptation(id, true)),
                        Button.press("Оставить как есть", ProgramBot.adaptation(id, false))))
                : List.of();
        ways.notices()
                .tell(
                        business,
                        new Notice(
                                pain ? "programs.pain" : "programs.adaptation",
                                "adaptation:" + id + ":" + clock.instant().getEpochSecond(),
                                "%s, неделя %d: %s. %s\n%s"
                                        .formatted(
                                                name,
                                                report.week(),
                                                words(report.outcome()),
                                                what,
                                                String.join("\n", reasons)),
                                program.client(),
                                buttons));
    }

    static String words(WeekOutcome outcome) {
        return switch (outcome) {
            case DONE -> "всё сделано";
            case SKIPPED -> "неделя пропущена";
            case HARD -> "было тяжело";
            case PAIN -> "что-то болит";
        };
    }

    private static Programs.Reaction reaction(String state, List<String> reasons) {
        return new Programs.Reaction(
                switch (state) {
                    case AdaptationRows.DUE, AdaptationRows.APPLIED -> Programs.Reaction.Kind.CHANGES;
                    case AdaptationRows.PROPOSED -> Programs.Reaction.Kind.TRAINER_DECIDES;
                    default -> Programs.Reaction.Kind.NOTHING;
                },
                reasons);
    }
}

package io.orbita.programs;

import io.orbita.clients.ClientId;
import io.orbita.dialogues.Dialogues;
import io.orbita.payments.PaymentId;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the room: what a client was given, for pages that show it. */
@Component
@Transactional(readOnly = true)
public class Programs {
    private final ProgramRows rows;
    private final Mine mine;
    private final ProgramLinks links;
    private final VersionRows versions;
    private final Adaptations adaptations;
    private final Dialogues dialogues;
    private final NextOffer next;

    Programs(
            ProgramRows rows,
            Mine mine,
            ProgramLinks links,
            VersionRows versions,
            Adaptations adaptations,
            Dialogues dialogues,
            NextOffer next) {
        this.rows = rows;
        this.mine = mine;
        this.links = links;
        this.versions = versions;
        this.adaptations = adaptations;
        this.dialogues = dialogues;
        this.next = next;
    }

    /**
     * A programme as its client may see it.
     *
     * @param startsAt when its first week begins; null while nobody knows
     * @param link a relative address of the PDF that lives five minutes; null until it is made and after it was withdrawn
     */
    public record Given(
            long id,
            boolean paid,
            int weeks,
            ProgramState state,
            @Nullable Instant startsAt,
            @Nullable String link) {}

    /**
     * A paid programme that was handed over and not taken back.
     *
     * @param startsAt when its first week begins, maybe in the future
     * @param endsAt when its last week is over
     */
    public record Course(long program, ClientId client, int weeks, Instant startsAt, Instant endsAt) {}

    /** The paid programmes of a person that were handed over, the newest first. */
    public List<Course> courses(BusinessId business, ClientId client) {
        return mine.of(business, client).stream()
                .map(Programs::course)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The paid programme of that id; empty when there is none, or it was not handed over, or was taken back. */
    public Optional<Course> course(BusinessId business, long program) {
        return rows.find(business, program)
                .filter(found -> found.state() != ProgramState.WITHDRAWN)
                .flatMap(Programs::course);
    }

    /**
     * What the plan does with a reported week.
     *
     * @param reasons which rules did what, in Russian
     */
    public record Reaction(Kind kind, List<String> reasons) {
        /** Whether the plan changes within seconds, waits for the trainer's nod, or stays. */
        public enum Kind {
            NOTHING,
            CHANGES,
            TRAINER_DECIDES
        }
    }

    /**
     * A client said how a week went: the plan reacts by stated rules, as the business has set. The same report twice changes nothing; a report for a week
     * that has not begun, or for a programme that is not under way, is ignored. A paid programme only.
     */
    @Transactional
    public Reaction reported(BusinessId business, long program, WeekReport report) {
        return adaptations.reported(business, program, report);
    }

    /** Whose programme that is; empty when there is none. */
    public Optional<ClientId> owner(BusinessId business, long program) {
        return rows.find(business, program).map(ProgramRow::client);
    }

    /** The newest content of a programme that is made and was not taken back. */
    public Optional<Plan> plan(BusinessId business, long program) {
        return rows.find(business, program)
                .filter(found -> found.state() != ProgramState.WITHDRAWN)
                .flatMap(found ->
                        versions.find(business, program, found.version()).map(kept -> Plan.of(found, kept.content())));
    }

    /** A movement of a programme: the word of its cells, and how a client calls it. */
    public record Movement(String pattern, String title) {}

    /** The movements of that week and the weeks after it, in the order of their first coming up. */
    public List<Movement> movements(BusinessId business, long program, int week) {
        return rows.find(business, program)
                .flatMap(found -> versions.find(business, program, found.version()))
                .map(kept -> Movements.of(kept.content(), week))
                .orElse(List.of());
    }

    /** Whether the client may be written to about their programme without having asked: false after {@code /stop}. */
    public boolean mayRemind(BusinessId business, ClientId client) {
        return !dialogues.wantsSilence(business, client);
    }

    /**
     * Offers what comes after this programme, with the buttons of what is on sale; once for a programme, and only to those who agreed to be offered things
     * and have not bought more already. False when it was not offered.
     */
    @Transactional
    public boolean offerNext(BusinessId business, long program) {
        return rows.find(business, program)
                .map(found -> next.after(business, found))
                .orElse(false);
    }

    private static Optional<Course> course(ProgramRow program) {
        Instant starts = program.startsAt();
        Instant ends = program.endsAt();
        return starts == null || ends == null
                ? Optional.empty()
                : Optional.of(new Course(program.id(), program.client(), program.weeks(), starts, ends));
    }

    /** What a payment bought; empty when its tariff has no programme or the payment is not complete. */
    public Optional<Given> ofPayment(BusinessId business, PaymentId payment) {
        return rows.byPayment(business, payment.value()).map(this::given);
    }

    /** All that were made for the client and not taken back, the newest first. */
    public List<Given> of(BusinessId business, ClientId client) {
        return mine.of(business, client).stream().map(this::given).toList();
    }

    private Given given(ProgramRow program) {
        boolean open = program.version() > 0 && program.state() != ProgramState.WITHDRAWN;
        return new Given(
                program.id(),
                program.paid(),
                program.weeks(),
                program.state(),
                program.startsAt(),
                open ? links.to(program).url() : null);
    }
}

package io.orbita.marketing;

import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Refusal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a written rule, and says everything that is wrong with it at once. */
final class RuleReading {
    private static final Set<String> ROLES =
            Set.of("first_contact", "consultation", "deciding", "purchased", "active", "finished", "inactive");
    private static final String DELAYS = "Например PT30M, PT1H, P1D или P7D";
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final int PER_WEEK = 4;
    private static final Duration GAP = Duration.ofHours(2);
    private static final Duration SHORTEST_NIGHT_OUT = Duration.ofHours(1);

    private final RuleDraft draft;
    private final List<Refusal.Field> faults = new ArrayList<>();

    private RuleReading(RuleDraft draft) {
        this.draft = draft;
    }

    /** @throws Invalid when something is wrong */
    static Rule read(long id, int version, int rank, boolean active, RuleDraft draft) {
        return new RuleReading(draft).rule(id, version, rank, active);
    }

    private Rule rule(long id, int version, int rank, boolean active) {
        Happening since =
                one("since", draft.since(), Happening::of, Happening.values()).orElse(Happening.STARTED);
        Delay every = draft.every() == null ? null : delay("every", draft.every());
        if (every != null && every.days() < 1) {
            fault("every", "range", "Не чаще раза в день");
        }
        Delay gap = draft.gap() == null ? null : delay("gap", draft.gap());
        var quiet = new QuietHours(
                draft.quietFrom() == null ? EVENING : LocalTime.parse(draft.quietFrom()),
                draft.quietTo() == null ? MORNING : LocalTime.parse(draft.quietTo()));
        if (awake(quiet).compareTo(SHORTEST_NIGHT_OUT) < 0) {
            fault("quiet_to", "range", "Оставьте хотя бы час, когда писать можно");
        }
        var channels = channels();
        var rule = new Rule(
                id,
                version,
                rank,
                active,
                draft.name().strip(),
                draft.kind().equals("marketing") ? Rule.Kind.MARKETING : Rule.Kind.SERVICE,
                since,
                Boolean.TRUE.equals(draft.fromSilence()),
                stages(),
                steps(since, every),
                every,
                exits(),
                channels,
                draft.button() == null
                        ? Rule.Deed.NONE
                        : Rule.word(Rule.Deed.class, draft.button()).orElse(Rule.Deed.NONE),
                quiet,
                draft.perWeek() == null ? PER_WEEK : draft.perWeek(),
                gap == null ? GAP : gap.roughly());
        if (rule.button() == Rule.Deed.PAY && !since.isPayment()) {
            fault("button", "unknown", "Кнопка оплаты есть только у напоминания о начатой оплате");
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults.toArray(Refusal.Field[]::new));
        }
        return rule;
    }

    private static Duration awake(QuietHours quiet) {
        Duration night = Duration.between(quiet.from(), quiet.to());
        return Duration.ofDays(1).minus(night.isNegative() ? night.plusDays(1) : night);
    }

    private Set<String> stages() {
        List<String> asked = draft.stages() == null ? List.of() : draft.stages();
        for (int i = 0; i < asked.size(); i++) {
            if (!ROLES.contains(asked.get(i))) {
                fault(
                        "stages[" + i + "]",
                        "unknown",
                        String.join(", ", ROLES.stream().sorted().toList()));
            }
        }
        return new LinkedHashSet<>(asked);
    }

    private Set<Happening> exits() {
        List<String> asked = draft.exits() == null ? List.of() : draft.exits();
        Set<Happening> exits = new LinkedHashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            one("exits[" + i + "]", asked.get(i), Happening::of, Happening.values())
                    .ifPresent(exits::add);
        }
        if (exits.contains(Happening.of(draft.since()).orElse(null))) {
            fault("exits", "range", "То, с чего правило начинается, не может его закончить");
        }
        return exits;
    }

    private List<Rule.Way> channels() {
        List<String> asked = draft.channels() == null ? List.of("messenger", "email") : draft.channels();
        Set<Rule.Way> ways = new LinkedHashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            one("channels[" + i + "]", asked.get(i), it -> Rule.word(Rule.Way.class, it), Rule.Way.values())
                    .ifPresent(ways::add);
        }
        if (asked.isEmpty()) {
            fault("channels", "range", "Назовите хотя бы один канал");
        }
        return List.copyOf(ways);
    }

    private List<Step> steps(Happening since, @Nullable Delay every) {
        List<Step> steps = new ArrayList<>();
        Delay before = null;
        for (int i = 0; i < draft.steps().size(); i++) {
            var step = draft.steps().get(i);
            String field = "steps[" + i + "]";
            Delay after = step.after() == null ? null : delay(field + ".after", step.after());
            if (every == null && step.after() == null) {
                fault(field + ".after", "required", DELAYS);
            }
            if (every != null && step.after() != null) {
                fault(field + ".after", "range", "У повторяющегося правила шаги идут по очереди, без своих сроков");
            }
            if (after != null && before != null && after.compareTo(before) <= 0) {
                fault(field + ".after", "range", "Каждый шаг позже предыдущего");
            }
            before = after == null ? before : after;
            Template.fault(step.text(), since).ifPresent(what -> fault(field + ".text", "variable", what));
            if (step.subject() != null) {
                Template.fault(step.subject(), since).ifPresent(what -> fault(field + ".subject", "variable", what));
            }
            steps.add(new Step(after, step.text().strip(), step.subject()));
        }
        return List.copyOf(steps);
    }

    private @Nullable Delay delay(String field, String iso) {
        var delay = Delay.parse(iso);
        if (delay.isEmpty()) {
            fault(field, "format", DELAYS);
        }
        return delay.orElse(null);
    }

    private <E extends Enum<E>> java.util.Optional<E> one(
            String field, String word, Function<String, java.util.Optional<E>> read, E[] all) {
        var found = read.apply(word);
        if (found.isEmpty()) {
            fault(
                    field,
                    "unknown",
                    Arrays.stream(all)
                            .map(it -> it.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
        return found;
    }

    private void fault(String field, String code, String message) {
        faults.add(new Refusal.Field(field, code, Objects.requireNonNull(message)));
    }
}

package io.orbita.marketing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule as the engine takes it.
 *
 * @param rank of two rules that would send at the same moment the lower one does
 * @param since what it counts from; each such fact is an occasion, which a later one of the same kind ends
 * @param fromSilence whether it counts from when the client was last heard, if that was after the occasion and within three days
 * @param stages roles of which the client must stand at one; empty for anywhere
 * @param steps at least one, with growing delays
 * @param every null, or how often it repeats while the occasion lasts: the steps take turns
 * @param exits what ends an occasion when it happens then or later
 * @param channels in the order they are tried
 * @param perWeek how many reminders of all rules a client may have got in any 7 days, this one included
 * @param gap how much time at least lies between this reminder and the one before it, of any rule
 */
record Rule(
        long id,
        int version,
        int rank,
        boolean active,
        String name,
        Kind kind,
        Happening since,
        boolean fromSilence,
        Set<String> stages,
        List<Step> steps,
        @Nullable Delay every,
        Set<Happening> exits,
        List<Way> channels,
        Deed button,
        QuietHours quiet,
        int perWeek,
        Duration gap) {

    /** {@code MARKETING} goes to who agreed to it, {@code SERVICE} belongs to what the client has begun or bought. */
    enum Kind {
        SERVICE,
        MARKETING;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Over what a reminder goes. */
    enum Way {
        MESSENGER,
        EMAIL;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the button under the text does. */
    enum Deed {
        NONE,
        QUESTIONNAIRE,
        /** Asks how the week of the programme went. */
        CHECKIN,
        PRICES,
        PAY;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static <E extends Enum<E>> Optional<E> word(Class<E> type, String wire) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(wire))
                .findFirst();
    }

    boolean repeats() {
        return every != null;
    }

    /** Whether there is a step of that number, from 1. */
    boolean has(int step) {
        return step >= 1 && (repeats() || step <= steps.size());
    }

    /** The step of that number, from 1. */
    Step step(int number) {
        return steps.get((number - 1) % steps.size());
    }

    /** When the step is meant to be, before quiet hours and caps. */
    Instant meant(int number, Instant from, ZoneId zone) {
        if (every != null) {
            return every.after(from, zone, number);
        }
        Delay after = steps.get(number - 1).after();
        if (after == null) {
            throw new IllegalStateException("a step without a delay in a rule that does not repeat");
        }
        return after.after(from, zone, 1);
    }

    /** About how long after its occasion the first step comes; of a rule that repeats, one turn. */
    Duration start() {
        Delay first = every == null ? steps.getFirst().after() : every;
        return first == null ? Duration.ZERO : first.roughly();
    }

    /** About how long after its occasion the last step comes; of a rule that repeats, one turn. */
    Duration reach() {
        if (every != null) {
            return every.roughly();
        }
        Delay last = steps.getLast().after();
        return last == null ? Duration.ZERO : last.roughly();
    }
}

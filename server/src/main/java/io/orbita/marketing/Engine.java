package io.orbita.marketing;

import io.orbita.marketing.Next.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client is sent, when, and why not: pure, and the only place that knows. */
final class Engine {
    /** A step that cannot come within this time after it was meant to is not worth sending. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Comparator<Next> ORDER = Comparator.comparing(Next::at)
            .thenComparing(next -> next.rule().rank())
            .thenComparing(next -> next.rule().id())
            .thenComparing(next -> next.occasion().at())
            .thenComparing(Next::step);

    private Engine() {}

    /**
     * The next thing that happens to the client if nothing changes, not before {@code now}; empty when nothing will. What is due at {@code now} is told as
     * of {@code now}.
     */
    static Optional<Next> next(List<Rule> rules, Situation client, Past past, Instant now) {
        if (client.archived()) {
            return Optional.empty();
        }
        return rules.stream()
                .filter(rule -> rule.active() && stands(rule, client))
                .flatMap(rule -> ofRule(rule, client, past, now))
                .min(ORDER);
    }

    /** Whether a reminder that was decided still has a meaning: why not, or null. */
    static @Nullable Reason senseless(@Nullable Rule rule, String occasion, int step, Situation client, Instant now) {
        if (rule == null || !rule.active() || !rule.has(step)) {
            return Reason.RULE_CHANGED;
        }
        if (client.silent()) {
            return Reason.SILENCE;
        }
        if (rule.kind() == Rule.Kind.MARKETING && !client.consent()) {
            return Reason.NO_CONSENT;
        }
        List<Fact> occasions = client.occasions(rule.since());
        for (int i = 0; i < occasions.size(); i++) {
            Fact fact = occasions.get(i);
            if (fact.key().equals(occasion)) {
                Instant end = end(rule, client, occasions, i);
                boolean over = end != null && !now.isBefore(end);
                return over || client.archived() || !stands(rule, client) ? Reason.SENSELESS : null;
            }
        }
        return Reason.SENSELESS;
    }

    private static boolean stands(Rule rule, Situation client) {
        return rule.stages().isEmpty() || rule.stages().contains(client.stage());
    }

    private static Stream<Next> ofRule(Rule rule, Situation client, Past past, Instant now) {
        List<Fact> occasions = client.occasions(rule.since());
        return Stream.iterate(0, i -> i < occasions.size(), i -> i + 1)
                .map(i -> ofOccasion(rule, client, occasions.get(i), end(rule, client, occasions, i), past, now))
                .flatMap(Optional::stream);
    }

    /** An occasion ends by itself, with the next of its kind, or with what the rule names. */
    private static @Nullable Instant end(Rule rule, Situation client, List<Fact> occasions, int index) {
        Fact occasion = occasions.get(index);
        Instant next = index + 1 < occasions.size() ? occasions.get(index + 1).at() : null;
        return earlier(earlier(occasion.until(), next), client.first(rule.exits(), occasion));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static Optional<Next> ofOccasion(
            Rule rule, Situation client, Fact occasion, @Nullable Instant end, Past past, Instant now) {
        if (end != null && !now.isBefore(end)) {
            return Optional.empty();
        }
        Instant from = from(rule, client, occasion);
        for (int step = firstWorthwhile(rule, from, now); rule.has(step); step++) {
            Instant meant = rule.meant(step, from, client.zone());
            if (end != null && !meant.isBefore(end)) {
                return Optional.empty();
            }
            if (!meant.plus(PATIENCE).isBefore(now) && !past.isOver(new Past.Key(rule.id(), occasion.key(), step))) {
                Next next = timed(rule, client, occasion, step, from, meant, past, now);
                return end == null || next.at().isBefore(end) ? Optional.of(next) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Who talks on about something else days later has not gone silent in the middle of this. */
    private static Instant from(Rule rule, Situation client, Fact occasion) {
        boolean since = client.heard().isAfter(occasion.at())
                && !client.heard().isAfter(occasion.at().plus(PATIENCE));
        return rule.fromSilence() && since ? client.heard() : occasion.at();
    }

    /** Where to begin counting in a rule that may have repeated for years. */
    private static int firstWorthwhile(Rule rule, Instant from, Instant now) {
        Delay every = rule.every();
        if (every == null) {
            return 1;
        }
        long turns = Duration.between(from, now.minus(PATIENCE)).dividedBy(every.roughly());
        return (int) Math.clamp(turns - 1, 1, Integer.MAX_VALUE / 2);
    }

    private static Next timed(
            Rule rule, Situation client, Fact occasion, int step, Instant from, Instant meant, Past past, Instant now) {
        Instant earliest = meant.isBefore(now) ? now : meant;
        Instant allowed = allowed(rule, client, past, earliest);
        boolean overtaken =
                rule.has(step + 1) && !rule.meant(step + 1, from, client.zone()).isAfter(allowed);
        if (overtaken) {
            return new Next(earliest, rule, occasion, step, Reason.OVERTAKEN, null);
        }
        if (allowed.isAfter(meant.plus(PATIENCE))) {
            return new Next(earliest, rule, occasion, step, Reason.CAP, null);
        }
        Rule.Way way = rule.channels().stream()
                .filter(client.ways()::contains)
                .findFirst()
                .orElse(null);
        Reason reason = client.silent()
                ? Reason.SILENCE
                : rule.kind() == Rule.Kind.MARKETING && !client.consent()
                        ? Reason.NO_CONSENT
                        : way == null ? Reason.NO_CHANNEL : null;
        return new Next(allowed, rule, occasion, step, reason, reason == null ? way : null);
    }

    /** The first moment from then on that breaks neither quiet hours nor gap nor cap. Each pass only moves forward, so that it ends. */
    private static Instant allowed(Rule rule, Situation client, Past past, Instant earliest) {
        Instant at = earliest;
        Instant before;
        do {
            before = at;
            at = rule.quiet().open(at, client.zone());
            Instant last = past.lastSent();
            if (last != null && last.plus(rule.gap()).isAfter(at)) {
                at = last.plus(rule.gap());
            }
            List<Instant> week = past.sentAfter(at.minus(WEEK));
            if (week.size() >= rule.perWeek()) {
                at = week.get(week.size() - rule.perWeek()).plus(WEEK);
            }
        } while (!at.equals(before));
        return at;
    }
}

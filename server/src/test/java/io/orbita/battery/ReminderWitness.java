package io.orbita.battery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compares what was foretold with the log of the server and with what stands in the chats. */
final class ReminderWitness {
    /** A death and the new start take that long at most, on a busy machine; nothing is sent earlier than foretold. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final Duration WEEK = Duration.ofDays(7);

    private record Limits(int perWeek, Duration gap) {}

    private record Decided(Instant at, long rule, int step, String state, String reason) {
        String outcome() {
            return state.equals("sent") || state.equals("unknown") || state.equals("queued") ? "sent" : reason;
        }
    }

    private final OwnersView owner;
    private final String when;
    private final Map<Long, Limits> limits;
    private final Map<String, Long> outcomes = new TreeMap<>();
    private Duration latest = Duration.ZERO;
    private int arrived;
    private int compared;

    ReminderWitness(String url, String business, String when) {
        this.owner = new OwnersView(url);
        this.when = when + ", " + business;
        this.limits = owner.rules().stream()
                .collect(Collectors.toMap(
                        rule -> rule.path("id").asLong(),
                        rule -> new Limits(
                                rule.path("definition").path("per_week").asInt(4),
                                Duration.parse(
                                        rule.path("definition").path("gap").asString("PT2H")))));
    }

    void hear(ForetoldClient client) {
        List<Decided> decided = owner.reminders(client.card()).stream()
                .filter(line -> line.path("id").asLong() > client.lastDecision())
                .map(line -> new Decided(
                        Instant.parse(line.path("at").asString()),
                        line.path("rule_id").asLong(),
                        line.path("step").asInt(),
                        line.path("state").asString(),
                        line.path("reason").asString("")))
                .sorted(Comparator.comparing(Decided::at))
                .toList();
        String who = "%s: %s of %s".formatted(when, client.name(), client.zone());
        log(who, client, decided);
        gaps(who, decided);
        chat(who, client, decided);
    }

    private void log(String who, ForetoldClient client, List<Decided> decided) {
        assertThat(decided.stream().map(one -> one.rule() + "/" + one.step() + " " + one.outcome()))
                .as(() -> who + ": the log " + decided + " against " + client.foretold())
                .containsExactlyInAnyOrderElementsOf(client.foretold().stream()
                        .map(one -> one.rule() + "/" + one.step() + " " + one.outcome())
                        .toList());
        compared += decided.size();
        for (int i = 0; i < decided.size(); i++) {
            Duration late = Duration.between(
                    client.foretold().get(i).at(), decided.get(i).at());
            assertThat(late).as("%s: %s in time", who, decided.get(i)).isBetween(Duration.ofSeconds(-1), LATE);
            latest = late.compareTo(latest) > 0 ? late : latest;
            outcomes.merge((decided.get(i).state() + " " + decided.get(i).reason()).strip(), 1L, Long::sum);
        }
    }

    /** By when they were decided: a message that a death held up may leave right before the next one. */
    private void gaps(String who, List<Decided> decided) {
        List<Decided> sent =
                decided.stream().filter(one -> one.outcome().equals("sent")).toList();
        for (int i = 1; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 1).at(), sent.get(i).at()))
                    .as("%s: %s after the one before", who, sent.get(i))
                    .isGreaterThanOrEqualTo(
                            Objects.requireNonNull(limits.get(sent.get(i).rule()))
                                    .gap());
        }
    }

    private void chat(String who, ForetoldClient client, List<Decided> decided) {
        Map<String, Long> sent = texts(client, decided, one -> one.state().equals("sent"));
        Map<String, Long> unknown = texts(client, decided, one -> one.state().equals("unknown"));
        Map<String, Long> ruleOf = new HashMap<>();
        client.foretold().forEach(one -> ruleOf.putIfAbsent(one.text(), one.rule()));
        List<JsonNode> messages = client.messages().stream()
                .filter(message -> !said(message).isBefore(client.mark()))
                .toList();
        Map<String, Long> got = messages.stream()
                .map(message -> message.path("text").asString(""))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        got.forEach((text, count) -> assertThat(count)
                .as(() -> who + ": came so often: " + text)
                .isBetween(sent.getOrDefault(text, 0L), sent.getOrDefault(text, 0L) + unknown.getOrDefault(text, 0L)));
        assertThat(got.keySet()).as("%s: what was sent is there", who).containsAll(sent.keySet());
        arrived += messages.size();
        List<Instant> before = new ArrayList<>();
        for (JsonNode message : messages) {
            Instant at = said(message);
            Limits of = Objects.requireNonNull(
                    limits.get(ruleOf.get(message.path("text").asString(""))));
            assertThat(at.atZone(client.zone()).toLocalTime())
                    .as("%s: by their clock at %s", who, at)
                    .isBetween(LocalTime.of(10, 0), LocalTime.of(20, 59, 59, 999_999_999));
            assertThat(before.stream()
                                    .filter(one -> one.isAfter(at.minus(WEEK)))
                                    .count()
                            + 1)
                    .as("%s: within the week before %s", who, at)
                    .isLessThanOrEqualTo(of.perWeek());
            before.add(at);
        }
    }

    private static Map<String, Long> texts(
            ForetoldClient client, List<Decided> decided, java.util.function.Predicate<Decided> which) {
        Map<String, Long> texts = new HashMap<>();
        for (int i = 0; i < decided.size(); i++) {
            Decided one = decided.get(i);
            if (which.test(one)) {
                texts.merge(textOf(client, one), 1L, Long::sum);
            }
        }
        return texts;
    }

    /** The foretold one of that rule and step that is nearest in time: a rule that repeats has many. */
    private static String textOf(ForetoldClient client, Decided decided) {
        return client.foretold().stream()
                .filter(one -> one.rule() == decided.rule() && one.step() == decided.step() && one.isSent())
                .min(Comparator.comparing(
                        one -> Duration.between(one.at(), decided.at()).abs()))
                .orElseThrow()
                .text();
    }

    private static Instant said(JsonNode message) {
        return Instant.ofEpochSecond(message.path("date").asLong());
    }

    String figures() {
        return "%d decisions compared, %d messages in the chats, the latest %d s after its time; %s"
                .formatted(compared, arrived, latest.toSeconds(), outcomes);
    }
}

package io.orbita.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.marketing.Next.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngineTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

    private final List<Fact> facts = new ArrayList<>();
    private final Set<Rule.Way> ways = EnumSet.allOf(Rule.Way.class);
    private String stage = "consultation";
    private boolean consent = true;
    private boolean silent;
    private Instant heard = NOON;

    private static Rule rule(long id, Rule.Kind kind, Happening since, @Nullable String every, String... after) {
        List<Step> steps = new ArrayList<>();
        for (String one : after) {
            steps.add(new Step(Delay.parse(one).orElse(null), "text", null));
        }
        return new Rule(
                id,
                1,
                (int) id,
                true,
                "rule " + id,
                kind,
                since,
                false,
                Set.of(),
                steps,
                every == null ? null : Delay.parse(every).orElseThrow(),
                Set.of(Happening.PAYMENT_COMPLETED),
                List.of(Rule.Way.MESSENGER, Rule.Way.EMAIL),
                Rule.Deed.NONE,
                new QuietHours(LocalTime.of(21, 0), LocalTime.of(10, 0)),
                3,
                Duration.ofHours(2));
    }

    private static final Rule FREE = rule(1, Rule.Kind.MARKETING, Happening.FREE_PROGRAM, null, "P1D", "P3D", "P7D");

    private void happened(Happening what, Instant at, @Nullable Instant until) {
        facts.add(new Fact(what, what.wire() + ":" + facts.size(), at, facts.size(), until));
    }

    private Situation client() {
        return new Situation(7, BERLIN, stage, false, silent, consent, ways, heard, facts);
    }

    private List<Next> days(int days, Rule... rules) {
        return Simulation.of(List.of(rules), client(), Past.NOTHING, NOON, NOON.plus(Duration.ofDays(days)));
    }

    @Test
    void each_step_comes_at_its_time() {
        happened(Happening.FREE_PROGRAM, NOON, null);
        assertThat(days(30, FREE))
                .allMatch(Next::isSent)
                .extracting(Next::at)
                .containsExactly(
                        NOON.plus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(3)), NOON.plus(Duration.ofDays(7)));
    }

    @Test
    void what_ends_it_ends_it_and_what_came_before_does_not() {
        happened(Happening.PAYMENT_COMPLETED, NOON.minusSeconds(1), null);
        happened(Happening.FREE_PROGRAM, NOON, null);
        assertThat(days(30, FREE)).hasSize(3);
        happened(Happening.PAYMENT_COMPLETED, NOON, null);
        assertThat(days(30, FREE)).isEmpty();
    }

    @Test
    void marketing_without_consent_is_skipped_and_says_so() {
        happened(Happening.FREE_PROGRAM, NOON, null);
        consent = false;
        assertThat(days(30, FREE)).hasSize(3).allMatch(next -> next.reason() == Reason.NO_CONSENT);
        silent = true;
        assertThat(days(30, FREE)).allMatch(next -> next.reason() == Reason.SILENCE);
    }

    @Test
    void the_first_channel_that_reaches_the_client_is_taken() {
        happened(Happening.FREE_PROGRAM, NOON, null);
        assertThat(days(2, FREE)).extracting(Next::way).containsExactly(Rule.Way.MESSENGER);
        ways.remove(Rule.Way.MESSENGER);
        assertThat(days(2, FREE)).extracting(Next::way).containsExactly(Rule.Way.EMAIL);
        ways.clear();
        assertThat(days(2, FREE)).extracting(Next::reason).containsExactly(Reason.NO_CHANNEL);
    }

    @Test
    void two_rules_at_one_moment_keep_the_gap_and_their_order() {
        happened(Happening.FREE_PROGRAM, NOON, null);
        happened(Happening.STARTED, NOON, null);
        Rule other = rule(2, Rule.Kind.SERVICE, Happening.STARTED, null, "P1D");
        var next = days(2, other, FREE);
        assertThat(next).extracting(one -> one.rule().id()).containsExactly(1L, 2L);
        assertThat(next.get(1).at()).isEqualTo(next.get(0).at().plus(Duration.ofHours(2)));
    }

    @Test
    void the_cap_of_a_week_shifts_or_skips() {
        happened(Happening.FREE_PROGRAM, NOON, null);
        happened(Happening.STARTED, NOON, null);
        Rule daily = rule(2, Rule.Kind.SERVICE, Happening.STARTED, null, "P1D", "P2D", "P3D", "P4D", "P5D", "P9D");
        var sent = days(40, daily, FREE).stream()
                .filter(Next::isSent)
                .map(Next::at)
                .toList();
        for (int i = 3; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 3), sent.get(i))).isGreaterThanOrEqualTo(Duration.ofDays(7));
        }
        assertThat(days(40, daily, FREE))
                .anyMatch(next -> next.reason() == Reason.CAP || next.reason() == Reason.OVERTAKEN);
    }

    @Test
    void weekly_goes_on_while_the_programme_lasts_at_the_same_hour_over_a_change_of_the_clocks() {
        Instant begin = Instant.parse("2026-10-20T10:00:00Z");
        happened(Happening.PAID_PROGRAM, begin, begin.plus(Duration.ofDays(28)));
        Rule weekly = rule(3, Rule.Kind.SERVICE, Happening.PAID_PROGRAM, "P7D", "", "");
        var all = Simulation.of(List.of(weekly), client(), Past.NOTHING, begin, begin.plus(Duration.ofDays(90)));
        assertThat(all)
                .extracting(next -> next.at().atZone(BERLIN).toLocalTime())
                .containsOnly(LocalTime.NOON);
        assertThat(all).hasSize(3).extracting(Next::step).containsExactly(1, 2, 3);
    }

    @Test
    void a_rule_switched_on_late_does_not_catch_up_with_the_past() {
        happened(Happening.FREE_PROGRAM, NOON.minus(Duration.ofDays(5)), null);
        assertThat(days(30, FREE)).extracting(Next::step).containsExactly(2, 3);
        assertThat(days(30, FREE).getFirst().at()).isEqualTo(NOON);
        facts.clear();
        happened(Happening.FREE_PROGRAM, NOON.minus(Duration.ofDays(50)), null);
        assertThat(days(30, FREE)).isEmpty();
    }

    @Test
    void another_stage_is_not_reminded() {
        happened(Happening.FREE_PROGRAM, NOON, null);
        Rule there = new Rule(
                1,
                1,
                1,
                true,
                "r",
                Rule.Kind.SERVICE,
                Happening.FREE_PROGRAM,
                false,
                Set.of("active"),
                FREE.steps(),
                null,
                Set.of(),
                FREE.channels(),
                Rule.Deed.NONE,
                FREE.quiet(),
                3,
                FREE.gap());
        assertThat(days(30, there)).isEmpty();
        assertThat(Engine.senseless(there, "free_program:0", 1, client(), NOON)).isEqualTo(Reason.SENSELESS);
        stage = "active";
        assertThat(days(30, there)).hasSize(3);
        assertThat(Engine.senseless(there, "free_program:0", 1, client(), NOON)).isNull();
    }

    @Test
    void silence_counts_from_the_last_word() {
        Rule sleeping = rule(4, Rule.Kind.MARKETING, Happening.HEARD, null, "P30D");
        var first = days(60, sleeping);
        assertThat(first).hasSize(1).extracting(Next::at).containsExactly(NOON.plus(Duration.ofDays(30)));
        heard = NOON.plus(Duration.ofDays(3));
        assertThat(days(60, sleeping)).extracting(Next::at).containsExactly(NOON.plus(Duration.ofDays(33)));
        assertThat(Engine.senseless(sleeping, first.getFirst().occasion().key(), 1, client(), NOON))
                .isEqualTo(Reason.SENSELESS);
    }
}

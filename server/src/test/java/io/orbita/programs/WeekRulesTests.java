package io.orbita.programs;

import static io.orbita.programs.selection.TraineeBuilder.aTrainee;
import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.programs.content.Composition;
import io.orbita.programs.content.ProgramContent;
import io.orbita.programs.content.ProgramContent.Exercise;
import io.orbita.programs.content.ProgramContent.Week;
import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.exercise.Risk;
import io.orbita.programs.library.BuiltInLibrary;
import io.orbita.programs.selection.Choice;
import io.orbita.programs.selection.Selection;
import io.orbita.programs.selection.Setting;
import io.orbita.programs.selection.Trainee;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeekRulesTests {
    private static final Exercises EXERCISES = Exercises.builtIn();
    private static final String KNEES = "Колено-доминант";
    private static final Trainee ANNA = aTrainee().build();
    private static final Trainee PETR = aTrainee()
            .gender(Gender.MALE)
            .experience(Experience.INTERMEDIATE)
            .at(Setting.GYM)
            .days(4)
            .build();
    private static final ProgramContent PLAN = plan(ANNA);

    private final WeekRules rules = new WeekRules(EXERCISES);

    @Test
    void done_changes_nothing() {
        assertThat(after(PLAN, 3, WeekOutcome.DONE, null).content()).isEqualTo(PLAN);
    }

    @Test
    void a_skipped_week_is_repeated_and_the_rest_comes_a_week_later() {
        ProgramContent now = after(PLAN, 2, WeekOutcome.SKIPPED, null).content();

        assertThat(now.weeks()).hasSize(12).extracting(Week::number).containsExactlyElementsOf(range(1, 12));
        assertThat(week(now, 3).sessions()).isEqualTo(week(PLAN, 2).sessions());
        assertThat(week(now, 3).advice()).startsWith("Повторяем неделю 2");
        for (int number = 4; number <= 12; number++) {
            assertThat(week(now, number).sessions())
                    .isEqualTo(week(PLAN, number - 1).sessions());
            assertThat(week(now, number).deload())
                    .isEqualTo(week(PLAN, number - 1).deload());
        }
    }

    @Test
    void a_skipped_light_week_is_rest_and_not_made_up_for() {
        assertThat(week(PLAN, 4).deload()).isTrue();
        assertThat(after(PLAN, 4, WeekOutcome.SKIPPED, null).content()).isEqualTo(PLAN);
    }

    @Test
    void after_a_hard_week_the_next_has_a_set_less_or_a_repetition_more_in_reserve() {
        ProgramContent now = after(PLAN, 1, WeekOutcome.HARD, null).content();

        List<Exercise> before = lines(week(PLAN, 2));
        List<Exercise> after = lines(week(now, 2));
        int fewer = 0;
        int reserved = 0;
        for (int i = 0; i < before.size(); i++) {
            Exercise was = before.get(i);
            Exercise is = after.get(i);
            if (was.sets() >= 3) {
                assertThat(is.sets()).isEqualTo(was.sets() - 1);
                assertThat(is.reserve()).isEqualTo(was.reserve());
                fewer++;
            } else {
                assertThat(is.sets()).isEqualTo(was.sets());
                assertThat(is.reserve()).isEqualTo(Doses.more(was.reserve(), 1));
                reserved++;
            }
        }
        assertThat(fewer + reserved).isEqualTo(before.size());
        assertThat(now.weeks().subList(2, 12)).isEqualTo(PLAN.weeks().subList(2, 12));
        assertThat(week(now, 2).advice()).startsWith("Эта неделя легче");
    }

    @Test
    void after_a_hard_week_a_light_one_stays_as_planned() {
        assertThat(after(PLAN, 3, WeekOutcome.HARD, null).content()).isEqualTo(PLAN);
    }

    @Test
    void pain_puts_an_alternative_in_the_place_of_every_exercise_of_that_movement() {
        WeekRules.Adapted adapted = after(PLAN, 2, WeekOutcome.PAIN, KNEES);
        ProgramContent now = adapted.content();

        int replaced = 0;
        for (int number = 3; number <= 12; number++) {
            List<Exercise> before = lines(week(PLAN, number));
            List<Exercise> after = lines(week(now, number));
            for (int i = 0; i < before.size(); i++) {
                if (!before.get(i).pattern().equals(KNEES)) {
                    assertThat(after.get(i)).isEqualTo(before.get(i));
                    continue;
                }
                Exercise was = before.get(i);
                Exercise is = after.get(i);
                if (!is.name().equals(was.name())) {
                    replaced++;
                    assertThat(was.alternatives()).contains(is.name());
                    assertThat(EXERCISES.find(is.name()).orElseThrow().possibleWith(ANNA.tools()))
                            .isTrue();
                    assertThat(is.reserve()).isEqualTo(Doses.more(was.reserve(), 1));
                    assertThat(is.alternatives()).doesNotContain(is.name());
                } else {
                    assertThat(is.sets()).isEqualTo(Math.max(1, was.sets() - 1));
                    assertThat(is.notes()).anyMatch(note -> note.contains("Не через боль"));
                }
            }
        }
        assertThat(replaced).isPositive();
        assertThat(adapted.reasons()).anyMatch(reason -> reason.contains("заменено на"));
        assertThat(now.techniques().size())
                .isGreaterThanOrEqualTo(PLAN.techniques().size());
    }

    @Test
    void pain_takes_no_alternative_that_a_limitation_or_missing_equipment_forbids() {
        Trainee fragile = aTrainee().at(Setting.HOME).sparing(Risk.KNEES).build();
        ProgramContent now = rules.after(PLAN, new WeekReport(2, WeekOutcome.PAIN, KNEES), 3, fragile)
                .content();
        Stream<Exercise> replaced = IntStream.rangeClosed(3, 12).boxed().flatMap(number -> {
            List<Exercise> before = lines(week(PLAN, number));
            List<Exercise> after = lines(week(now, number));
            return IntStream.range(0, before.size())
                    .filter(i -> !before.get(i).name().equals(after.get(i).name()))
                    .mapToObj(after::get);
        });
        assertThat(replaced).allSatisfy(line -> {
            var known = EXERCISES.find(line.name()).orElseThrow();
            assertThat(known.safeFor(fragile.risks())).isTrue();
            assertThat(known.possibleWith(fragile.tools())).isTrue();
        });
    }

    @Test
    void pain_in_an_unnamed_movement_makes_the_next_week_lighter() {
        ProgramContent now = after(PLAN, 1, WeekOutcome.PAIN, null).content();
        assertThat(sets(week(now, 2))).isLessThan(sets(week(PLAN, 2)));
        assertThat(now.weeks().subList(2, 12)).isEqualTo(PLAN.weeks().subList(2, 12));
    }

    @Test
    void a_late_answer_changes_nothing_but_pain_still_counts() {
        assertThat(rules.after(PLAN, new WeekReport(2, WeekOutcome.HARD, null), 5, ANNA)
                        .content())
                .isEqualTo(PLAN);
        assertThat(rules.after(PLAN, new WeekReport(2, WeekOutcome.SKIPPED, null), 5, ANNA)
                        .content())
                .isEqualTo(PLAN);
        ProgramContent now = rules.after(PLAN, new WeekReport(2, WeekOutcome.PAIN, KNEES), 5, ANNA)
                .content();
        assertThat(now.weeks().subList(0, 4)).isEqualTo(PLAN.weeks().subList(0, 4));
        assertThat(now).isNotEqualTo(PLAN);
    }

    @Test
    void after_the_last_week_there_is_nothing_to_change() {
        for (WeekOutcome outcome : WeekOutcome.values()) {
            assertThat(after(PLAN, 12, outcome, KNEES).content()).isEqualTo(PLAN);
        }
    }

    @Test
    void any_answers_in_any_order_never_touch_a_past_week_and_always_come_out_the_same() {
        var random = new Random(3);
        for (ProgramContent start : List.of(PLAN, plan(PETR))) {
            for (int round = 0; round < 150; round++) {
                ProgramContent one = start;
                ProgramContent other = start;
                for (int number = 1; number <= 12; number++) {
                    WeekOutcome outcome = WeekOutcome.values()[random.nextInt(4)];
                    String pattern = outcome == WeekOutcome.PAIN && random.nextInt(4) > 0 ? some(one, random) : null;
                    var report = new WeekReport(number, outcome, pattern);
                    int from = number + 1 + (random.nextInt(5) == 0 ? 1 : 0);
                    ProgramContent next = rules.after(one, report, from, ANNA).content();
                    other = new WeekRules(EXERCISES)
                            .after(other, report, from, ANNA)
                            .content();
                    int past = Math.min(from - 1, 12);
                    assertThat(next.weeks().subList(0, past))
                            .isEqualTo(one.weeks().subList(0, past));
                    assertThat(next.weeks()).extracting(Week::number).containsExactlyElementsOf(range(1, 12));
                    assertThat(lines(next)).allSatisfy(line -> {
                        assertThat(line.sets()).isBetween(1, 20);
                        assertThat(line.reps()).isNotBlank();
                        assertThat(line.notes().size()).isLessThanOrEqualTo(10);
                    });
                    assertThat(next.weeks())
                            .allSatisfy(week ->
                                    assertThat(week.advice().length()).isLessThanOrEqualTo(WeekRules.LONGEST_ADVICE));
                    one = next;
                }
                assertThat(other).isEqualTo(one);
            }
        }
    }

    @Test
    void twelve_scripted_weeks_give_the_expected_plan() throws IOException {
        ProgramContent now = PLAN;
        now = after(now, 1, WeekOutcome.DONE, null).content();
        now = after(now, 2, WeekOutcome.SKIPPED, null).content();
        now = after(now, 3, WeekOutcome.HARD, null).content();
        now = after(now, 4, WeekOutcome.PAIN, KNEES).content();

        assertThat(week(now, 3).sessions()).isEqualTo(week(PLAN, 2).sessions());
        assertThat(sets(week(now, 4))).isLessThan(sets(week(PLAN, 3)));
        assertThat(week(now, 5).deload()).isTrue();
        assertThat(lines(week(now, 6)).stream().map(Exercise::name))
                .isNotEqualTo(lines(week(PLAN, 5)).stream().map(Exercise::name).toList());
        Path out = Path.of("target", "adapted.pdf");
        Files.createDirectories(out.getParent());
        byte[] pdf = new Workshop().print(now, "Студия", "https://t.me/orbita_demo_bot?start=p-1");
        Files.write(out, pdf);
        assertThat(Guest.text(pdf))
                .contains("Повторяем неделю 2")
                .contains("Эта неделя легче")
                .contains("Неделя 12");
        assertThat(pdf.length).isLessThan(400_000);
    }

    private WeekRules.Adapted after(ProgramContent plan, int week, WeekOutcome outcome, @Nullable String pattern) {
        return rules.after(plan, new WeekReport(week, outcome, pattern), week + 1, ANNA);
    }

    private static String some(ProgramContent plan, Random random) {
        var patterns = lines(plan).stream().map(Exercise::pattern).distinct().toList();
        return patterns.get(random.nextInt(patterns.size()));
    }

    private static Week week(ProgramContent plan, int number) {
        return plan.weeks().get(number - 1);
    }

    private static int sets(Week week) {
        return lines(week).stream().mapToInt(Exercise::sets).sum();
    }

    private static List<Exercise> lines(Week week) {
        return week.sessions().stream()
                .flatMap(session -> session.exercises().stream())
                .toList();
    }

    private static List<Exercise> lines(ProgramContent plan) {
        var lines = new ArrayList<Exercise>();
        plan.weeks().forEach(week -> lines.addAll(lines(week)));
        return lines;
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    private static ProgramContent plan(Trainee trainee) {
        Gender gender = trainee.gender() == null ? Gender.FEMALE : trainee.gender();
        var chosen = (Choice.Chosen)
                new Selection(EXERCISES).choose(BuiltInLibrary.templates(gender, EXERCISES), trainee, 12);
        return new Composition(EXERCISES).compose(chosen.winner(), trainee, "Анна", 12, 1);
    }
}

package io.orbita.programs.content;

import static io.orbita.programs.selection.TraineeBuilder.aTrainee;
import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.exercise.Risk;
import io.orbita.programs.library.BuiltInLibrary;
import io.orbita.programs.selection.Choice;
import io.orbita.programs.selection.Selection;
import io.orbita.programs.selection.Trainee;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Goal;
import io.orbita.programs.template.Template;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class CompositionTests {
    private static final Exercises EXERCISES = Exercises.builtIn();
    private static final List<Template> WOMEN = BuiltInLibrary.templates(Gender.FEMALE, EXERCISES);

    private final Composition composition = new Composition(EXERCISES);

    @Test
    void the_free_programme_is_the_first_week_and_says_what_the_full_one_adds() {
        ProgramContent content = compose(aTrainee().build(), "Анна", 1, 7);

        assertThat(content.paid()).isFalse();
        assertThat(content.weeks()).extracting(ProgramContent.Week::number).containsExactly(1);
        assertThat(content.offer())
                .isNotNull()
                .satisfies(offer -> assertThat(offer.points())
                        .first()
                        .asString()
                        .isEqualTo("Ещё 11 недель: всего 36 тренировок, расписанных по дням."));
        assertThat(content.intro()).first().asString().startsWith("Анна, ");
    }

    @Test
    void the_paid_programme_has_four_or_twelve_weeks_and_no_offer() {
        assertThat(compose(aTrainee().build(), "Анна", 4, 7).weeks()).hasSize(4);
        ProgramContent full = compose(aTrainee().build(), "Анна", 12, 7);
        assertThat(full.title()).isEqualTo("Программа тренировок на 12 недель");
        assertThat(full.weeks())
                .hasSize(12)
                .filteredOn(ProgramContent.Week::deload)
                .extracting(ProgramContent.Week::number)
                .containsExactly(4, 8, 12);
        assertThat(full.offer()).isNull();
    }

    @Test
    void the_table_is_the_templates() {
        Trainee trainee = aTrainee().build();
        Choice.Candidate chosen = choose(trainee);

        ProgramContent content = composition.compose(chosen, trainee, "Анна", 12, 1);

        for (int week = 0; week < 12; week++) {
            assertThat(content.weeks().get(week).sessions())
                    .flatExtracting(ProgramContent.Session::exercises)
                    .extracting("name", "sets", "reps")
                    .containsExactlyElementsOf(chosen.template().weeks().get(week).sessions().stream()
                            .flatMap(session -> session.exercises().stream())
                            .map(line -> org.assertj.core.groups.Tuple.tuple(line.name(), line.sets(), line.reps()))
                            .toList());
        }
    }

    @Test
    void starting_weights_stand_in_the_first_week_only() {
        ProgramContent content = compose(aTrainee().build(), "Анна", 4, 1);

        assertThat(content.weeks().getFirst().sessions())
                .flatExtracting(ProgramContent.Session::exercises)
                .extracting(ProgramContent.Exercise::load)
                .contains("2×3 кг");
        assertThat(content.weeks().get(1).sessions())
                .flatExtracting(ProgramContent.Session::exercises)
                .extracting(ProgramContent.Exercise::load)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_in_it_names_the_template(Goal goal) {
        for (Experience level : Experience.values()) {
            String json = new JsonMapper()
                    .writeValueAsString(compose(
                            aTrainee()
                                    .goal(goal)
                                    .experience(level)
                                    .age(70)
                                    .sparing(Risk.BACK)
                                    .build(),
                            "Анна",
                            12,
                            3));
            assertThat(json)
                    .doesNotContainIgnoringCase("women")
                    .doesNotContain("балл")
                    .doesNotContain("{range}");
        }
    }

    @Test
    void it_survives_json() {
        ProgramContent content = compose(aTrainee().sparing(Risk.HEART).build(), "Анна «Кнопка»", 12, 3);
        var json = new JsonMapper();

        assertThat(json.readValue(json.writeValueAsString(content), ProgramContent.class))
                .isEqualTo(content);
    }

    @Test
    void words_follow_the_seed_and_only_the_seed() {
        assertThat(compose(aTrainee().build(), "Анна", 12, 5))
                .isEqualTo(compose(aTrainee().build(), "Анна", 12, 5));
        assertThat(LongStream.range(0, 6)
                        .mapToObj(seed -> compose(aTrainee().build(), "Анна", 12, seed)
                                .weeks()
                                .get(4)
                                .advice())
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void a_new_block_tells_its_range_and_a_deload_that_it_is_lighter_already() {
        ProgramContent content = compose(aTrainee().build(), "", 12, 0);

        assertThat(content.weeks().get(4).advice()).contains("12-10");
        assertThat(content.weeks().get(8).advice()).contains("10-8");
        assertThat(LongStream.range(0, 3)
                        .mapToObj(seed -> compose(aTrainee().build(), "", 12, seed)
                                .weeks()
                                .get(3)
                                .advice()))
                .allMatch(advice -> advice.contains("уже"));
    }

    @Test
    void a_health_warning_brings_the_doctors_note() {
        assertThat(compose(aTrainee().build(), "Анна", 1, 1).doctorsNote()).isNull();
        assertThat(compose(aTrainee().sparing(Risk.HEART).build(), "Анна", 1, 1).doctorsNote())
                .contains("врачу");
        assertThat(compose(aTrainee().sparing(Risk.PREGNANCY).build(), "Анна", 1, 1)
                        .doctorsNote())
                .contains("беременность");
    }

    private ProgramContent compose(Trainee trainee, String name, int weeks, long seed) {
        return composition.compose(choose(trainee), trainee, name, weeks, seed);
    }

    private static Choice.Candidate choose(Trainee trainee) {
        return ((Choice.Chosen) new Selection(EXERCISES).choose(WOMEN, trainee, 12)).winner();
    }
}

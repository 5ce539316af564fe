package io.orbita.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.clients.Profile;
import io.orbita.programs.exercise.Equipment;
import io.orbita.programs.exercise.Risk;
import io.orbita.programs.selection.Choice;
import io.orbita.programs.selection.Selection;
import io.orbita.programs.selection.Setting;
import io.orbita.programs.selection.Trainee;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Goal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TraineesTests {
    private static final Workshop WORKSHOP = new Workshop();

    @Test
    void the_codes_of_the_questionnaire_are_understood() {
        Trainee trainee = Trainees.of(new Profile(
                "female",
                32,
                "intermediate",
                "weight_loss",
                168,
                new BigDecimal("64.5"),
                "sedentary",
                3,
                "outdoors",
                List.of("dumbbells", "bands", "pull_up_bar", "parallel_bars", "trx", "none"),
                List.of("knees", "pregnancy"),
                "",
                Map.of()));

        assertThat(trainee.gender()).isEqualTo(Gender.FEMALE);
        assertThat(trainee.goal()).isEqualTo(Goal.FAT_LOSS);
        assertThat(trainee.setting()).isEqualTo(Setting.OUTDOORS);
        assertThat(trainee.equipment())
                .containsExactlyInAnyOrder(
                        Equipment.DUMBBELLS,
                        Equipment.BANDS,
                        Equipment.PULL_UP_BAR,
                        Equipment.DIP_BARS,
                        Equipment.SUSPENSION);
        assertThat(trainee.limitations()).containsExactlyInAnyOrder(Risk.KNEES, Risk.PREGNANCY);
        assertThat(trainee.doctorFirst()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "muscle, MUSCLE",
        "muscle_gain, MUSCLE",
        "shape, RECOMPOSITION",
        "recomposition, RECOMPOSITION",
        "endurance, ENDURANCE"
    })
    void each_goal_has_its_code(String code, Goal goal) {
        assertThat(Trainees.of(profile(code, List.of())).goal()).isEqualTo(goal);
    }

    @Test
    void nothing_known_and_nonsense_are_the_same() {
        assertThat(Trainees.of(profile("fly to the moon", List.of())).goal()).isNull();
        assertThat(Trainees.of(profile("muscle", List.of("none"))).doctorFirst())
                .isFalse();
        assertThat(Trainees.of(profile("muscle", List.of("other"))).doctorFirst())
                .isTrue();
    }

    /** The reserve must never be empty-handed: all sets of limitations, places and both genders, with nothing at hand. */
    @ParameterizedTest
    @EnumSource
    void the_library_has_something_for_everybody(Gender gender) {
        List<String> codes = List.of("knees", "back", "shoulders", "heart", "pregnancy");
        var selection = new Selection(WORKSHOP.exercises());
        for (int mask = 0; mask < 32; mask++) {
            int chosen = mask;
            List<String> limitations = codes.stream()
                    .filter(code -> (chosen >> codes.indexOf(code) & 1) == 1)
                    .toList();
            for (String place : List.of("home", "gym", "outdoors")) {
                Trainee trainee = Trainees.of(new Profile(
                        gender == Gender.MALE ? "male" : "female",
                        60,
                        "beginner",
                        "endurance",
                        160,
                        new BigDecimal("120"),
                        null,
                        2,
                        place,
                        List.of(),
                        limitations,
                        null,
                        Map.of()));
                assertThat(selection.choose(WORKSHOP.library(gender), trainee, 12))
                        .as(limitations + " " + place)
                        .isInstanceOf(Choice.Chosen.class);
            }
        }
    }

    private static Profile profile(String goal, List<String> limitations) {
        return new Profile(
                null, null, null, goal, null, null, null, null, null, List.of(), limitations, null, Map.of());
    }
}

package io.orbita.programs.selection;

import static io.orbita.programs.selection.TraineeBuilder.aTrainee;
import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.exercise.Risk;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartingLoadsTests {
    private final Exercises exercises = Exercises.builtIn();
    private final TraineeBuilder man = aTrainee()
            .gender(Gender.MALE)
            .experience(Experience.INTERMEDIATE)
            .body(180, 80.0)
            .at(Setting.GYM);

    @Test
    void a_share_of_the_body_weight_rounded_to_what_there_is() {
        assertThat(load("Жим гантелей лёжа", man.build())).contains("2×14 кг");
        assertThat(load("Гоблет-присед", man.build())).contains("16 кг");
        assertThat(load("Приседания со штангой", man.build())).contains("50 кг");
        assertThat(load("Жим ногами", man.build())).contains("85 кг");
    }

    @Test
    void women_beginners_and_older_people_begin_lighter_and_advanced_heavier() {
        assertThat(load("Жим гантелей лёжа", aTrainee().body(168, 60.0).build()))
                .contains("2×3 кг");
        assertThat(load("Приседания со штангой", man.age(60).build())).contains("35 кг");
        assertThat(load(
                        "Приседания со штангой",
                        man.age(30).experience(Experience.ADVANCED).build()))
                .contains("67,5 кг");
        assertThat(load(
                        "Жим штанги стоя",
                        aTrainee().body(160, 50.0).at(Setting.GYM).build()))
                .contains("пустой гриф");
    }

    @Test
    void a_heavy_body_does_not_make_heavy_weights() {
        assertThat(load("Жим ногами", man.body(180, 160.0).build()))
                .isEqualTo(load("Жим ногами", man.body(180, 88.0).build()))
                .contains("95 кг");
    }

    @Test
    void dumbbells_at_home_have_an_end() {
        assertThat(load(
                        "Хип-траст с гантелью",
                        man.experience(Experience.ADVANCED).at(Setting.HOME).build()))
                .contains("20 кг");
    }

    @Test
    void nothing_is_said_when_it_would_be_a_guess() {
        assertThat(load("Планка", man.build())).isEmpty();
        assertThat(load("Гоблет-присед", man.body(180, null).build())).isEmpty();
        assertThat(load("Гоблет-присед", aTrainee().gender(null).build())).isEmpty();
        assertThat(load("Гоблет-присед", aTrainee().sparing(Risk.PREGNANCY).build()))
                .isEmpty();
    }

    private Optional<String> load(String exercise, Trainee trainee) {
        return StartingLoads.of(exercises.find(exercise).orElseThrow(), trainee);
    }
}

package io.orbita.programs.selection;

import static io.orbita.programs.selection.TraineeBuilder.aTrainee;
import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.programs.exercise.Risk;
import io.orbita.programs.template.AgeBand;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Goal;
import io.orbita.programs.template.Place;
import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Session;
import io.orbita.programs.template.Template;
import io.orbita.programs.template.Week;
import java.util.List;
import org.junit.jupiter.api.Test;

class DosageTests {
    @Test
    void a_template_that_suits_is_given_as_it_stands() {
        Trainee trainee = aTrainee().experience(Experience.INTERMEDIATE).build();

        assertThat(Dosage.of(template(), trainee).apply(week())).isEqualTo(week());
        assertThat(Dosage.of(template(), trainee).reasons()).isEmpty();
    }

    @Test
    void more_experience_than_the_template_adds_a_set_to_the_first_two() {
        assertThat(sets(aTrainee().experience(Experience.ADVANCED).build())).containsExactly(4, 4, 3);
    }

    @Test
    void less_experience_takes_a_set_off_the_others_and_leaves_more_in_reserve() {
        Trainee trainee = aTrainee().experience(Experience.BEGINNER).build();

        assertThat(sets(trainee)).containsExactly(3, 3, 2);
        assertThat(notes(trainee)).contains("RIR 3-4", "темп 3-1-1");
    }

    @Test
    void age_beyond_the_band_is_dosed_gently() {
        Trainee trainee = aTrainee().experience(Experience.INTERMEDIATE).age(52).build();

        assertThat(sets(trainee)).containsExactly(3, 3, 2);
        assertThat(notes(trainee)).contains("RIR 3-4");
        assertThat(Dosage.of(template(), trainee).reasons())
                .singleElement()
                .asString()
                .contains("52");
    }

    @Test
    void a_heavy_body_begins_lighter_for_two_weeks() {
        Trainee trainee =
                aTrainee().experience(Experience.INTERMEDIATE).body(160, 100.0).build();

        assertThat(sets(trainee)).containsExactly(3, 3, 2);
        assertThat(Dosage.of(template(), trainee)
                        .apply(new Week(3, false, week().sessions()))
                        .sessions())
                .isEqualTo(week().sessions());
    }

    @Test
    void a_heart_gets_no_sets_to_the_limit() {
        Trainee trainee = aTrainee()
                .experience(Experience.INTERMEDIATE)
                .sparing(Risk.HEART)
                .build();

        Week dosed = Dosage.of(template(), trainee).apply(week());

        assertThat(dosed.sessions().getFirst().exercises())
                .extracting(Prescription::reps)
                .containsExactly("16-12", "12-10", "30 сек");
        assertThat(notes(trainee)).contains("RIR 4-5");
    }

    private static List<Integer> sets(Trainee trainee) {
        return Dosage.of(template(), trainee).apply(week()).sessions().getFirst().exercises().stream()
                .map(Prescription::sets)
                .toList();
    }

    private static List<String> notes(Trainee trainee) {
        return Dosage.of(template(), trainee)
                .apply(week())
                .sessions()
                .getFirst()
                .exercises()
                .getFirst()
                .notes();
    }

    private static Week week() {
        return new Week(
                1,
                false,
                List.of(new Session(
                        1,
                        "A",
                        "FB",
                        List.of(
                                new Prescription(
                                        "Гоблет-присед",
                                        3,
                                        "16-12",
                                        "Колено-доминант",
                                        List.of(),
                                        List.of("RIR 2-3", "темп 3-1-1")),
                                new Prescription(
                                        "Подтягивания", 3, "макс", "Тяга вертикальная", List.of(), List.of("RIR 2–3")),
                                new Prescription("Планка", 3, "30 сек", "Кор", List.of(), List.of())))));
    }

    private static Template template() {
        return new Template(
                "Women_1",
                Gender.FEMALE,
                new AgeBand(17, 45),
                Goal.FAT_LOSS,
                Experience.INTERMEDIATE,
                Place.HOME,
                List.of(week()));
    }
}

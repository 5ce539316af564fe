package io.orbita.programs.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExercisesTests {
    private final Exercises exercises = Exercises.builtIn();

    @Test
    void the_catalogue_is_large_and_whole() {
        assertThat(exercises.all()).hasSizeGreaterThan(200).allSatisfy(exercise -> {
            assertThat(exercise.cue()).isNotBlank().hasSizeLessThan(70);
            assertThat(exercise.substitutes())
                    .isNotEmpty()
                    .allMatch(name -> exercises.find(name).isPresent());
            assertThat(exercise.substitutes()).doesNotContain(exercise.name());
        });
    }

    @ParameterizedTest
    @EnumSource
    void everything_has_a_stand_in_without_any_equipment_that_is_safe(Risk risk) {
        assertThat(exercises.all())
                .allSatisfy(exercise -> assertThat(reachable(exercise))
                        .as("%s, %s", exercise.name(), risk)
                        .anyMatch(other -> other.possibleWith(Set.of()) && other.safeFor(EnumSet.of(risk))));
    }

    @Test
    void names_are_found_in_any_spelling() {
        assertThat(exercises.find("  ГОБЛЕТ–ПРИСЕД ")).isPresent();
        assertThat(exercises.find("румынская\u00A0тяга с гантелями")).isPresent();
        assertThat(exercises.find("Мертвый жук")).map(Exercise::name).contains("Мёртвый жук");
        assertThat(exercises.find("Хип-траст")).map(Exercise::name).contains("Хип-траст со штангой");
        assertThat(exercises.find("Прыжки через костёр")).isEmpty();
    }

    @Test
    void equipment_is_recognised_in_free_text() {
        assertThat(Equipment.mentionedIn("Две гантели по 5 кг, фитнес-резинка и коврик"))
                .containsExactlyInAnyOrder(Equipment.DUMBBELLS, Equipment.BANDS);
        assertThat(Equipment.mentionedIn("нет")).isEmpty();
        assertThat(Equipment.mentionedIn("Турник, гиря 16"))
                .containsExactlyInAnyOrder(Equipment.PULL_UP_BAR, Equipment.KETTLEBELL);
        assertThat(Equipment.mentionedIn("велотренажёр")).containsExactly(Equipment.CARDIO_MACHINE);
    }

    private Set<Exercise> reachable(Exercise from) {
        var seen = new HashSet<Exercise>();
        var queue = new ArrayDeque<>(Set.of(from));
        while (!queue.isEmpty()) {
            for (String name : queue.remove().substitutes()) {
                Exercise next = exercises.find(name).orElseThrow();
                if (seen.add(next)) {
                    queue.add(next);
                }
            }
        }
        return seen;
    }
}

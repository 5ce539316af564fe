package io.orbita.programs.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.orbita.programs.exercise.Exercise;
import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.exercise.Risk;
import io.orbita.programs.sheet.SheetOutcome;
import io.orbita.programs.sheet.SheetWriter;
import io.orbita.programs.sheet.TemplateSheets;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Goal;
import io.orbita.programs.template.Place;
import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Session;
import io.orbita.programs.template.Template;
import io.orbita.programs.template.Week;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The committed library is what the stated rules give, and a coach would sign it. */
class BuiltInLibraryTests {
    private static final Exercises EXERCISES = Exercises.builtIn();
    private static final Map<Gender, List<Template>> TEMPLATES = new EnumMap<>(Gender.class);

    /** After a change of rules, catalogue or rotation: {@code -Dorbita.library.write=true} writes the sheets anew. */
    @ParameterizedTest
    @EnumSource
    void the_committed_sheet_is_what_the_rules_give(Gender gender) throws IOException {
        String built = SheetWriter.write(new LibraryBuilder(EXERCISES).build(gender));
        Path committed = Path.of("src/main/resources/programs/library", BuiltInLibrary.fileName(gender));
        if (Boolean.getBoolean("orbita.library.write")) {
            Files.writeString(committed, built);
        }
        assertThat(Files.readString(committed)).isEqualTo(built);
    }

    @ParameterizedTest
    @EnumSource
    void the_sheet_reads_back_as_it_was_built_without_a_single_remark(Gender gender) {
        byte[] sheet =
                SheetWriter.write(new LibraryBuilder(EXERCISES).build(gender)).getBytes(StandardCharsets.UTF_8);

        assertThat(new TemplateSheets(EXERCISES).read(sheet, null, gender))
                .isEqualTo(new SheetOutcome.Accepted(new LibraryBuilder(EXERCISES).build(gender), List.of()));
    }

    @Test
    void every_goal_level_and_place_is_there_for_both_and_two_to_five_days() {
        for (Gender gender : Gender.values()) {
            List<Template> templates = templates(gender);
            for (Goal goal : Goal.values()) {
                for (Experience level : Experience.values()) {
                    for (Place place : Place.values()) {
                        assertThat(templates)
                                .anyMatch(template -> template.goal() == goal
                                        && template.experience() == level
                                        && template.place() == place);
                    }
                }
            }
            assertThat(templates.stream()
                            .mapToInt(Template::daysPerWeek)
                            .distinct()
                            .sorted()
                            .toArray())
                    .containsExactly(2, 3, 4, 5);
        }
    }

    @Test
    void twelve_weeks_with_a_deload_in_each_fourth_and_the_same_days_every_week() {
        assertThat(all()).allSatisfy(template -> {
            assertThat(template.weeks()).hasSize(12);
            assertThat(template.weeks()).allSatisfy(week -> {
                assertThat(week.deload()).isEqualTo(week.number() % 4 == 0);
                assertThat(week.sessions()).hasSize(template.daysPerWeek());
            });
        });
    }

    @Test
    void a_deload_is_a_fifth_lighter_than_the_week_before() {
        assertThat(all()).allSatisfy(template -> {
            for (int week = 4; week <= 12; week += 4) {
                double ratio = volume(template.weeks().get(week - 1))
                        / volume(template.weeks().get(week - 2));
                assertThat(ratio).as("%s week %d", template.profile(), week).isCloseTo(0.8, within(0.04));
            }
        });
    }

    @Test
    void work_grows_within_a_block() {
        assertThat(all()).allSatisfy(template -> {
            for (int first = 1; first <= 9; first += 4) {
                assertThat(volume(template.weeks().get(first)))
                        .isGreaterThanOrEqualTo(volume(template.weeks().get(first - 1)));
                assertThat(reserve(template.weeks().get(first + 1)))
                        .as("%s from week %d", template.profile(), first)
                        .isLessThan(reserve(template.weeks().get(first - 1)));
            }
        });
    }

    @Test
    void repetitions_fall_block_by_block_as_the_rules_say() {
        assertThat(prescriptionsIn(1))
                .extracting(Prescription::reps)
                .anyMatch("16-12"::equals)
                .noneMatch("12-10"::equals);
        assertThat(prescriptionsIn(6))
                .extracting(Prescription::reps)
                .anyMatch("12-10"::equals)
                .noneMatch("16-12"::equals);
        assertThat(prescriptionsIn(11))
                .extracting(Prescription::reps)
                .anyMatch("10-8"::equals)
                .noneMatch("16-12"::equals);
    }

    @Test
    void a_session_is_five_or_six_different_exercises_that_the_catalogue_knows() {
        assertThat(sessions()).allSatisfy(session -> {
            assertThat(session.exercises()).hasSizeBetween(5, 6);
            assertThat(session.exercises()).extracting(Prescription::name).doesNotHaveDuplicates();
            assertThat(session.exercises()).allSatisfy(exercise -> {
                assertThat(EXERCISES.find(exercise.name())).isPresent();
                assertThat(exercise.alternatives()).as(exercise.name()).isNotEmpty();
                assertThat(exercise.alternatives())
                        .allMatch(name -> EXERCISES.find(name).isPresent());
            });
        });
    }

    @Test
    void a_whole_body_session_has_legs_a_push_and_a_pull() {
        assertThat(sessions())
                .filteredOn(session -> session.microcycle().equals("FB"))
                .allSatisfy(session -> {
                    Set<String> patterns = session.exercises().stream()
                            .map(Prescription::pattern)
                            .collect(Collectors.toSet());
                    assertThat(patterns).anyMatch(pattern -> pattern.startsWith("Толчок"));
                    assertThat(patterns).anyMatch(pattern -> pattern.startsWith("Тяга"));
                    assertThat(patterns).contains("Колено-доминант");
                    assertThat(patterns).containsAnyOf("Таз-доминант", "Задняя поверхность бедра", "Ягодицы");
                });
    }

    @Test
    void women_get_more_glutes_and_hamstrings_than_men() {
        assertThat(backOfTheLeg(templates(Gender.FEMALE)) * 10)
                .isGreaterThan(backOfTheLeg(templates(Gender.MALE)) * 12);
    }

    @Test
    void a_beginner_begins_with_two_sets_and_is_given_nothing_above_his_level() {
        assertThat(all())
                .filteredOn(template -> template.experience() == Experience.BEGINNER)
                .allSatisfy(template -> {
                    assertThat(prescriptions(template.weeks().getFirst())).allMatch(exercise -> exercise.sets() <= 2);
                    assertThat(template.weeks())
                            .flatExtracting(BuiltInLibraryTests::prescriptions)
                            .allMatch(exercise -> known(exercise.name()).level() == Experience.BEGINNER);
                });
    }

    @Test
    void people_from_46_on_do_not_jump() {
        assertThat(all())
                .filteredOn(template -> template.ages().from() == 46)
                .isNotEmpty()
                .allSatisfy(template -> assertThat(template.weeks())
                        .flatExtracting(BuiltInLibraryTests::prescriptions)
                        .noneMatch(exercise -> known(exercise.name()).risks().contains(Risk.IMPACT)));
    }

    @Test
    void a_set_of_a_plank_is_a_time() {
        assertThat(sessions())
                .flatExtracting(Session::exercises)
                .filteredOn(exercise ->
                        exercise.name().contains("ланка") && !exercise.name().contains("касанием"))
                .isNotEmpty()
                .allMatch(exercise -> exercise.reps().contains("сек"));
    }

    private static double volume(Week week) {
        List<Prescription> exercises = prescriptions(week);
        return Periodisation.volume(
                exercises.stream().map(Prescription::sets).toList(),
                exercises.stream().map(Prescription::reps).toList());
    }

    private static int reserve(Week week) {
        return prescriptions(week).stream()
                .flatMap(exercise -> exercise.notes().stream())
                .filter(note -> note.startsWith("RIR "))
                .mapToInt(note -> note.charAt(4) - '0')
                .min()
                .orElseThrow();
    }

    private static long backOfTheLeg(List<Template> templates) {
        return templates.stream()
                .flatMap(template -> template.weeks().stream())
                .flatMap(week -> prescriptions(week).stream())
                .filter(exercise -> Set.of("Таз-доминант", "Задняя поверхность бедра", "Ягодицы")
                        .contains(exercise.pattern()))
                .mapToInt(Prescription::sets)
                .sum();
    }

    private static List<Prescription> prescriptions(Week week) {
        return week.sessions().stream()
                .flatMap(session -> session.exercises().stream())
                .toList();
    }

    private static List<Prescription> prescriptionsIn(int week) {
        return all().stream()
                .flatMap(template -> prescriptions(template.weeks().get(week - 1)).stream())
                .toList();
    }

    private static List<Session> sessions() {
        return all().stream()
                .flatMap(template -> template.weeks().stream())
                .flatMap(week -> week.sessions().stream())
                .toList();
    }

    private static Exercise known(String name) {
        return EXERCISES.find(name).orElseThrow();
    }

    private static List<Template> all() {
        var all = new ArrayList<Template>();
        Stream.of(Gender.values()).map(BuiltInLibraryTests::templates).forEach(all::addAll);
        return all;
    }

    private static List<Template> templates(Gender gender) {
        return TEMPLATES.computeIfAbsent(gender, of -> BuiltInLibrary.templates(of, EXERCISES));
    }
}

package io.orbita.programs.selection;

import static io.orbita.programs.selection.TraineeBuilder.aTrainee;
import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.programs.exercise.Exercise;
import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.exercise.Risk;
import io.orbita.programs.library.BuiltInLibrary;
import io.orbita.programs.template.AgeBand;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Goal;
import io.orbita.programs.template.Place;
import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Session;
import io.orbita.programs.template.Template;
import io.orbita.programs.template.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelectionTests {
    private static final Exercises EXERCISES = Exercises.builtIn();
    private static final List<Template> LIBRARY = Stream.of(Gender.values())
            .flatMap(gender -> BuiltInLibrary.templates(gender, EXERCISES).stream())
            .toList();

    private final Selection selection = new Selection(EXERCISES);

    @Test
    void the_exact_template_wins_with_a_hundred_points() {
        Choice.Chosen chosen = choose(aTrainee().build());

        Template template = chosen.winner().template();
        assertThat(template.goal()).isEqualTo(Goal.FAT_LOSS);
        assertThat(template.experience()).isEqualTo(Experience.BEGINNER);
        assertThat(template.place()).isEqualTo(Place.HOME);
        assertThat(template.daysPerWeek()).isEqualTo(3);
        assertThat(chosen.winner().score().total()).isEqualTo(100);
        assertThat(chosen.winner().fit().changes()).isEmpty();
        assertThat(chosen.winner().fit().weeks()).isEqualTo(template.weeks());
        assertThat(chosen.reasons()).first().asString().contains(template.profile());
        assertThat(chosen.reasons()).last().asString().startsWith("Запасной: ");
    }

    @Test
    void the_same_client_gets_the_same_choice() {
        Trainee trainee = aTrainee().sparing(Risk.KNEES).build();

        assertThat(choose(trainee)).isEqualTo(choose(trainee));
    }

    @Test
    void gender_and_a_gym_are_hard_rules() {
        assertThat(choose(aTrainee().gender(Gender.MALE).build())
                        .winner()
                        .template()
                        .gender())
                .isEqualTo(Gender.MALE);
        assertThat(choose(aTrainee().build()).winner().template().place()).isEqualTo(Place.HOME);
        List<Template> onlyGym = LIBRARY.stream()
                .filter(template -> template.place() == Place.GYM)
                .toList();
        assertThat(selection.choose(onlyGym, aTrainee().build(), 12))
                .isInstanceOfSatisfying(
                        Choice.NothingFits.class,
                        nothing -> assertThat(nothing.reasons()).anyMatch(reason -> reason.contains("место")));
    }

    @Test
    void a_home_template_serves_a_gym_only_when_there_is_nothing_better() {
        assertThat(choose(aTrainee().at(Setting.GYM).build())
                        .winner()
                        .template()
                        .place())
                .isEqualTo(Place.GYM);
        List<Template> onlyHome = LIBRARY.stream()
                .filter(template -> template.place() == Place.HOME)
                .toList();
        assertThat(selection.choose(onlyHome, aTrainee().at(Setting.GYM).build(), 12))
                .isInstanceOf(Choice.Chosen.class);
    }

    @Test
    void a_beginner_is_never_given_an_advanced_template() {
        List<Template> advanced = LIBRARY.stream()
                .filter(template -> template.experience() == Experience.ADVANCED)
                .toList();

        assertThat(selection.choose(advanced, aTrainee().build(), 12)).isInstanceOf(Choice.NothingFits.class);
    }

    @Test
    void a_template_that_is_too_short_is_not_sold_for_twelve_weeks() {
        Template four = template("Women_1", 4, 3);

        assertThat(selection.choose(List.of(four), aTrainee().build(), 12)).isInstanceOf(Choice.NothingFits.class);
        assertThat(selection.choose(List.of(four), aTrainee().build(), 4)).isInstanceOf(Choice.Chosen.class);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_against_a_limitation_is_ever_given(Risk risk) {
        for (Setting setting : Setting.values()) {
            for (Gender gender : Gender.values()) {
                for (Experience level : Experience.values()) {
                    Trainee trainee = aTrainee()
                            .gender(gender)
                            .experience(level)
                            .at(setting)
                            .sparing(risk)
                            .build();
                    assertThat(given(choose(trainee)))
                            .isNotEmpty()
                            .allMatch(exercise -> exercise.safeFor(Set.of(risk)));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HOME", "OUTDOORS"})
    void nothing_is_given_that_the_client_has_no_equipment_for(Setting setting) {
        for (Experience level : Experience.values()) {
            Trainee trainee = aTrainee().experience(level).days(4).at(setting).build();
            assertThat(given(choose(trainee))).allMatch(exercise -> exercise.possibleWith(trainee.tools()));
        }
    }

    @Test
    void everything_at_once_still_gives_whole_sessions_without_doubles() {
        Trainee trainee = aTrainee()
                .age(63)
                .body(160, 95.0)
                .at(Setting.HOME)
                .sparing(Risk.KNEES, Risk.BACK, Risk.SHOULDERS, Risk.HEART)
                .build();

        Choice.Chosen chosen = choose(trainee);

        assertThat(chosen.winner().fit().weeks()).flatExtracting(Week::sessions).allSatisfy(session -> {
            assertThat(session.exercises()).hasSizeGreaterThanOrEqualTo(4);
            assertThat(session.exercises()).extracting(Prescription::name).doesNotHaveDuplicates();
        });
        assertThat(given(chosen))
                .allMatch(exercise -> exercise.safeFor(trainee.risks()) && exercise.possibleWith(Set.of()));
        assertThat(chosen.reasons()).anyMatch(reason -> reason.startsWith("Замены ("));
    }

    @Test
    void exchanges_keep_the_dose_and_change_its_unit() {
        Choice.Chosen chosen = choose(aTrainee()
                .experience(Experience.INTERMEDIATE)
                .goal(Goal.RECOMPOSITION)
                .at(Setting.HOME)
                .sparing(Risk.HEART)
                .build());

        assertThat(chosen.winner().fit().weeks())
                .flatExtracting(Week::sessions)
                .flatExtracting(Session::exercises)
                .allSatisfy(line -> {
                    Exercise exercise = EXERCISES.find(line.name()).orElseThrow();
                    assertThat(line.reps().contains("сек") || line.reps().contains("мин"))
                            .as(line.name() + " " + line.reps())
                            .isEqualTo(exercise.effort().timed());
                    assertThat(line.reps()).endsWith(exercise.effort().suffix());
                });
    }

    @Test
    void an_alternative_of_the_sheet_is_taken_before_the_catalogue() {
        Template template = template("Women_1", 12, 3);

        Choice.Chosen chosen = (Choice.Chosen) selection.choose(
                List.of(template), aTrainee().sparing(Risk.KNEES).build(), 12);

        assertThat(chosen.winner().fit().changes()).anySatisfy(change -> {
            assertThat(change.from()).isEqualTo("Гоблет-присед");
            assertThat(change.to()).isEqualTo("Зашагивания на низкую опору");
            assertThat(change.why()).isEqualTo("бережём колени");
        });
    }

    @Test
    void on_a_sports_ground_the_bars_are_used() {
        Choice.Chosen chosen = choose(aTrainee()
                .gender(Gender.MALE)
                .experience(Experience.INTERMEDIATE)
                .at(Setting.OUTDOORS)
                .build());

        assertThat(given(chosen)).extracting(Exercise::name).contains("Подтягивания", "Австралийские подтягивания");
    }

    @Test
    void fewer_days_than_the_template_has_go_by_turns() {
        Template template = template("Women_1", 12, 3);

        Fit fit = ((Choice.Chosen)
                        selection.choose(List.of(template), aTrainee().days(2).build(), 12))
                .winner()
                .fit();

        assertThat(fit.weeks()).allMatch(week -> week.sessions().size() == 2);
        assertThat(fit.weeks().stream()
                        .limit(3)
                        .flatMap(week -> week.sessions().stream())
                        .map(Session::name))
                .containsExactly("День A", "День B", "День C", "День A", "День B", "День C");
        assertThat(fit.weeks().getFirst().sessions()).extracting(Session::day).containsExactly(1, 2);
    }

    @Test
    void a_template_that_grows_by_the_owners_will_is_left_alone() {
        Template template = template("Women_1", 12, 2);
        var weeks = new ArrayList<>(template.weeks());
        weeks.set(2, template("Women_1", 12, 3).weeks().get(2));
        Template growing = new Template(
                "Women_1", Gender.FEMALE, template.ages(), template.goal(), template.experience(), Place.HOME, weeks);

        Fit fit = ((Choice.Chosen)
                        selection.choose(List.of(growing), aTrainee().days(2).build(), 12))
                .winner()
                .fit();

        assertThat(fit.weeks().get(2).sessions()).hasSize(3);
    }

    @Test
    void what_is_not_known_is_named_and_taken_gently() {
        Choice.Chosen chosen = choose(new TraineeBuilder()
                .gender(null)
                .age(null)
                .experience(null)
                .goal(null)
                .days(null)
                .body(null, null)
                .build());

        assertThat(chosen.winner().template().experience()).isEqualTo(Experience.BEGINNER);
        assertThat(chosen.winner().template().goal()).isEqualTo(Goal.RECOMPOSITION);
        assertThat(chosen.reasons()).anyMatch(reason -> reason.startsWith("Не указано: пол, цель"));
    }

    @Test
    void between_equals_the_one_that_stands_higher_wins_and_the_other_is_named() {
        Template first = template("Women_1", 12, 3);
        Template second = template("Women_2", 12, 3);

        Choice.Chosen chosen = (Choice.Chosen)
                selection.choose(List.of(first, second), aTrainee().build(), 12);

        assertThat(chosen.winner().template().profile()).isEqualTo("Women_1");
        assertThat(chosen.runnerUp()).isNotNull();
        assertThat(chosen.reasons()).last().asString().contains("Women_2").contains("ниже в таблице");
    }

    @Test
    void people_from_46_on_get_the_gentle_template_of_their_goal() {
        assertThat(choose(aTrainee().age(50).days(2).build())
                        .winner()
                        .template()
                        .ages())
                .isEqualTo(new AgeBand(46, AgeBand.OPEN));
    }

    private Choice.Chosen choose(Trainee trainee) {
        Choice choice = selection.choose(LIBRARY, trainee, 12);
        assertThat(choice).isInstanceOf(Choice.Chosen.class);
        return (Choice.Chosen) choice;
    }

    private static List<Exercise> given(Choice.Chosen chosen) {
        return chosen.winner().fit().weeks().stream()
                .flatMap(week -> week.sessions().stream())
                .flatMap(session -> session.exercises().stream())
                .map(line -> EXERCISES.find(line.name()).orElseThrow())
                .toList();
    }

    private static Template template(String profile, int weeks, int days) {
        List<Week> list = IntStream.rangeClosed(1, weeks)
                .mapToObj(week -> new Week(
                        week,
                        week % 4 == 0,
                        IntStream.rangeClosed(1, days)
                                .mapToObj(day -> new Session(
                                        day,
                                        "День " + "ABC".charAt(day - 1),
                                        "FB",
                                        List.of(
                                                new Prescription(
                                                        "Гоблет-присед",
                                                        3,
                                                        "16-12",
                                                        "Колено-доминант",
                                                        List.of("Зашагивания на низкую опору"),
                                                        List.of("RIR 2-3")),
                                                new Prescription(
                                                        "Отжимания с колен",
                                                        3,
                                                        "16-12",
                                                        "Толчок горизонтальный",
                                                        List.of(),
                                                        List.of()),
                                                new Prescription("Планка", 3, "30 сек", "Кор", List.of(), List.of()))))
                                .toList()))
                .toList();
        return new Template(
                profile, Gender.FEMALE, new AgeBand(17, 45), Goal.FAT_LOSS, Experience.BEGINNER, Place.HOME, list);
    }
}

package io.orbita.dialogues.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkTests {

    private final Questionnaire questionnaire = Definitions.builtIn();

    @Test
    void the_first_gap_is_the_first_question_without_an_answer() {
        var answers = Answers.NONE.with("age", new Answer.Amount(BigDecimal.TEN));

        assertThat(Walk.of(questionnaire, answers).firstGap())
                .map(Question::key)
                .contains("gender");
    }

    @Test
    void an_answer_out_of_the_bounds_of_its_question_does_not_count() {
        var answers =
                Answers.NONE.with("gender", new Answer.Chosen("male")).with("age", new Answer.Amount(BigDecimal.TEN));

        assertThat(Walk.of(questionnaire, answers).firstGap())
                .map(Question::key)
                .contains("age");
    }

    @Test
    void a_gym_fills_in_its_kit_and_home_does_not() {
        var gym = Walk.of(questionnaire, Answers.NONE.with("location", new Answer.Chosen("gym")));
        var home = Walk.of(questionnaire, Answers.NONE.with("location", new Answer.Chosen("home")));

        assertThat(gym.question("equipment")).isEmpty();
        assertThat(gym.counted().to("equipment")).isInstanceOf(Answer.Ticked.class);
        assertThat(home.question("equipment")).isPresent();
        assertThat(home.counted().to("equipment")).isNull();
    }

    @Test
    void what_was_answered_at_home_does_not_count_in_the_gym() {
        var answers = Answers.NONE
                .with("location", new Answer.Chosen("gym"))
                .with("equipment", new Answer.Ticked(List.of("none")));

        assertThat(Walk.of(questionnaire, answers).counted().to("equipment"))
                .isNotEqualTo(new Answer.Ticked(List.of("none")));
    }

    @Test
    void ticks_that_are_no_longer_offered_fall_out_and_alone_they_open_the_question_again() {
        var man = Answers.NONE.with("gender", new Answer.Chosen("male"));

        assertThat(Walk.of(questionnaire, man.with("health", new Answer.Ticked(List.of("knees", "pregnancy"))))
                        .counted()
                        .to("health"))
                .isEqualTo(new Answer.Ticked(List.of("knees")));
        assertThat(Walk.of(questionnaire, man.with("health", new Answer.Ticked(List.of("pregnancy"))))
                        .counted()
                        .has("health"))
                .isFalse();
    }

    @Test
    void details_may_be_skipped_unless_they_are_the_only_thing_said() {
        var knees = Answers.NONE.with("health", new Answer.Ticked(List.of("knees")));
        var other = Answers.NONE.with("health", new Answer.Ticked(List.of("other")));

        assertThat(Walk.of(questionnaire, knees).maySkip(question(knees))).isTrue();
        assertThat(Walk.of(questionnaire, other).maySkip(question(other))).isFalse();
        assertThat(Walk.of(questionnaire, other.with("limitations", new Answer.Skipped()))
                        .counted()
                        .has("limitations"))
                .isFalse();
    }

    @Test
    void a_consent_to_an_older_text_does_not_count() {
        var answers = Answers.NONE.with("processing", new Answer.Agreed(true, 0));

        assertThat(Walk.of(questionnaire, answers).counted().has("processing")).isFalse();
    }

    @Test
    void a_no_counts_only_where_a_no_is_allowed() {
        var answers = Answers.NONE
                .with("processing", new Answer.Agreed(false, 1))
                .with("marketing", new Answer.Agreed(false, 1));

        assertThat(Walk.of(questionnaire, answers).counted().byKey()).containsOnlyKeys("marketing");
    }

    @Test
    void before_the_first_question_there_is_none() {
        var walk = Walk.of(questionnaire, Answers.NONE);

        assertThat(walk.before("gender")).isEmpty();
        assertThat(walk.before("age")).map(Question::key).contains("gender");
        assertThat(walk.before("no_such")).isEmpty();
    }

    @Test
    void ticks_stand_in_the_order_of_the_question_and_none_stands_alone() {
        var health = (Question.Ticks) questionnaire.question("health").orElseThrow();

        assertThat(health.answer(List.of("back", "knees")).codes()).containsExactly("knees", "back");
        assertThat(health.answer(List.of("none", "knees")).codes()).containsExactly("knees");
        assertThat(health.answer(List.of()).codes()).containsExactly("none");
        assertThat(health.answer(List.of("gold")).codes()).containsExactly("none");
    }

    @Test
    void eighty_and_eighty_point_zero_are_one_answer() {
        assertThat(new Answer.Amount(new BigDecimal("80.0"))).isEqualTo(new Answer.Amount(new BigDecimal("80")));
        assertThat(new Answer.Amount(new BigDecimal("1E+2")).value()).isEqualTo(new BigDecimal("100"));
    }

    private Question question(Answers answers) {
        return Walk.of(questionnaire, answers).question("limitations").orElseThrow();
    }
}

package io.orbita.dialogues.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class RulesTests {

    private final Questionnaire builtIn = Definitions.builtIn();
    private final Rules rules = new Rules(builtIn);

    @Test
    void the_questionnaire_of_the_distribution_keeps_its_own_rules() {
        assertThat(rules.check(builtIn)).isEmpty();
        assertThat(builtIn.questions())
                .extracting(Question::key)
                .containsExactly(
                        "gender",
                        "age",
                        "experience",
                        "goal",
                        "height",
                        "weight",
                        "lifestyle",
                        "days_per_week",
                        "location",
                        "equipment",
                        "health",
                        "limitations",
                        "processing",
                        "marketing");
    }

    @Test
    void it_survives_json() {
        assertThat(Definitions.read(Definitions.write(builtIn))).isEqualTo(builtIn);
    }

    @Test
    void a_name_that_means_nothing_is_refused() {
        assertThatThrownBy(() -> Definitions.read("{\"version\": 1, \"question\": []}"))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void nothing_missing_in_the_json_throws_it_is_reported() {
        var bare = Definitions.read("""
                {"questions": [{"type": "choice"}, {"type": "multi_choice"}, {"type": "number"}, {"type": "text"},
                 {"type": "consent"}, {"type": "choice", "key": "a", "options": [{}], "only_if": {}}]}
                """);

        assertThat(rules.check(bare)).extracting(Fault::field).contains("questions[0].key", "questions[0].text");
    }

    @Test
    void an_owner_may_reword_and_leave_out_what_is_optional() {
        var own = builtIn.without(List.of("height", "lifestyle", "marketing"));

        assertThat(rules.check(changed(own, "age", q -> reworded(q, "Сколько вам лет, если не секрет?"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gender",
                "age",
                "experience",
                "goal",
                "weight",
                "days_per_week",
                "location",
                "equipment",
                "health",
                "limitations",
                "processing"
            })
    void what_the_selection_and_the_law_need_stays(String key) {
        assertThat(codes(builtIn.without(List.of(key)))).contains("required-missing");
    }

    @Test
    void an_owner_may_add_a_choice_a_number_and_a_text_with_conditions() {
        var own = with(
                new Question.Choice(
                        "coach",
                        "Тренер",
                        "С кем хотите заниматься?",
                        true,
                        null,
                        List.of(Option.of("anna", "Анна"), Option.of("oleg", "Олег"))),
                new Question.Quantity(
                        "steps",
                        "Шаги",
                        "Сколько шагов в день?",
                        true,
                        new Condition("lifestyle", List.of("active")),
                        BigDecimal.ZERO,
                        new BigDecimal("50000"),
                        0,
                        Unit.NONE,
                        List.of(5000, 10000),
                        List.of()),
                new Question.FreeText("music", "Музыка", "Под что занимаетесь?", true, null, 200, null, null));

        assertThat(rules.check(own)).isEmpty();
    }

    @Test
    void own_ticks_and_consents_are_not_offered() {
        assertThat(codes(with(new Question.Consent("mine", "Моё", "Согласны?", true, null, 1))))
                .contains("not-allowed");
    }

    @Test
    void keys_are_unique_and_plain() {
        assertThat(codes(with(text("music"), text("music")))).contains("not-unique");
        assertThat(codes(with(text("Музыка")))).contains("malformed");
        assertThat(codes(with(text("a:b")))).contains("malformed");
        assertThat(codes(with(text("a".repeat(25))))).contains("malformed");
    }

    @Test
    void labels_are_short_different_and_no_steering_words() {
        assertThat(codes(choice(Option.of("a", "Да"), Option.of("b", "да ")))).contains("not-unique");
        assertThat(codes(choice(Option.of("a", "Да"), Option.of("a", "Нет")))).contains("not-unique");
        assertThat(codes(choice(Option.of("a", "Да"), Option.of("b", "Назад")))).contains("reserved");
        assertThat(codes(choice(Option.of("a", "Да"), Option.of("b", "ж".repeat(41)))))
                .contains("too-long");
        assertThat(codes(choice(Option.of("a", "Да"), Option.of("b", " ")))).contains("required");
        assertThat(codes(choice(Option.of("a", "Да"), Option.of("B!", "Нет")))).contains("malformed");
        assertThat(codes(choice(Option.of("a", "Да\u0000"), Option.of("b", "Нет"))))
                .contains("malformed");
        assertThat(codes(choice(Option.of("a", "Да\ud800"), Option.of("b", "Нет"))))
                .contains("malformed");
        assertThat(codes(choice(Option.of("a", "Да")))).contains("wrong-number");
    }

    @Test
    void the_longest_key_and_code_still_fit_on_a_button() {
        String data = "a:" + Integer.MAX_VALUE + ":" + "k".repeat(24) + ":" + "c".repeat(24);

        assertThat(data.length()).isLessThanOrEqualTo(64);
    }

    @Test
    void there_is_an_end_to_questions() {
        var many = new ArrayList<>(builtIn.questions());
        IntStream.range(0, 20).forEach(i -> many.add(0, text("q" + i)));

        assertThat(codes(new Questionnaire(2, many))).containsExactly("too-many");
    }

    @Test
    void a_condition_looks_back_at_a_question_with_options() {
        assertThat(codes(with(onlyIf("no_such", "x")))).contains("unknown");
        assertThat(codes(with(onlyIf("age", "x")))).contains("unknown");
        assertThat(codes(with(onlyIf("goal", "gold")))).contains("unknown");
        assertThat(codes(with(onlyIf("marketing", "yes")))).contains("unknown");
        assertThat(rules.check(with(onlyIf("goal", "endurance")))).isEmpty();
    }

    @Test
    void numbers_have_sane_bounds() {
        assertThat(codes(with(number(BigDecimal.TEN, BigDecimal.ONE)))).contains("out-of-range");
        assertThat(codes(with(number(BigDecimal.ZERO, new BigDecimal("1e999999999")))))
                .contains("out-of-range");
        assertThat(rules.check(with(number(BigDecimal.ZERO, BigDecimal.TEN)))).isEmpty();
    }

    @Test
    void built_in_questions_keep_kind_codes_bounds_and_conditions() {
        assertThat(codes(changed(builtIn, "age", q -> text("age")))).contains("built-in");
        assertThat(codes(changed(builtIn, "age", q -> number("age", "0", "200", Unit.YEARS))))
                .contains("built-in");
        assertThat(codes(changed(builtIn, "age", q -> number("age", "18", "60", Unit.NONE))))
                .contains("built-in");
        assertThat(codes(changed(builtIn, "age", q -> number("age", "18", "60", Unit.YEARS))))
                .isEmpty();
        assertThat(codes(changed(
                        builtIn,
                        "goal",
                        q -> new Question.Choice(
                                "goal",
                                "Цель",
                                "Цель?",
                                false,
                                null,
                                List.of(Option.of("gold", "Золото"), Option.of("x", "Икс"))))))
                .contains("built-in");
        assertThat(codes(changed(
                        builtIn,
                        "processing",
                        q -> new Question.Consent("processing", "Данные", "Согласны?", true, null, 2))))
                .contains("built-in");
    }

    @Test
    void consents_stand_at_the_end() {
        var questions = new ArrayList<>(builtIn.questions());
        questions.add(text("music"));

        assertThat(codes(new Questionnaire(2, questions))).contains("after-consent");
    }

    @Test
    void a_fault_names_the_field() {
        var own = choice(Option.of("a", "Да"), Option.of("b", ""));

        assertThat(rules.check(own))
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("questions[12].options[1].label"));
    }

    private List<String> codes(Questionnaire candidate) {
        return rules.check(candidate).stream().map(Fault::code).toList();
    }

    /** The built-in one with these before the consents. */
    private Questionnaire with(Question... own) {
        var questions = new ArrayList<>(builtIn.questions());
        questions.addAll(questions.size() - 2, List.of(own));
        return new Questionnaire(2, questions);
    }

    private Questionnaire choice(Option... options) {
        return with(new Question.Choice("own", "Своё", "Своё?", true, null, List.of(options)));
    }

    private static Questionnaire changed(Questionnaire from, String key, UnaryOperator<Question> change) {
        return new Questionnaire(
                2,
                from.questions().stream()
                        .map(q -> q.key().equals(key) ? change.apply(q) : q)
                        .toList());
    }

    private static Question reworded(Question question, String text) {
        var q = (Question.Quantity) question;
        return new Question.Quantity(
                q.key(),
                q.title(),
                text,
                q.optional(),
                q.onlyIf(),
                q.min(),
                q.max(),
                q.decimals(),
                q.unit(),
                q.suggested(),
                q.remarks());
    }

    private static Question text(String key) {
        return new Question.FreeText(key, "Имя", "Вопрос?", true, null, 200, null, null);
    }

    private static Question onlyIf(String question, String code) {
        return new Question.FreeText(
                "own", "Имя", "Вопрос?", true, new Condition(question, List.of(code)), 200, null, null);
    }

    private static Question number(BigDecimal min, BigDecimal max) {
        return new Question.Quantity("own", "Имя", "Вопрос?", true, null, min, max, 0, Unit.NONE, List.of(), List.of());
    }

    private static Question number(String key, String min, String max, Unit unit) {
        return new Question.Quantity(
                key,
                "Имя",
                "Вопрос?",
                false,
                null,
                new BigDecimal(min),
                new BigDecimal(max),
                0,
                unit,
                List.of(),
                List.of());
    }
}

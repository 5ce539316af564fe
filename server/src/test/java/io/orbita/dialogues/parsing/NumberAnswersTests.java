package io.orbita.dialogues.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Answers;
import io.orbita.dialogues.questionnaire.Definitions;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Unit;
import io.orbita.dialogues.questionnaire.Walk;
import io.orbita.dialogues.wording.Wording;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberAnswersTests {

    private static final AnswerParser PARSER = new AnswerParser(Wording.russian());
    private static final Answers A_WOMAN_AT_HOME =
            Answers.NONE.with("gender", new Answer.Chosen("female")).with("location", new Answer.Chosen("home"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        метр 82            | 182
        метр восемьдесят два | 182
        Метр 8             | 180
        1,75 м             | 175
        1.75               | 175
        1,8                | 180
        1 75               | 175
        1м75               | 175
        1 м 75 см          | 175
        1 метр 75          | 175
        один метр семьдесят пять | 175
        два метра          | 200
        2.05 м             | 205
        175.5              | 175.5
        175,5 см           | 175.5
        рост 180           | 180
        Мой рост - 180 см! | 180
        примерно 169       | 169
        ~170               | 170
        １７５              | 175
        １７５ｃｍ          | 175
        ١٧٥                | 175
        180cm              | 180
        180 сm             | 180
        18О                | 180
        l80                | 180
        сто восемьдесят    | 180
        сто семьдесят пять с половиной | 175.5
        175 68             | 175
        68 175             | 175
        рост 180 вес 175   | 180
        180 рост, 175 вес  | 180
        мне 25 лет, рост 180 | 180
        180 180            | 180
        175.5 68.3         | 175.5
        """)
    void a_height_is_read_as_people_write_it(String typed, BigDecimal centimetres) {
        assertThat(accepted("height", typed)).isEqualTo(new Answer.Amount(centimetres));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        78,5 кг            | 78.5
        78.5               | 78.5
        80 kg              | 80
        80кг               | 80
        80 кило            | 80
        78 кг 500 г        | 78.5
        семьдесят восемь с половиной | 78.5
        восемьдесят        | 80
        около 80 кг        | 80
        вешу 80            | 80
        рост 180, вес 75   | 75
        1,75 м, 68 кг      | 68
        78,46              | 78.5
        80,0               | 80
        """)
    void a_weight_is_read_as_people_write_it(String typed, BigDecimal kilograms) {
        assertThat(accepted("weight", typed)).isEqualTo(new Answer.Amount(kilograms));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        34                 | 34
        34 года            | 34
        мне 34             | 34
        тридцать два       | 32
        двадцать           | 20
        сорок лет          | 40
        34 y.o.            | 34
        14                 | 14
        90                 | 90
        25 лет, рост 180   | 25
        """)
    void an_age_is_read_as_people_write_it(String typed, int years) {
        assertThat(accepted("age", typed)).isEqualTo(new Answer.Amount(BigDecimal.valueOf(years)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        age    | 13                   | от 14 до 90 лет
        age    | 91                   | от 14 до 90 лет
        age    | 1990                 | от 14 до 90 лет
        age    | -34                  | от 14 до 90 лет
        age    | 15.03.1990           | от 14 до 90 лет
        age    | молодой ещё          | числом
        age    | 34.5                 | целое число
        age    | 34-35                | одно
        age    | 180 см               | числом
        height | 119                  | от 120 до 230 см
        height | 231                  | от 120 до 230 см
        height | 5'11                 | от 120 до 230 см
        height | 180 фунтов           | числом
        height | 175 168              | одно
        height | 99999999999999999999999999999999999999999999999999999999999999 | от 120 до 230 см
        height | высокий              | числом
        weight | 34,9                 | от 35 до 250 кг
        weight | 251                  | от 35 до 250 кг
        weight | 180 lbs              | числом
        weight | 80-82                | одно
        weight | секрет               | числом
        days_per_week | 7             | от 2 до 6 дней
        days_per_week | каждый день   | числом
        days_per_week | 2-3           | одно
        """)
    void a_number_that_does_not_fit_gets_one_line_that_says_what_does(String key, String typed, String part) {
        assertThat(line(key, typed)).contains(part).doesNotContain("\n");
    }

    @Test
    void the_second_number_of_a_message_is_not_thrown_away() {
        assertThat(PARSER.parse(question("height"), "175 68"))
                .isInstanceOfSatisfying(
                        Parsed.Accepted.class, a -> assertThat(a.leftover()).isEqualTo("68"));
        assertThat(PARSER.parse(question("height"), "рост 175, вес 68,5"))
                .isInstanceOfSatisfying(
                        Parsed.Accepted.class, a -> assertThat(a.leftover()).isEqualTo("68.5 кг"));
        assertThat(PARSER.parse(question("height"), "175"))
                .isInstanceOfSatisfying(
                        Parsed.Accepted.class, a -> assertThat(a.leftover()).isNull());
    }

    @Test
    void an_owners_number_has_no_unit_and_takes_any_word_beside_it() {
        var own = new Question.Quantity(
                "steps",
                "Шаги",
                "Сколько шагов в день?",
                false,
                null,
                BigDecimal.ZERO,
                new BigDecimal("50000"),
                0,
                Unit.NONE,
                List.of(),
                List.of());

        assertThat(PARSER.parse(own, "12000 шагов"))
                .isEqualTo(new Parsed.Accepted(new Answer.Amount(new BigDecimal("12000")), null, null));
        assertThat(PARSER.parse(own, "0"))
                .isEqualTo(new Parsed.Accepted(new Answer.Amount(BigDecimal.ZERO), null, null));
    }

    private static Answer accepted(String key, String typed) {
        return switch (PARSER.parse(question(key), typed)) {
            case Parsed.Accepted accepted -> accepted.answer();
            case Parsed.NotUnderstood miss -> throw new AssertionError(typed + " -> " + miss.line());
        };
    }

    private static String line(String key, String typed) {
        return switch (PARSER.parse(question(key), typed)) {
            case Parsed.Accepted accepted -> throw new AssertionError(typed + " -> " + accepted);
            case Parsed.NotUnderstood miss -> miss.line();
        };
    }

    private static Question question(String key) {
        var walk = Walk.of(Definitions.builtIn(), A_WOMAN_AT_HOME);
        return walk.question(key)
                .orElseGet(() -> Definitions.builtIn().question(key).orElseThrow());
    }
}

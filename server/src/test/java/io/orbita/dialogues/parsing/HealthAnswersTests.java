package io.orbita.dialogues.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Answers;
import io.orbita.dialogues.questionnaire.Definitions;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Walk;
import io.orbita.dialogues.wording.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthAnswersTests {

    private static final AnswerParser PARSER = new AnswerParser(Wording.russian());
    private static final Answers A_WOMAN_AT_HOME =
            Answers.NONE.with("gender", new Answer.Chosen("female")).with("location", new Answer.Chosen("home"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "сердце здоровое",
                "Сердце здоровое, спина не болит",
                "нет",
                "Нет.",
                "не жалуюсь",
                "всё ок",
                "все хорошо",
                "здорова",
                "здоров как бык",
                "ничего не беспокоит",
                "проблем с сердцем нет",
                "нет проблем с коленями",
                "противопоказаний нет",
                "без ограничений",
                "давление в норме",
                "колени в порядке",
                "не беременна",
                "травм не было",
                "слава богу, всё нормально",
                "Ничего не беспокоит",
                "ytn"
            })
    void good_health_is_not_taken_for_an_illness(String typed) {
        assertThat(PARSER.parse(question("health"), typed))
                .isEqualTo(new Parsed.Accepted(new Answer.Ticked(List.of("none")), null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        колени                              | knees       |
        Колени, спина                       | knees back  |
        Сердце и давление                   | heart       |
        калени                              | knees       |
        болят колени                        | knees       | болят колени
        сердце здоровое, но болит колено    | knees       | сердце здоровое, но болит колено
        хряща в колене нет                  | knees       | хряща в колене нет
        не могу приседать из-за колен       | knees       | не могу приседать из-за колен
        сердце не очень здоровое            | heart       | сердце не очень здоровое
        почти не болит спина                | back        | почти не болит спина
        повышенное давление                 | heart       | повышенное давление
        был инфаркт, сейчас всё хорошо      | heart       | был инфаркт, сейчас всё хорошо
        гипертония в норме                  | heart       | гипертония в норме
        после операции колено в порядке     | knees       | после операции колено в порядке
        беременна, 20 недель                | pregnancy other | беременна, 20 недель
        астма                               | other       | астма
        колени и астма                      | knees other | колени и астма
        другое                              | other       |
        """)
    void an_illness_is_never_overheard(String typed, String codes, @Nullable String details) {
        assertThat(PARSER.parse(question("health"), typed))
                .isEqualTo(new Parsed.Accepted(new Answer.Ticked(List.of(codes.split(" "))), details, null));
    }

    @Test
    void a_free_text_tells_which_limits_it_speaks_of() {
        var health = (Question.Ticks) question("health");

        assertThat(PARSER.mentioned(health, "Ноет поясница, а колени в порядке"))
                .containsExactly("back");
        assertThat(PARSER.mentioned(health, "аллергия на орехи")).isEmpty();
    }

    @Test
    void an_option_that_is_not_offered_cannot_be_typed() {
        var forAMan = Walk.of(Definitions.builtIn(), Answers.NONE.with("gender", new Answer.Chosen("male")))
                .question("health")
                .orElseThrow();

        assertThat(PARSER.parse(forAMan, "беременность"))
                .isEqualTo(new Parsed.Accepted(new Answer.Ticked(List.of("other")), "беременность", null));
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

package io.orbita.dialogues.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Answers;
import io.orbita.dialogues.questionnaire.Definitions;
import io.orbita.dialogues.questionnaire.Option;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Walk;
import io.orbita.dialogues.wording.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordAnswersTests {

    private static final AnswerParser PARSER = new AnswerParser(Wording.russian());
    private static final Answers A_WOMAN_AT_HOME =
            Answers.NONE.with("gender", new Answer.Chosen("female")).with("location", new Answer.Chosen("home"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        gender     | ЖЕНСКИЙ          | female
        gender     | ж                | female
        gender     | девушка          | female
        gender     | я мужчина        | male
        gender     | m                | male
        gender     | Мужскoй          | male
        gender     | мужкой           | male
        experience | новичек          | beginner
        experience | я не тренируюсь  | beginner
        experience | 1-3 раза в неделю | intermediate
        experience | продвенутый      | advanced
        goal       | похудеть         | weight_loss
        goal       | хочу похудеть    | weight_loss
        goal       | набрать мышечную массу | muscle
        goal       | подтянуть форму  | shape
        goal       | выносливасть     | endurance
        lifestyle  | умеренная активность | moderate
        lifestyle  | весь день сижу за компьютером | sedentary
        location   | Дома             | home
        location   | pfk              | gym
        location   | в тренажёрном зале | gym
        location   | не в зале, а дома | home
        location   | на улице         | outdoor
        location   | «Зал»            | gym
        location   | 🏋️ зал           | gym
        """)
    void an_option_is_known_by_its_label_typed_by_hand(String key, String typed, String code) {
        assertThat(accepted(key, typed)).isEqualTo(new Answer.Chosen(code));
    }

    @Test
    void an_option_that_is_not_clear_is_asked_again_with_the_options() {
        assertThat(line("location", "и дома, и в зале")).contains("сразу несколько", "«Дом», «Зал», «Улица»");
        assertThat(line("location", "на луне")).contains("«Дом», «Зал», «Улица»");
        assertThat(line("location", "только не зал")).contains("«Дом», «Зал», «Улица»");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        гантели, турник          | dumbbells pull_up_bar
        гантэли и турник         | dumbbells pull_up_bar
        ГАНТЕЛИ; РЕЗИНКИ         | dumbbells bands
        петли trx                | suspension
        есть гантели, штанги нет | dumbbells
        ничего                   | none
        нет                      | none
        только коврик            | none
        всё                      | dumbbells bands pull_up_bar dip_bars barbell kettlebell bench suspension
        """)
    void equipment_is_read_from_a_list(String typed, String codes) {
        assertThat(accepted("equipment", typed)).isEqualTo(new Answer.Ticked(List.of(codes.split(" "))));
    }

    @Test
    void what_is_not_in_the_list_of_equipment_is_named_and_the_rest_is_ticked() {
        var parsed = PARSER.parse(question("equipment"), "гантели и утюг");

        assertThat(parsed).isInstanceOfSatisfying(Parsed.NotUnderstood.class, miss -> {
            assertThat(miss.line()).contains("«утюг»");
            assertThat(miss.ticks()).containsExactly("dumbbells");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "да, true",
        "Согласна, true",
        "ок, true",
        "yes, true",
        "не против, true",
        "нет, false",
        "не согласен, false",
        "не даю, false",
        "против, false"
    })
    void a_consent_may_be_typed(String typed, boolean yes) {
        assertThat(accepted("processing", typed)).isEqualTo(new Answer.Agreed(yes, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "да нет", "а зачем", "возможно", "!!!"})
    void silence_is_no_consent(String typed) {
        assertThat(line("processing", typed)).contains("«Даю согласие»", "«Не даю»");
    }

    @Test
    void a_free_text_keeps_the_words_and_drops_what_is_invisible() {
        assertThat(accepted("limitations", "  ноют\u0000 колени\u200b\r\nпо утрам\ud800 "))
                .isEqualTo(new Answer.Words("ноют колени\nпо утрам"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"нет", "Нету", "-", "—", "ничего"})
    void nothing_to_say_is_an_answer_to_an_optional_text(String typed) {
        assertThat(accepted("limitations", typed)).isEqualTo(new Answer.Skipped());
    }

    @Test
    void a_text_of_4096_characters_is_told_how_much_fits() {
        assertThat(line("limitations", "я".repeat(4096)))
                .isEqualTo("Получилось 4096 знаков, а помещается 500. Оставьте, пожалуйста, самое важное.");
    }

    @Test
    void a_label_with_digits_can_be_typed() {
        var own = new Question.Choice(
                "often",
                "Частота",
                "Как часто?",
                false,
                null,
                List.of(Option.of("a", "1-2 раза"), Option.of("b", "3-4 раза")));

        assertThat(PARSER.parse(own, "3-4 раза")).isEqualTo(new Parsed.Accepted(new Answer.Chosen("b"), null, null));
    }

    @Test
    void nothing_that_can_be_typed_breaks_the_parser_or_takes_long() {
        var nasty = List.of(
                "",
                " ",
                "\u0000",
                "😀😀😀",
                "\ud83d",
                "ﷺ".repeat(300),
                "1".repeat(4096),
                "и ".repeat(2000),
                "не ".repeat(1300),
                "1,".repeat(2000),
                "(".repeat(4096),
                "колени ".repeat(580),
                "\u202eмоloк\u202c",
                "<b>x</b>'; drop table client; --",
                "%s%n{0}${x}\\",
                "٠١٢",
                "½",
                "-",
                "z̵̢̛".repeat(500),
                "с половиной ".repeat(300),
                "метр ".repeat(800),
                "сто ".repeat(1000));
        for (var question : Definitions.builtIn().questions()) {
            for (var typed : nasty) {
                assertThat(PARSER.parse(question, typed))
                        .as("%s: %s", question.key(), typed)
                        .isNotNull();
            }
        }
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

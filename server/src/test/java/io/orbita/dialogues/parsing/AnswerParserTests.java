package io.orbita.dialogues.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Answers;
import io.orbita.dialogues.questionnaire.Definitions;
import io.orbita.dialogues.questionnaire.Option;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Unit;
import io.orbita.dialogues.questionnaire.Walk;
import io.orbita.dialogues.wording.Wording;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerParserTests {

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

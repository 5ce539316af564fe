package io.orbita.dialogues.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.dialogues.questionnaire.Unit;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTests {

    private final Wording wording = Wording.russian();

    @ParameterizedTest
    @CsvSource({
        "1, 1 год",
        "2, 2 года",
        "4, 4 года",
        "5, 5 лет",
        "11, 11 лет",
        "12, 12 лет",
        "14, 14 лет",
        "21, 21 год",
        "22, 22 года",
        "25, 25 лет",
        "100, 100 лет",
        "101, 101 год",
        "111, 111 лет",
        "0, 0 лет"
    })
    void plurals_are_right(BigDecimal number, String words) {
        assertThat(new Shown(wording).amount(number, Unit.YEARS)).isEqualTo(words);
    }

    @Test
    void a_fraction_takes_the_second_form_and_a_comma() {
        assertThat(new Shown(wording).amount(new BigDecimal("1.50"), Unit.DAYS)).isEqualTo("1,5 дня");
        assertThat(new Shown(wording).amount(new BigDecimal("78.50"), Unit.KILOGRAMS))
                .isEqualTo("78,5 кг");
    }

    @ParameterizedTest
    @EnumSource(Phrase.class)
    void every_phrase_speaks_in_lower_case_to_you_and_fits_into_a_message(Phrase phrase) {
        String text = wording.say(
                phrase,
                Map.ofEntries(
                        Map.entry("n", 5),
                        Map.entry("name", "Анна"),
                        Map.entry("comma_name", ", Анна"),
                        Map.entry("business", "Орбита"),
                        Map.entry("interest", "Консультация"),
                        Map.entry("lines", "строка"),
                        Map.entry("commands", "/menu"),
                        Map.entry("value", "1"),
                        Map.entry("at", 1),
                        Map.entry("of", 2),
                        Map.entry("what", "это"),
                        Map.entry("label", "Да"),
                        Map.entry("options", "«Да»"),
                        Map.entry("example", "1"),
                        Map.entry("range", "от 1 до 2"),
                        Map.entry("most", 500),
                        Map.entry("yes", "Да"),
                        Map.entry("no", "Нет"),
                        Map.entry("unknown", "утюг"),
                        Map.entry("ticked", "Да"),
                        Map.entry("min", "1"),
                        Map.entry("max", "2"),
                        Map.entry("title", "Рост")));

        assertThat(text).isNotBlank().doesNotContain("{", "}", "|").hasSizeLessThan(1000);
        assertThat(text).doesNotContainPattern("[а-яё,:;] (Вы|Вас|Вам|Ваш)");
    }

    @Test
    void a_missing_value_is_a_fault_of_ours_and_shows_in_tests() {
        assertThatThrownBy(() -> wording.say(Phrase.STEP)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_value_is_put_in_as_it_is() {
        assertThat(wording.say(Phrase.NOTED, "what", "$1 {n} <b>\\")).isEqualTo("✓ $1 {n} <b>\\");
    }

    @Test
    void a_long_text_is_cut_at_a_word_and_never_through_an_emoji() {
        assertThat(Shown.quoted("раз два три четыре", 10)).isEqualTo("раз два…");
        assertThat(Shown.quoted("😀".repeat(10), 5)).isEqualTo("😀😀😀😀…");
        assertThat(Shown.cut("😀".repeat(10), 6)).isEqualTo("😀😀…");
    }
}

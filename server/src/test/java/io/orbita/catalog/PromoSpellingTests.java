package io.orbita.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromoSpellingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ЛЕТО-10",
                "лето-10",
                " Лето-10 ",
                "\u00A0лето-10\u200B",
                "«лето-10»",
                "лето-10.",
                "\"Лето-10\"\n",
                "ле то-10",
                "лето-\uFF11\uFF10"
            })
    void one_code_however_it_is_typed(String typed) {
        assertThat(PromoSpelling.key(typed)).contains("ЛЕТО-10");
    }

    @Test
    void yo_and_ye_are_one_letter_also_when_written_with_a_combining_mark() {
        assertThat(PromoSpelling.key("ёлка")).contains("ЕЛКА");
        assertThat(PromoSpelling.key("Е\u0308лка")).contains("ЕЛКА");
        assertThat(PromoSpelling.key("елка")).contains("ЕЛКА");
    }

    @Test
    void latin_and_cyrillic_letters_stay_different_codes() {
        assertThat(PromoSpelling.key("BEC")).isNotEqualTo(PromoSpelling.key("ВЕС"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "---",
                "a'b",
                "a<b",
                "код;drop",
                "a💪b",
                "日本",
                "10%off",
                "ЛЕТОЛЕТОЛЕТОЛЕТОЛЕТОЛЕТОЛЕТОЛЕТОЛЕТОЛЕТОЛЕТОЛЕТОЛЕТО"
            })
    void what_cannot_be_a_code_is_none(String typed) {
        assertThat(PromoSpelling.key(typed)).isEmpty();
    }

    @Test
    void a_huge_text_is_not_even_looked_at() {
        assertThat(PromoSpelling.key(" ".repeat(5_000_000) + "A")).isEmpty();
    }
}

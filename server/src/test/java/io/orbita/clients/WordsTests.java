package io.orbita.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTests {
    @Test
    void words_are_lower_case_without_yo_and_a_nick_stands_whole_and_in_parts() {
        assertThat(Words.of("Алёна ПЕТРОВА-Ким anna_fit"))
                .containsExactly("алена", "петрова", "ким", "anna_fit", "anna", "fit");
        assertThat(Words.of("— … !")).isEmpty();
    }

    @Test
    void words_are_bounded() {
        assertThat(Words.of("слово".repeat(100))).allMatch(word -> word.length() == 60);
        assertThat(Words.of(java.util.stream.IntStream.range(0, 2_000)
                        .mapToObj(Integer::toString)
                        .collect(java.util.stream.Collectors.joining(" "))))
                .hasSize(500);
        assertThat(Words.asked("а б в г д е ж з и к л м")).hasSize(8);
    }

    @Test
    void text_typed_with_the_wrong_layout_is_understood() {
        assertThat(Words.otherLayout("fyyf")).contains("анна");
        assertThat(Words.otherLayout(";fyyf")).contains("жанна");
        assertThat(Words.otherLayout("фттф")).contains("anna");
        assertThat(Words.otherLayout("79161234567")).isEmpty();
    }
}

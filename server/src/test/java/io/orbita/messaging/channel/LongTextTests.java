package io.orbita.messaging.channel;

import static io.orbita.messaging.channel.TextFormat.HTML;
import static io.orbita.messaging.channel.TextFormat.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LongTextTests {
    @Test
    void a_short_text_stays_one_message() {
        assertThat(LongText.parts("а".repeat(4096), PLAIN)).hasSize(1);
        assertThat(LongText.parts("", PLAIN)).hasSize(1);
    }

    @Test
    void a_long_text_is_cut_between_paragraphs_first() {
        var text = "Первый абзац, строка.\nЕщё строка.\n\nВторой абзац.";
        assertThat(texts(text, PLAIN, 40)).containsExactly("Первый абзац, строка.\nЕщё строка.", "Второй абзац.");
    }

    @Test
    void then_between_lines_sentences_and_words() {
        assertThat(texts("строка раз\nстрока два", PLAIN, 15)).containsExactly("строка раз", "строка два");
        assertThat(texts("Раз, два. Три, четыре", PLAIN, 15)).containsExactly("Раз, два.", "Три, четыре");
        assertThat(texts("раз два три четыре", PLAIN, 12)).containsExactly("раз два три", "четыре");
    }

    @Test
    void a_wall_of_characters_is_cut_but_no_character_is_halved() {
        var parts = texts("💪".repeat(50), PLAIN, 15);
        assertThat(parts).allSatisfy(part -> assertThat(part).matches("(💪)+").hasSizeLessThanOrEqualTo(15));
        assertThat(String.join("", parts)).isEqualTo("💪".repeat(50));
    }

    @Test
    void tags_stay_whole() {
        var text = "<b>Неделя 1</b>\nжим лёжа\n<b>Неделя 2\nи ещё</b>\nприсед";
        assertThat(texts(text, HTML, 34))
                .containsExactly("<b>Неделя 1</b>\nжим лёжа", "<b>Неделя 2\nи ещё</b>\nприсед");
    }

    @Test
    void formatted_text_that_cannot_be_cut_becomes_plain() {
        var parts = LongText.parts("<b>" + "слово &amp; ".repeat(10) + "</b>", HTML, 30);
        assertThat(parts).allSatisfy(part -> assertThat(part.format()).isEqualTo(PLAIN));
        assertThat(parts.getFirst().text()).startsWith("слово & слово");
    }

    @Test
    void no_word_is_lost_whatever_the_text() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var text = random.ints(random.nextInt(600), 0, 12)
                    .mapToObj(
                            it -> List.of("а", "бв", ".", " ", "\n", "\n\n", "💪", "слово", "! ", "<i>x</i>", "г", " ")
                                    .get(it))
                    .collect(Collectors.joining());
            var parts = LongText.parts(text, random.nextBoolean() ? PLAIN : HTML, 40);
            assertThat(parts).allSatisfy(it -> assertThat(it.text().length()).isLessThanOrEqualTo(40));
            assertThat(bare(parts.stream().map(LongText.Part::text).collect(Collectors.joining())))
                    .isEqualTo(bare(text));
        }
    }

    @Test
    void html_is_escaped_and_read_back() {
        var hostile = "<script>\"&amp;\"</script> & 5 < 6";
        assertThat(HtmlText.escape(hostile)).doesNotContain("<").doesNotContain("\"");
        assertThat(HtmlText.plain(HtmlText.escape(hostile))).isEqualTo(hostile);
        assertThat(HtmlText.plain("Смотрите <a href=\"https://x.test/?a=1&amp;b=2\">сюда</a>"))
                .isEqualTo("Смотрите сюда (https://x.test/?a=1&b=2)");
    }

    @Test
    void clean_text_is_fit_to_keep() {
        assertThat(CleanText.of("a\u0000\u0007b\ud83d", 10)).isEqualTo("ab\uFFFD");
        assertThat(CleanText.of("💪💪", 3)).isEqualTo("💪");
        assertThat(CleanText.of("👩‍👧 ❤️ ё́", 20)).isEqualTo("👩‍👧 ❤️ ё́");
        assertThat(CleanText.line(" Ве\nра \u202e ", 10)).isEqualTo("Ве ра");
        assertThat(CleanText.line("\n\u0000", 10)).isNull();
    }

    private static List<String> texts(String text, TextFormat format, int limit) {
        return LongText.parts(text, format, limit).stream()
                .map(LongText.Part::text)
                .toList();
    }

    /** Tags may fall away and spaces at the seams too; words may not. */
    private static String bare(String text) {
        return text.replaceAll("</?i>", "").replaceAll("\\s", "");
    }
}

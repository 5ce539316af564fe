package io.orbita.programs.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SpellingTests {
    private static final String LETTERS = "\u0430ёЁ\u0441\u0421xkC-–—−\u2E3A \u00a0\t«»\"'“”„‘’`*.,;:!9\uD803\uDEAD";
    private static final String LATIN = "aceopxyk";
    private static final String CYRILLIC = "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u043a";
    private static final Pattern QUOTES = Pattern.compile("[«»\"'“”„‘’`*]");

    @Test
    void spellings_of_one_thing_have_one_key() {
        assertThat(Spelling.key(" «Жим»  лёжа — узкий хват. ")).isEqualTo("жим лежа-узкий хват");
        assertThat(Spelling.key("Pазведения")).isEqualTo("\u0440азведения");
        assertThat(Spelling.key("8 − 12")).isEqualTo(Spelling.key("8-12")).isEqualTo("8-12");
        assertThat(Spelling.key("TRX")).isEqualTo("trx");
        assertThat(Spelling.key("* «»")).isEmpty();
    }

    @Test
    void the_quick_way_says_what_the_plain_way_says() {
        var random = new Random(20_261_201);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            assertThat(Spelling.key(text.toString())).as("«%s»", text).isEqualTo(plainly(text.toString()));
        }
    }

    /** By the rules one after another, each over the whole text. */
    private static String plainly(String text) {
        String tidy = Spelling.tidy(text)
                .replaceAll("[\\p{Pd}\\u2212]", "-")
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
        var key = new StringBuilder();
        for (String word : tidy.split(" ")) {
            String bare = QUOTES.matcher(word).replaceAll("");
            if (bare.chars().anyMatch(letter -> letter >= 'а' && letter <= 'я')) {
                for (int i = 0; i < LATIN.length(); i++) {
                    bare = bare.replace(LATIN.charAt(i), CYRILLIC.charAt(i));
                }
            }
            if (!bare.isEmpty()) {
                key.append(key.isEmpty() ? "" : " ").append(bare);
            }
        }
        return key.toString().replaceAll("\\s?-\\s?", "-").replaceAll("[.,;:!]+$", "");
    }
}

package io.orbita.businesses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Deeds that are put together at run time are met by the assertion in {@link Audit} in whichever test does them. */
class DeedsInWordsTests {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:audit\\.record|traces\\.audited|Audit\\.Deed|\\bnote|\\brecord)\\((?<call>[^;]{0,400});");
    private static final Pattern DEED = Pattern.compile(
            "\"((?:api_keys|auth|clients|integrations|invitations|payments|programs|reminders|site|users|webhooks)"
                    + "\\.[a-z_-]*[a-z])\"");

    private static Set<String> written() throws IOException {
        var deeds = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                if (source.contains("udit")) {
                    WRITTEN.matcher(source)
                            .results()
                            .map(MatchResult::group)
                            .flatMap(call -> DEED.matcher(call).results())
                            .forEach(found -> deeds.add(found.group(1)));
                }
            }
        }
        return deeds;
    }

    @Test
    void every_deed_that_the_sources_write_has_words() throws IOException {
        assertThat(written())
                .hasSizeGreaterThan(30)
                .allSatisfy(deed -> assertThat(DeedsInWords.of(deed))
                        .as(deed + ": write it into DeedsInWords")
                        .isNotNull());
    }

    @Test
    void every_word_is_of_its_language_and_of_one_deed() {
        var soft = new SoftAssertions();
        for (DeedsInWords.Words words : DeedsInWords.all()) {
            soft.assertThat(words.text()).as(words.deed()).matches("[А-ЯЁ][а-яёА-ЯЁ ,-]+");
            soft.assertThat(words.textEn()).as(words.deed()).matches("[A-Z][A-Za-z ,'-]+");
        }
        soft.assertThat(DeedsInWords.all().stream()
                        .map(DeedsInWords.Words::text)
                        .distinct())
                .hasSameSizeAs(DeedsInWords.all());
        soft.assertThat(DeedsInWords.all().stream().map(DeedsInWords.Words::deed))
                .isSorted()
                .doesNotHaveDuplicates();
        soft.assertAll();
    }
}

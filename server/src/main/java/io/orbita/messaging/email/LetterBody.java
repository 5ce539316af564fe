package io.orbita.messaging.email;

import io.orbita.messaging.channel.HtmlText;
import io.orbita.messaging.channel.TextFormat;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The two faces of a letter: plain, and a simple page that every reader of mail shows the same. */
final class LetterBody {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    private LetterBody() {}

    static String plain(Letter letter) {
        return letter.format() == TextFormat.PLAIN ? letter.text() : HtmlText.plain(letter.text());
    }

    static String html(Letter letter) {
        var text = letter.format() == TextFormat.PLAIN
                ? ADDRESS.matcher(HtmlText.escape(letter.text())).replaceAll("<a href=\"$0\">$0</a>")
                : letter.text();
        var paragraphs = Arrays.stream(text.split("\n{2,}"))
                .filter(it -> !it.isBlank())
                .map(it -> "<p>" + it.strip().replace("\n", "<br>\n") + "</p>\n")
                .collect(Collectors.joining());
        return """
                <!doctype html>
                <html><body style="font: 16px/1.5 sans-serif; color: #1b1b1b; max-width: 640px">
                %s</body></html>
                """.formatted(paragraphs);
    }
}

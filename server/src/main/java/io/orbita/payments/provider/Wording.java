package io.orbita.payments.provider;

import java.net.URI;
import java.util.Optional;

/** Small texts that go to and come from providers. */
public final class Wording {

    private Wording() {}

    /** One line of at most so many characters; never half a character, never nothing. */
    public static String line(String text, int most) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return "Оплата";
        }
        if (line.length() <= most) {
            return line;
        }
        return line.substring(0, Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most);
    }

    /** A page where a client can pay; empty for anything that is no web address. */
    public static Optional<URI> page(String text) {
        try {
            var url = URI.create(text);
            var web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            return web && url.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}

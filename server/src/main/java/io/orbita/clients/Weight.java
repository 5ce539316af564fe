package io.orbita.clients;

import java.util.List;
import java.util.Locale;

/** How much a line of history weighs, so that a reader of few lines sees the right ones. */
enum Weight {
    IMPORTANT,
    ORDINARY,
    NOISE;

    static final String CODES = "important|ordinary|noise";

    /** Beginnings of kinds as SQL's LIKE takes them; what is in neither list is ordinary. */
    static final List<String> IMPORTANT_KINDS =
            List.of("pipeline.%", "payments.%", "programs.%", "dialogues.questionnaire-finished", "journal.nps%");

    static final List<String> NOISE_KINDS = List.of("messaging.%");

    static Weight of(String kind) {
        return begins(kind, IMPORTANT_KINDS) ? IMPORTANT : begins(kind, NOISE_KINDS) ? NOISE : ORDINARY;
    }

    private static boolean begins(String kind, List<String> patterns) {
        return patterns.stream().anyMatch(pattern -> kind.startsWith(pattern.replace("%", "")));
    }

    static Weight read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.orbita.marketing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with variables: {@code {имя}}; written as {@code {, имя}} the comma goes when nothing is known. Values are put in as they are: a reminder is
 * plain text, so that nothing a client is called can become markup or another variable.
 */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{(, )?([а-яё]+)}");
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]{0,60})}?");

    private Template() {}

    /** What is wrong with the text, in Russian; empty when nothing is. */
    static Optional<String> fault(String text, Happening since) {
        for (MatchResult braces : BRACES.matcher(text).results().toList()) {
            var place = PLACE.matcher(braces.group());
            boolean known = place.matches()
                    && Variable.of(place.group(2))
                            .filter(variable -> variable.knownAfter(since))
                            .isPresent();
            if (!known) {
                return Optional.of("Не знаю, что подставить вместо %s. Здесь можно: %s"
                        .formatted(shortened(braces.group()), allowed(since)));
            }
        }
        return Optional.empty();
    }

    static String fill(String text, Map<Variable, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = Variable.of(place.group(2))
                    .map(variable -> values.getOrDefault(variable, ""))
                    .orElse("");
            String comma = place.group(1) == null || value.isEmpty() ? "" : place.group(1);
            return java.util.regex.Matcher.quoteReplacement(comma + value);
        });
    }

    private static String allowed(Happening since) {
        return Arrays.stream(Variable.values())
                .filter(variable -> variable.knownAfter(since))
                .map(variable -> "{" + variable.word() + "}")
                .collect(Collectors.joining(", "));
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 29) + "…";
    }
}

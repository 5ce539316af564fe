package io.orbita.dialogues.wording;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The phrases of one language. Values are put in as they are: replies are plain text, so nothing a client typed can
 * become markup.
 */
public final class Wording {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)(\\|[^{}]*)?}");
    private static final Wording RUSSIAN = new Wording("ru");

    private final Map<Phrase, String> phrases = new EnumMap<>(Phrase.class);

    private Wording(String language) {
        var resource = "/dialogues/texts." + language + ".properties";
        var texts = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Wording.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var phrase : Phrase.values()) {
            phrases.put(phrase, Objects.requireNonNull(texts.getProperty(phrase.key()), phrase.key()));
        }
        if (texts.size() != phrases.size()) {
            throw new IllegalStateException("phrases without a name in " + resource);
        }
    }

    public static Wording russian() {
        return RUSSIAN;
    }

    public String say(Phrase phrase) {
        return say(phrase, Map.of());
    }

    public String say(Phrase phrase, String name, Object value) {
        return say(phrase, Map.of(name, value));
    }

    /** @throws IllegalArgumentException when the phrase has a place for which no value is given */
    public String say(Phrase phrase, Map<String, ?> values) {
        var template = Objects.requireNonNull(phrases.get(phrase));
        var filled = new StringBuilder();
        Matcher places = PLACE.matcher(template);
        while (places.find()) {
            Object value = values.get(places.group(1));
            if (value == null) {
                throw new IllegalArgumentException(phrase + " needs " + places.group(1));
            }
            String forms = places.group(2);
            String text = forms == null
                    ? shown(value)
                    : shown(value) + " "
                            + form((Number) value, forms.substring(1).split("\\|"));
            places.appendReplacement(filled, Matcher.quoteReplacement(text));
        }
        return places.appendTail(filled).toString();
    }

    /** A number as Russians write it: a comma, no trailing zeros. */
    public static String number(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static String shown(Object value) {
        return value instanceof BigDecimal number ? number(number) : value.toString();
    }

    /** «1 день, 2 дня, 5 дней, 11 дней, 21 день, 1,5 дня». */
    private static String form(Number number, String[] forms) {
        var value = new BigDecimal(number.toString()).abs();
        if (value.stripTrailingZeros().scale() > 0) {
            return forms[1];
        }
        int hundredth = value.remainder(BigDecimal.valueOf(100)).intValue();
        int tenth = hundredth % 10;
        if (hundredth >= 11 && hundredth <= 14) {
            return forms[2];
        }
        if (tenth == 1) {
            return forms[0];
        }
        return tenth >= 2 && tenth <= 4 ? forms[1] : forms[2];
    }
}

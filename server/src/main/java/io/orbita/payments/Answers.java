package io.orbita.payments;

import io.orbita.platform.web.Invalid;
import java.util.Locale;
import java.util.Map;

/** Yes and no on a page of plain texts. */
final class Answers {

    private Answers() {}

    static String yesOrNo(boolean yes) {
        return yes ? "да" : "нет";
    }

    /** @param before the answer when the field was not given */
    static boolean isYes(Map<String, String> values, String field, boolean before) {
        return switch (values.getOrDefault(field, yesOrNo(before)).strip().toLowerCase(Locale.ROOT)) {
            case "да", "true", "yes", "1" -> true;
            case "нет", "false", "no", "0", "" -> false;
            default -> throw new Invalid("values." + field, "choice", "Да или нет");
        };
    }
}

package io.orbita.site.pages;

import io.orbita.platform.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A form as it stands on the page: what was typed, and what is wrong with it.
 *
 * @param alarm what concerns the whole form; empty for nothing
 * @param errors texts by the name of the field
 */
public record Filled(
        String name,
        String phone,
        String email,
        String message,
        boolean consent,
        Map<String, String> utm,
        String alarm,
        Map<String, String> errors) {

    static Filled empty(Map<String, String> utm) {
        return new Filled("", "", "", "", false, utm, "", Map.of());
    }

    Filled wrong(List<Refusal.Field> fields) {
        return new Filled(
                name,
                phone,
                email,
                message,
                consent,
                utm,
                "",
                fields.stream()
                        .collect(Collectors.toMap(Refusal.Field::field, Refusal.Field::message, (one, other) -> one)));
    }

    Filled alarmed(String text) {
        return new Filled(name, phone, email, message, consent, utm, text, Map.of());
    }

    /** The text under a field; empty for none. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** The value of {@code aria-invalid}. */
    public String invalid(String field) {
        return errors.containsKey(field) ? "true" : "false";
    }
}

package io.orbita.clients;

import io.orbita.platform.text.Phones;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person can be known by. Only a verified identity finds an existing client; an unverified one makes a suspected duplicate at most.
 *
 * @param value normalised: E.164 for a phone, lower case for an e-mail, the decimal id for Telegram and the sandbox, the visitor id
 */
public record Identity(Kind kind, String value) {
    private static final Pattern PHONE = Pattern.compile("\\+\\d{7,15}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@[\\p{L}\\d-]{1,63}(\\.[\\p{L}\\d-]{1,63})+");
    private static final Pattern ANY_EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,250}");
    private static final Pattern HANDLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** Where the identity comes from; sandbox ids never meet Telegram ids. */
    public enum Kind {
        TELEGRAM,
        SANDBOX,
        VK,
        PHONE,
        EMAIL,
        VISITOR;

        boolean secret() {
            return this == PHONE || this == EMAIL;
        }

        /** The field under which values of this kind are sealed and hashed. */
        String field() {
            return "clients." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Checks the spelling.
     *
     * @throws IllegalArgumentException when the value is not normalised; the message does not repeat it
     */
    public Identity {
        boolean fits = switch (kind) {
            case PHONE -> PHONE.matcher(value).matches();
            case EMAIL -> value.length() <= 254 && ANY_EMAIL.matcher(value).matches() && value.equals(lower(value));
            case TELEGRAM, SANDBOX, VK, VISITOR -> HANDLE.matcher(value).matches();
        };
        if (!fits) {
            throw new IllegalArgumentException("not a normalised " + kind);
        }
    }

    /** The phone in any spelling; empty when it is no possible number. */
    public static Optional<Identity> phone(String anySpelling) {
        return Phones.e164(anySpelling).map(number -> new Identity(Kind.PHONE, number));
    }

    /** The e-mail in any case; empty when it cannot be an address. */
    public static Optional<Identity> email(String anyCase) {
        String address = lower(anyCase.strip());
        return address.length() <= 254 && EMAIL.matcher(address).matches()
                ? Optional.of(new Identity(Kind.EMAIL, address))
                : Optional.empty();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Without the value: an identity never reaches a log. */
    @Override
    public String toString() {
        return kind + " identity";
    }
}

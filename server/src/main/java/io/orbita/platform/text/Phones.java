package io.orbita.platform.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Phone numbers, in any spelling in, E.164 out. */
public final class Phones {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private Phones() {}

    /** E.164 ({@code +79161234567}), or empty when it is no possible number. A number without a country code is taken for a Russian one. */
    public static Optional<String> e164(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        return parse(text.strip())
                .filter(UTIL::isValidNumber)
                .map(number -> UTIL.format(number, PhoneNumberFormat.E164));
    }

    private static Optional<PhoneNumber> parse(String text) {
        try {
            String digits = text.replaceAll("\\D", "");
            boolean bare = !text.startsWith("+") && digits.length() == 11 && digits.startsWith("7");
            return Optional.of(UTIL.parse(bare ? "+" + digits : text, "RU"));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}

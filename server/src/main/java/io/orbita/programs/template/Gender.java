package io.orbita.programs.template;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whom a tab of the owner's spreadsheet is for; each gender has a tab of its own. */
public enum Gender {
    MALE("Men", "мужчины", Pattern.compile("^(?:men|man|m|м|муж\\p{L}*)[ _-]*\\d.*")),
    FEMALE("Women", "женщины", Pattern.compile("^(?:women|woman|w|ж|жен\\p{L}*)[ _-]*\\d.*"));

    private final String prefix;
    private final String plural;
    private final Pattern profile;

    Gender(String prefix, String plural, Pattern profile) {
        this.prefix = prefix;
        this.plural = plural;
        this.profile = profile;
    }

    /** The beginning of a profile id: «Men» or «Women». */
    public String prefix() {
        return prefix;
    }

    /** «мужчины» or «женщины». */
    public String plural() {
        return plural;
    }

    /** Reads the gender off a profile id: «Men_3», «Women_12», «W_7», «М 4». */
    public static Optional<Gender> ofProfile(String profile) {
        String key = Spelling.key(profile);
        for (Gender gender : values()) {
            if (gender.profile.matcher(key).matches()) {
                return Optional.of(gender);
            }
        }
        return Optional.empty();
    }
}

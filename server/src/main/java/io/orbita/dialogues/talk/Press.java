package io.orbita.dialogues.talk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands on a button: a verb and its parts, joined by colons. A press of a question's button names the pass and the
 * question it was made for, so that an old keyboard can never answer another question. A tick says what it should
 * become, so that two taps count once.
 */
public record Press(String verb, List<String> parts) {

    public static final int MOST_BYTES = 64;

    public static final String MENU = "menu";
    public static final String FREE = "free";
    public static final String UPDATE = "update";
    public static final String RESUME = "resume";
    public static final String FAQ = "faq";
    public static final String CONTACTS = "contacts";
    static final String ERASE = "erase";
    static final String REMIND = "remind";
    static final String ANSWER = "a";
    static final String TICK = "t";
    static final String UNTICK = "u";
    static final String DONE = "d";
    static final String KEEP = "k";
    static final String SKIP = "s";
    static final String BACK = "b";
    static final String OVER = "o";

    private static final Set<String> OURS = Set.of(MENU, FREE, UPDATE, RESUME, FAQ, CONTACTS, ERASE, REMIND, "note");

    static Press of(String data) {
        var parts = List.of(data.split(":", 4));
        return new Press(parts.getFirst(), parts.subList(1, parts.size()));
    }

    String data() {
        return parts.isEmpty() ? verb : verb + ":" + String.join(":", parts);
    }

    static String data(String verb, Object... parts) {
        return new Press(verb, Arrays.stream(parts).map(Object::toString).toList()).data();
    }

    /** Whether another room's buttons may begin with it; {@code note} is for the buttons under notices to staff. */
    public static boolean isFree(String prefix) {
        return prefix.matches("[a-z][a-z0-9_]{1,11}") && !OURS.contains(prefix);
    }

    String part(int i) {
        return i < parts.size() ? parts.get(i) : "";
    }

    /** All from the part on, colons included. */
    String rest(int i) {
        return i < parts.size() ? String.join(":", parts.subList(i, parts.size())) : "";
    }

    Optional<Long> number(int i) {
        try {
            return Optional.of(Long.parseLong(part(i)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean isOfAQuestion() {
        return switch (verb) {
            case ANSWER, TICK, UNTICK, DONE, KEEP, SKIP, BACK -> true;
            default -> false;
        };
    }
}

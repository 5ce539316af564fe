package io.orbita.clients;

import io.orbita.platform.text.Clean;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person who writes for the first time. Whatever is too long is cut, whatever cannot be kept is left out: a stranger's profile
 * never refuses them.
 *
 * @param name as they call themselves; may be empty
 * @param username of Telegram, without @
 * @param source free text of at most 100 characters such as {@code telegram}, {@code site}, {@code vk}
 * @param utm marks of the campaign, may be empty; at most 20 are kept
 */
public record Newcomer(String name, @Nullable String username, String source, Map<String, String> utm) {
    private static final int MOST_MARKS = 20;

    public Newcomer {
        name = cut(name, 200);
        username = username == null || username.isBlank() ? null : cut(username, 64);
        source = source.isBlank() ? "unknown" : cut(source, 100);
        utm = marks(utm);
    }

    static Map<String, String> marks(Map<String, String> utm) {
        var marks = new LinkedHashMap<String, String>();
        utm.entrySet().stream()
                .limit(MOST_MARKS)
                .forEach(mark -> marks.put(cut(mark.getKey(), 60), cut(mark.getValue(), 300)));
        return marks;
    }

    /** Clean, without spaces around, at most that many UTF-16 units and no half of a pair at the end. */
    static String cut(String text, int most) {
        String clean = Clean.of(text).strip();
        if (clean.length() <= most) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(most - 1)) ? most - 1 : most;
        return clean.substring(0, end).strip();
    }
}

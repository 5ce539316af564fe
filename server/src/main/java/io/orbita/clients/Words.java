package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words by which a client is found: of name, nick and notes, by their beginnings. */
@Component
class Words {
    private static final int MOST = 500;
    private static final int LONGEST = 60;
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}_]+");
    private static final String LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    private static final String RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю";

    private record Texts(
            String name,
            @Nullable String username,
            @Nullable String notes) {}

    private final JdbcClient jdbc;

    Words(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the words of a client anew, after a change of name, nick or notes. */
    void index(BusinessId business, long client) {
        Texts texts = jdbc.sql("""
                        select name, username, notes from clients.client where business_id = :business and id = :client
                        """)
                .param("business", business.value())
                .param("client", client)
                .query(Texts.class)
                .single();
        String[] words = of(texts.name(), texts.username(), texts.notes());
        jdbc.sql("""
                        delete from clients.word
                         where business_id = :business and client_id = :client and word <> all(:words)
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("words", words)
                .update();
        jdbc.sql("""
                        insert into clients.word (business_id, word, client_id)
                        select :business, word, :client from unnest(:words) as word on conflict do nothing
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("words", words)
                .update();
    }

    /** The words that a client is found by. */
    static String[] of(String name, @Nullable String username, @Nullable String notes) {
        return of(name + " " + either(username) + " " + either(notes)).toArray(String[]::new);
    }

    private static String either(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The words of a text as they are kept; a nick is kept whole and in its parts. */
    static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        for (String word : split(text)) {
            words.add(word);
            if (word.indexOf('_') >= 0) {
                words.addAll(List.of(word.split("_+")));
            }
        }
        words.remove("");
        return words.stream().limit(MOST).collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    /** The words to look for; all of them must begin some word of the client. */
    static List<String> asked(String text) {
        return split(text).stream().distinct().limit(8).toList();
    }

    /** The same keys pressed with the other layout: «fyyf» for «анна», «фттф» for «anna». */
    static Optional<String> otherLayout(String text) {
        var typed = new StringBuilder();
        for (char key : text.toLowerCase(Locale.ROOT).toCharArray()) {
            int latin = LATIN_KEYS.indexOf(key);
            int russian = RUSSIAN_KEYS.indexOf(key);
            typed.append(latin >= 0 ? RUSSIAN_KEYS.charAt(latin) : russian >= 0 ? LATIN_KEYS.charAt(russian) : key);
        }
        return typed.toString().equalsIgnoreCase(text) ? Optional.empty() : Optional.of(typed.toString());
    }

    private static List<String> split(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('ё', 'е');
        return BREAK.splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
                .toList();
    }
}

package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.text.Phones;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom a text finds. What finds few is looked up at once; words that begin the names of very many are left to the list, which meets such clients soon in whatever
 * order it goes. So neither a rare nor a common word ever reads all clients.
 */
@Component
class Matches {
    private static final int FEW = 2_000;
    private static final Pattern PHONE_LIKE = Pattern.compile("[+\\d\\s().\\-–]+");
    private static final String LAST = "\udbff\udffd";

    private static final String HAS_WORD = """
            exists (select from clients.client m
                      join clients.word w on w.business_id = m.business_id and w.client_id = m.id
                     where m.business_id = :business and m.stands_as = c.id and w.word >= :word%1$d and w.word < :end%1$d)
            """;

    private final JdbcClient jdbc;
    private final Identities identities;

    Matches(JdbcClient jdbc, Identities identities) {
        this.jdbc = jdbc;
        this.identities = identities;
    }

    /** Adds the condition that the client {@code c} is found by the text. */
    void narrow(Where where, BusinessId business, String q) {
        String text = q.strip();
        Set<Long> known = new HashSet<>(byIdentity(business, text));
        List<String> common = new ArrayList<>();
        int words = 0;
        for (List<String> asked : List.of(
                Words.asked(text), Words.otherLayout(text).map(Words::asked).orElse(List.of()))) {
            if (asked.isEmpty() || rare(business, asked, known)) {
                continue;
            }
            List<String> each = new ArrayList<>();
            for (String word : asked) {
                each.add(HAS_WORD.formatted(words));
                where.with("word" + words, word).with("end" + words, word + LAST);
                words++;
            }
            common.add("(" + String.join(" and ", each) + ")");
        }
        common.addFirst("c.id = any(:known)");
        where.with("known", known.toArray(Long[]::new)).and("(" + String.join(" or ", common) + ")");
    }

    /** Puts the persons who have all the words into {@code found}; false when each of the words is a common one. */
    private boolean rare(BusinessId business, List<String> words, Set<Long> found) {
        for (String word : words) {
            List<Long> persons = persons(business, word);
            if (persons.size() <= FEW) {
                Set<Long> left = new HashSet<>(persons);
                for (String other : words) {
                    if (!other.equals(word) && !left.isEmpty()) {
                        left.retainAll(having(business, left, other));
                    }
                }
                found.addAll(left);
                return true;
            }
        }
        return false;
    }

    private List<Long> persons(BusinessId business, String word) {
        return jdbc.sql("""
                        select distinct c.stands_as
                          from (select client_id from clients.word
                                 where business_id = :business and word >= :word and word < :end limit :limit) w
                          join clients.client c on c.business_id = :business and c.id = w.client_id
                        """)
                .param("business", business.value())
                .param("word", word)
                .param("end", word + LAST)
                .param("limit", FEW * 2)
                .query(Long.class)
                .list();
    }

    private List<Long> having(BusinessId business, Set<Long> persons, String word) {
        return jdbc.sql("""
                        select distinct c.stands_as from clients.client c
                          join clients.word w on w.business_id = c.business_id and w.client_id = c.id
                         where c.business_id = :business and c.stands_as = any(:persons) and w.word >= :word and w.word < :end
                        """)
                .param("business", business.value())
                .param("persons", persons.toArray(Long[]::new))
                .param("word", word)
                .param("end", word + LAST)
                .query(Long.class)
                .list();
    }

    /** Who is known by the e-mail or the phone, or by a phone that ends so. */
    private List<Long> byIdentity(BusinessId business, String text) {
        List<String> hashes = new ArrayList<>();
        List<String> tails = new ArrayList<>();
        Identity.email(text).ifPresent(email -> hashes.add(identities.hash(business, email)));
        if (PHONE_LIKE.matcher(text).matches()) {
            Phones.e164(text)
                    .ifPresent(
                            phone -> hashes.add(identities.hash(business, new Identity(Identity.Kind.PHONE, phone))));
            String digits = text.replaceAll("\\D", "");
            if (digits.length() >= Identities.SHORTEST_TAIL) {
                tails.add(identities.tailHash(
                        business, digits.substring(Math.max(0, digits.length() - Identities.LONGEST_TAIL))));
            }
        }
        return hashes.isEmpty() && tails.isEmpty() ? List.of() : identities.persons(business, hashes, tails, FEW);
    }
}

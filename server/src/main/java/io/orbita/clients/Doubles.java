package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may be the same person, by stated rules: {@code phone} and {@code email} (both cards have it, proven or not), {@code nick} (the same nick on both), {@code name_phone} (the same name in any
 * order of its words, and phones that end in the same seven digits), {@code name_birth} (the same name and birth date). A value that more than {@value #CROWD} persons share says nothing.
 */
@Component
@Transactional
class Doubles {
    static final List<String> RULES = List.of("phone", "email", "nick", "name_phone", "name_birth");
    private static final int CROWD = 100;
    private static final int TAIL = 7;

    /** A name as it is compared. */
    private static final String PLAIN = """
            (select string_agg(word, ' ' order by word)
               from unnest(regexp_split_to_array(lower(translate(btrim(c.name), 'ёЁ', 'еЕ')), '\\s+')) as word)
            """;

    private static final String LIVE = """
            c.business_id = :business and c.merged_into is null and c.deleted_at is null and c.erased_at is null
            """;
    private static final String PAIRS = """
            select a, b from crowd, unnest(persons) as a, unnest(persons) as b where a < b
            """;

    private static final Map<String, String> SHARED = new LinkedHashMap<>();

    static {
        for (String kind : List.of("phone", "email")) {
            SHARED.put(kind, """
                    with crowd as (
                      select array_agg(distinct m.stands_as) as persons from clients.identity i
                        join clients.client m on m.business_id = i.business_id and m.id = i.client_id
                        join clients.client c on c.id = m.stands_as and %s
                       where i.business_id = :business and i.kind = '%s' group by i.hash
                      having count(distinct m.stands_as) between 2 and :crowd)
                    """.formatted(LIVE, kind.toUpperCase(java.util.Locale.ROOT)) + PAIRS);
        }
        SHARED.put("nick", crowd("lower(c.username)", "c.username is not null"));
        SHARED.put("name_birth", crowd(PLAIN + ", c.birth_date", "c.birth_date is not null and c.name <> ''"));
        SHARED.put("name_phone", "select a, b from (" + crowd(PLAIN, "c.name <> ''") + """
                ) named
                 where exists (select 1 from clients.client ma
                                 join clients.identity ia on ia.business_id = :business and ia.client_id = ma.id and ia.kind = 'PHONE'
                                 join clients.phone_tail ta on ta.business_id = :business and ta.identity_id = ia.id
                                 join clients.phone_tail tb on tb.business_id = :business and tb.hash = ta.hash
                                 join clients.identity ib on ib.business_id = :business and ib.id = tb.identity_id
                                 join clients.client mb on mb.business_id = :business and mb.id = ib.client_id and mb.stands_as = b
                                where ma.business_id = :business and ma.stands_as = a
                                group by ia.id, ib.id having count(*) > :tails)
                """);
    }

    private static String crowd(String by, String with) {
        return """
                with crowd as (
                  select array_agg(c.id) as persons from clients.client c where %s and %s
                   group by %s having count(*) between 2 and :crowd)
                """.formatted(LIVE, with, by) + PAIRS;
    }

    /** Somebody who may be the person that is being written down. */
    record Candidate(long clientId, String name, List<String> reasons) {}

    private final JdbcClient jdbc;
    private final ClientRows rows;
    private final Identities identities;
    private final Clock clock;

    Doubles(JdbcClient jdbc, ClientRows rows, Identities identities, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.identities = identities;
        this.clock = clock;
    }

    /** Looks through the whole base; how many pairs each rule has found that nobody had thought of. */
    public Map<String, Integer> scan(BusinessId business) {
        var found = new LinkedHashMap<String, Integer>();
        for (String rule : RULES) {
            found.put(
                    rule,
                    jdbc.sql("""
                            with found as (%s), fresh as (
                              select f.a, f.b from found f
                               where not exists (select from clients.suspicion d
                                                   join clients.client x on x.business_id = d.business_id and x.id = d.client_id
                                                   join clients.client y on y.business_id = d.business_id and y.id = d.other_id
                                                  where d.business_id = :business and d.dismissed_at is not null
                                                    and least(x.stands_as, y.stands_as) = f.a and greatest(x.stands_as, y.stands_as) = f.b))
                            insert into clients.suspicion as s (business_id, client_id, other_id, reason, reasons, at)
                            select :business, a, b, :rule, array[:rule], :now from fresh
                            on conflict (business_id, client_id, other_id) do update
                               set reasons = array(select distinct unnest(array[s.reason] || s.reasons || excluded.reasons) order by 1)
                             where not excluded.reasons <@ (array[s.reason] || s.reasons)
                            """.formatted(SHARED.get(rule)))
                            .param("business", business.value())
                            .param("crowd", CROWD)
                            .param("tails", TAIL - Identities.SHORTEST_TAIL)
                            .param("rule", rule)
                            .param("now", Sql.at(clock.instant()))
                            .update());
        }
        return found;
    }

    /** Who may be the person already, before a card is made. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(BusinessId business, @Nullable String name, Collection<Identity> known) {
        var reasons = new TreeMap<Long, Set<String>>();
        for (Identity identity : known) {
            String kind = identity.kind().name().toLowerCase(java.util.Locale.ROOT);
            for (Long client : identities.clients(business, identity)) {
                rows.standing(business, client)
                        .ifPresent(id -> reasons.computeIfAbsent(id, _ -> new HashSet<>())
                                .add(kind));
            }
            if (name != null
                    && identity.kind() == Identity.Kind.PHONE
                    && identity.value().length() > TAIL) {
                String tail = identities.tailHash(
                        business, identity.value().substring(identity.value().length() - TAIL));
                Set<String> words = Words.of(name);
                List<Long> persons = identities.persons(business, List.of(), List.of(tail), CROWD);
                rows.names(business, persons).forEach((id, other) -> {
                    if (!words.isEmpty() && Words.of(other).equals(words)) {
                        reasons.computeIfAbsent(id, _ -> new HashSet<>()).add("name_phone");
                    }
                });
            }
        }
        Map<Long, String> names = rows.names(business, live(business, reasons.keySet()));
        var candidates = new ArrayList<Candidate>();
        names.forEach((id, other) -> candidates.add(new Candidate(
                id, other, reasons.getOrDefault(id, Set.of()).stream().sorted().toList())));
        return candidates;
    }

    private List<Long> live(BusinessId business, Collection<Long> persons) {
        return jdbc.sql("select c.id from clients.client c where " + LIVE + " and c.id = any(:persons)")
                .param("business", business.value())
                .param("persons", persons.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}

package io.orbita.clients;

import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What many clients are known and found by, written with one statement for each table. The rules are those of {@link ContactPoints}, {@link Identities} and {@link Words}. */
@Component
class IntakePoints {
    /** A phone or e-mail of a client. */
    record Point(long client, Identity identity) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Identities identities;
    private final Clock clock;

    IntakePoints(JdbcClient jdbc, Vault vault, Identities identities, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.identities = identities;
        this.clock = clock;
    }

    /** The phones and e-mails of a card, in their order. */
    static List<Identity> of(ClientEdit card) {
        List<Identity> known = new ArrayList<>(ContactPoints.phones(ClientEdit.either(card.phones())));
        known.addAll(ContactPoints.emails(ClientEdit.either(card.emails())));
        return known;
    }

    /** The words that a card is found by. */
    static Set<String> words(ClientEdit card) {
        return Words.of(text(card.name()) + " " + text(card.telegramUsername()) + " " + text(card.notes()));
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    Map<Identity, Long> holders(BusinessId business, Collection<Identity> wanted) {
        var byHash = new HashMap<String, Identity>();
        wanted.stream()
                .distinct()
                .forEach(identity -> byHash.put(identity.kind() + identities.hash(business, identity), identity));
        var holders = new HashMap<Identity, Long>();
        jdbc.sql("""
                        select i.kind, i.hash, c.stands_as from unnest(:keys::text[]) as k (key)
                          join clients.identity i on i.business_id = :business and i.hash = right(k.key, 64) and i.kind || i.hash = k.key
                          join clients.client c on c.business_id = i.business_id and c.id = i.client_id
                         where i.verified
                        """)
                .param("business", business.value())
                .param("keys", byHash.keySet().toArray(String[]::new))
                .query(row -> {
                    Identity identity = byHash.get(row.getString("kind") + row.getString("hash"));
                    if (identity != null) {
                        holders.put(identity, row.getLong("stands_as"));
                    }
                });
        return holders;
    }

    /** New verified phones and e-mails; whoever is known by one of them without proof may be the same person. */
    void add(BusinessId business, List<Point> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        List<Long> ids = jdbc.sql("select nextval('clients.identity_id_seq') from generate_series(1, :many)")
                .param("many", fresh.size())
                .query(Long.class)
                .list();
        Long[] clients = fresh.stream().map(Point::client).toArray(Long[]::new);
        String[] kinds =
                fresh.stream().map(point -> point.identity().kind().name()).toArray(String[]::new);
        String[] hashes = fresh.stream()
                .map(point -> identities.hash(business, point.identity()))
                .toArray(String[]::new);
        byte[][] sealed = fresh.stream()
                .map(Point::identity)
                .map(identity -> vault.seal(business, identity.kind().field(), identity.value()))
                .toArray(byte[][]::new);
        jdbc.sql("""
                        insert into clients.identity (business_id, id, client_id, kind, hash, sealed, verified, created_at)
                        select :business, p.id, p.client, p.kind, p.hash, p.sealed, true, :now
                          from unnest(:ids::bigint[], :clients::bigint[], :kinds::text[], :hashes::text[], :sealed::bytea[])
                               as p (id, client, kind, hash, sealed)
                        """)
                .param("business", business.value())
                .param("ids", ids.toArray(Long[]::new))
                .param("clients", clients)
                .param("kinds", kinds)
                .param("hashes", hashes)
                .param("sealed", sealed)
                .param("now", Sql.at(clock.instant()))
                .update();
        tails(business, ids, fresh);
        suspect(business, clients, kinds, hashes);
    }

    private void tails(BusinessId business, List<Long> ids, List<Point> fresh) {
        List<Long> owners = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            Identity identity = fresh.get(i).identity();
            if (identity.kind() == Identity.Kind.PHONE) {
                for (String hash : identities.tailHashes(business, identity.value())) {
                    owners.add(ids.get(i));
                    hashes.add(hash);
                }
            }
        }
        jdbc.sql("""
                        insert into clients.phone_tail (business_id, hash, identity_id)
                        select :business, hash, identity from unnest(:hashes::text[], :identities::bigint[]) as t (hash, identity)
                        """)
                .param("business", business.value())
                .param("hashes", hashes.toArray(String[]::new))
                .param("identities", owners.toArray(Long[]::new))
                .update();
    }

    private void suspect(BusinessId business, Long[] clients, String[] kinds, String[] hashes) {
        jdbc.sql("""
                        insert into clients.suspicion as s (business_id, client_id, other_id, reason, reasons, at)
                        select :business, least(n.client, i.client_id), greatest(n.client, i.client_id), min(lower(n.kind)),
                               array_agg(distinct lower(n.kind) order by lower(n.kind)), :now
                          from unnest(:clients::bigint[], :kinds::text[], :hashes::text[]) as n (client, kind, hash)
                          join clients.identity i on i.business_id = :business and i.hash = n.hash and i.kind = n.kind and i.client_id <> n.client
                         group by 2, 3
                        on conflict (business_id, client_id, other_id) do update
                           set reasons = array(select distinct unnest(array[s.reason] || s.reasons || excluded.reasons) order by 1)
                         where not excluded.reasons <@ (array[s.reason] || s.reasons)
                        """)
                .param("business", business.value())
                .param("clients", clients)
                .param("kinds", kinds)
                .param("hashes", hashes)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** These persons are not known by these any more, on whichever of their cards they stand. */
    void remove(BusinessId business, List<Point> gone) {
        if (gone.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        delete from clients.identity i
                         using unnest(:clients::bigint[], :kinds::text[], :hashes::text[]) as g (client, kind, hash), clients.client c
                         where c.business_id = :business and c.stands_as = g.client
                           and i.business_id = :business and i.client_id = c.id and i.kind = g.kind and i.hash = g.hash
                        """)
                .param("business", business.value())
                .param("clients", gone.stream().map(Point::client).toArray(Long[]::new))
                .param(
                        "kinds",
                        gone.stream()
                                .map(point -> point.identity().kind().name())
                                .toArray(String[]::new))
                .param(
                        "hashes",
                        gone.stream()
                                .map(point -> identities.hash(business, point.identity()))
                                .toArray(String[]::new))
                .update();
    }

    void addWords(BusinessId business, Map<Long, ? extends Collection<String>> words) {
        each("""
                insert into clients.word (business_id, word, client_id)
                select :business, text, client from unnest(:clients::bigint[], :texts::text[]) as t (client, text)
                on conflict do nothing
                """, business, words);
    }

    void removeWords(BusinessId business, Map<Long, ? extends Collection<String>> words) {
        each("""
                delete from clients.word w using unnest(:clients::bigint[], :texts::text[]) as t (client, text)
                 where w.business_id = :business and w.word = t.text and w.client_id = t.client
                """, business, words);
    }

    void addTags(BusinessId business, Map<Long, ? extends Collection<String>> tags) {
        each("""
                insert into clients.tag (business_id, tag, client_id)
                select :business, text, client from unnest(:clients::bigint[], :texts::text[]) as t (client, text)
                on conflict do nothing
                """, business, tags);
    }

    void removeTags(BusinessId business, Map<Long, ? extends Collection<String>> tags) {
        each("""
                delete from clients.tag g using unnest(:clients::bigint[], :texts::text[]) as t (client, text)
                 where g.business_id = :business and g.tag = t.text and g.client_id = t.client
                """, business, tags);
    }

    private void each(String sql, BusinessId business, Map<Long, ? extends Collection<String>> texts) {
        List<Long> clients = new ArrayList<>();
        List<String> all = new ArrayList<>();
        texts.forEach((client, some) -> some.forEach(text -> {
            clients.add(client);
            all.add(text);
        }));
        if (!all.isEmpty()) {
            jdbc.sql(sql)
                    .param("business", business.value())
                    .param("clients", clients.toArray(Long[]::new))
                    .param("texts", all.toArray(String[]::new))
                    .update();
        }
    }
}

package io.orbita.clients;

import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What clients are known by: kept sealed, found by keyed hashes. */
@Component
class Identities {
    static final int SHORTEST_TAIL = 4;
    static final int LONGEST_TAIL = 10;
    private static final String TAIL = "clients.phone-tail";

    /** An identity in the clear; never to be logged. */
    record Known(long id, long clientId, Identity identity, boolean verified, boolean reachable) {}

    private record Row(
            long id,
            long clientId,
            Identity.Kind kind,
            @Nullable String value,
            byte @Nullable [] sealed,
            boolean verified,
            boolean reachable) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Identities(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    String hash(BusinessId business, Identity identity) {
        return vault.hash(business, identity.kind().field(), identity.value());
    }

    String tailHash(BusinessId business, String digits) {
        return vault.hash(business, TAIL, digits);
    }

    /** The client whom the verified identity belongs to. */
    Optional<Long> holder(BusinessId business, Identity identity) {
        return jdbc.sql("""
                        select client_id from clients.identity
                         where business_id = :business and kind = :kind and hash = :hash and verified
                        """)
                .param("business", business.value())
                .param("kind", identity.kind().name())
                .param("hash", hash(business, identity))
                .query(Long.class)
                .optional();
    }

    /** Somebody known by an identity, verified or not, with the card that stands for them. */
    record Knower(Identity identity, long client, long standing, boolean verified) {}

    /** Everybody known by one of these. */
    List<Knower> knowers(BusinessId business, Collection<Identity> identities) {
        var byHash = new HashMap<String, Identity>();
        identities.forEach(identity -> byHash.put(hash(business, identity), identity));
        return jdbc.sql("""
                        select i.kind, i.hash, i.client_id, i.verified, c.stands_as from clients.identity i
                          join clients.client c on c.business_id = i.business_id and c.id = i.client_id
                         where i.business_id = :business and i.hash = any(array(select unnest(:hashes::text[]))) order by i.client_id
                        """)
                .param("business", business.value())
                .param("hashes", byHash.keySet().toArray(String[]::new))
                .query((row, _) -> new Knower(
                        Objects.requireNonNull(byHash.get(row.getString("hash"))),
                        row.getLong("client_id"),
                        row.getLong("stands_as"),
                        row.getBoolean("verified")))
                .list();
    }

    /** Everybody known by it, verified or not. */
    List<Long> clients(BusinessId business, Identity identity) {
        return jdbc.sql("""
                        select distinct client_id from clients.identity
                         where business_id = :business and kind = :kind and hash = :hash order by client_id
                        """)
                .param("business", business.value())
                .param("kind", identity.kind().name())
                .param("hash", hash(business, identity))
                .query(Long.class)
                .list();
    }

    /** Persons known by one of the hashes, or by a phone that ends in what one of the tails is the hash of; at most so many. */
    List<Long> persons(BusinessId business, List<String> hashes, List<String> tails, int limit) {
        return jdbc.sql("""
                        select distinct c.stands_as
                          from (select client_id from clients.identity where business_id = :business and hash = any(:hashes)
                                union all
                                select i.client_id from clients.phone_tail t
                                  join clients.identity i on i.business_id = t.business_id and i.id = t.identity_id
                                 where t.business_id = :business and t.hash = any(:tails)) known
                          join clients.client c on c.business_id = :business and c.id = known.client_id
                         limit :limit
                        """)
                .param("business", business.value())
                .param("hashes", hashes.toArray(String[]::new))
                .param("tails", tails.toArray(String[]::new))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Nobody else takes or gives this identity until the transaction ends. */
    void lock(BusinessId business, Identity identity) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, :business))")
                .param("key", "clients.identity:" + identity.kind() + ":" + hash(business, identity))
                .param("business", business.value())
                .query((_, _) -> true)
                .single();
    }

    /** As {@link #lock}, for many in the given order, which must be the same for everybody. */
    void lockAll(BusinessId business, List<Identity> identities) {
        jdbc.sql("""
                        select count(pg_advisory_xact_lock(hashtextextended(key, :business)))
                          from (select key from unnest(:keys) with ordinality as k (key, place) order by place) ordered
                        """)
                .param(
                        "keys",
                        identities.stream()
                                .map(identity -> "clients.identity:" + identity.kind() + ":" + hash(business, identity))
                                .toArray(String[]::new))
                .param("business", business.value())
                .query(Long.class)
                .single();
    }

    /** Writes it down for the client; a known one can only become verified. */
    void add(BusinessId business, long client, Identity identity, boolean verified) {
        boolean secret = identity.kind().secret();
        long id = jdbc.sql("""
                        insert into clients.identity as i (business_id, client_id, kind, hash, value, sealed, verified, created_at)
                        values (:business, :client, :kind, :hash, :value, :sealed, :verified, :now)
                        on conflict (business_id, client_id, kind, hash) do update set verified = i.verified or excluded.verified
                        returning id
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("kind", identity.kind().name())
                .param("hash", hash(business, identity))
                .param("value", secret ? null : identity.value())
                .param("sealed", secret ? vault.seal(business, identity.kind().field(), identity.value()) : null)
                .param("verified", verified)
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .single();
        if (identity.kind() == Identity.Kind.PHONE) {
            tails(business, id, identity.value());
        }
    }

    /** The hashes of the ends of a phone that people may remember. */
    List<String> tailHashes(BusinessId business, String phone) {
        return IntStream.rangeClosed(SHORTEST_TAIL, Math.min(LONGEST_TAIL, phone.length() - 1))
                .mapToObj(length -> tailHash(business, phone.substring(phone.length() - length)))
                .toList();
    }

    private void tails(BusinessId business, long identity, String phone) {
        jdbc.sql("""
                        insert into clients.phone_tail (business_id, hash, identity_id)
                        select :business, hash, :identity from unnest(:hashes) as hash
                        on conflict do nothing
                        """)
                .param("business", business.value())
                .param("identity", identity)
                .param("hashes", tailHashes(business, phone).toArray(String[]::new))
                .update();
    }

    void remove(BusinessId business, Collection<Long> members, Identity identity) {
        jdbc.sql("""
                        delete from clients.identity
                         where business_id = :business and client_id = any(:members) and kind = :kind and hash = :hash
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .param("kind", identity.kind().name())
                .param("hash", hash(business, identity))
                .update();
    }

    void verified(BusinessId business, long id, boolean verified) {
        jdbc.sql("update clients.identity set verified = :verified where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .param("verified", verified)
                .update();
    }

    /** Used first from then on; null: as any other. */
    void main(BusinessId business, Collection<Long> members, Identity identity, @Nullable Instant since) {
        jdbc.sql("""
                        update clients.identity set main_at = :since
                         where business_id = :business and client_id = any(:members) and kind = :kind and hash = :hash
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .param("kind", identity.kind().name())
                .param("hash", hash(business, identity))
                .param("since", Sql.atOrNull(since))
                .update();
    }

    void reachable(BusinessId business, Identity identity, boolean reachable) {
        jdbc.sql("""
                        update clients.identity set reachable = :reachable
                         where business_id = :business and kind = :kind and hash = :hash and reachable <> :reachable
                        """)
                .param("business", business.value())
                .param("kind", identity.kind().name())
                .param("hash", hash(business, identity))
                .param("reachable", reachable)
                .update();
    }

    /** All that these clients are known by: the main ones first, then the verified, then the older. */
    List<Known> of(BusinessId business, Collection<Long> clients) {
        return jdbc
                .sql("""
                        select id, client_id, kind, value, sealed, verified, reachable from clients.identity
                         where business_id = :business and client_id = any(:clients) order by main_at desc nulls last, verified desc, id
                        """)
                .param("business", business.value())
                .param("clients", clients.toArray(Long[]::new))
                .query((row, _) -> row(row))
                .list()
                .stream()
                .map(row -> known(business, row))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getLong("client_id"),
                Identity.Kind.valueOf(row.getString("kind")),
                row.getString("value"),
                row.getBytes("sealed"),
                row.getBoolean("verified"),
                row.getBoolean("reachable"));
    }

    private Known known(BusinessId business, Row row) {
        byte[] sealed = row.sealed();
        String value = sealed == null
                ? String.valueOf(row.value())
                : vault.open(business, row.kind().field(), sealed);
        return new Known(row.id(), row.clientId(), new Identity(row.kind(), value), row.verified(), row.reachable());
    }

    /** Values of one kind without repetition, in the given order. */
    static List<String> values(Collection<Known> known, Identity.Kind kind) {
        return known.stream()
                .map(Known::identity)
                .filter(identity -> identity.kind() == kind)
                .map(Identity::value)
                .distinct()
                .toList();
    }
}

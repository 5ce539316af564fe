package io.orbita.catalog;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who used which code. */
@Component
@Transactional
class PromoUsage {

    /** @param ref the purchase, as the room of payments names it */
    record Use(
            String ref,
            long promoId,
            long clientId,
            String state,
            boolean overLimit,
            Instant reservedAt,
            @Nullable Instant settledAt) {

        boolean isConsumed() {
            return state.equals("consumed");
        }

        boolean isReleased() {
            return state.equals("released");
        }
    }

    /** How often a code was used and is held by open payments. */
    record Count(long promoId, int consumed, int reserved) {}

    private record OfBuyer(int inAll, int byClient, int heldByClient) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    PromoUsage(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public PromoUses of(BusinessId business, long promo, Catalog.Buyer buyer) {
        var members = buyer.members().isEmpty() ? Set.of(buyer.client()) : buyer.members();
        var counted = jdbc.sql("""
                        select count(*) filter (where state in ('reserved', 'consumed')) as in_all,
                               count(*) filter (where state = 'consumed' and client_id in (:members)) as by_client,
                               count(*) filter (where state = 'reserved' and client_id in (:members)) as held_by_client
                          from catalog.promo_use
                         where business_id = :business and promo_id = :promo
                        """)
                .param("business", business.value())
                .param("promo", promo)
                .param("members", members)
                .query(OfBuyer.class)
                .single();
        return new PromoUses(counted.inAll(), counted.byClient(), counted.heldByClient(), buyer.hasBought());
    }

    @Transactional(readOnly = true)
    public int inAll(BusinessId business, long promo) {
        return of(business, promo, Catalog.Buyer.STRANGER).inAll();
    }

    @Transactional(readOnly = true)
    public Map<Long, Count> counts(BusinessId business, Collection<Long> promos) {
        if (promos.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select promo_id, count(*) filter (where state = 'consumed') as consumed,
                               count(*) filter (where state = 'reserved') as reserved
                          from catalog.promo_use
                         where business_id = :business and promo_id in (:promos)
                         group by promo_id
                        """)
                .param("business", business.value())
                .param("promos", promos)
                .query(Count.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Count::promoId, count -> count));
    }

    /** Newest first, after the given place. */
    @Transactional(readOnly = true)
    public List<Use> list(BusinessId business, long promo, @Nullable Instant before, String beforeRef, int limit) {
        return jdbc.sql("""
                        select ref, promo_id, client_id, state, over_limit, reserved_at, settled_at
                          from catalog.promo_use
                         where business_id = :business and promo_id = :promo
                           and (:before::timestamptz is null or (reserved_at, ref) < (:before::timestamptz, :ref))
                         order by reserved_at desc, ref desc limit :limit
                        """)
                .param("business", business.value())
                .param("promo", promo)
                .param("before", Sql.atOrNull(before))
                .param("ref", beforeRef)
                .param("limit", limit)
                .query(Use.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Use> find(BusinessId business, String ref) {
        return jdbc.sql("""
                        select ref, promo_id, client_id, state, over_limit, reserved_at, settled_at
                          from catalog.promo_use where business_id = :business and ref = :ref
                        """)
                .param("business", business.value())
                .param("ref", ref)
                .query(Use.class)
                .optional();
    }

    public void reserve(BusinessId business, long promo, long client, String ref) {
        jdbc.sql("""
                        insert into catalog.promo_use (business_id, ref, promo_id, client_id, state, reserved_at)
                        values (:business, :ref, :promo, :client, 'reserved', :now)
                        """)
                .param("business", business.value())
                .param("ref", ref)
                .param("promo", promo)
                .param("client", client)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    public void consume(BusinessId business, String ref, boolean over) {
        settle(business, ref, "consumed", over, Set.of("reserved", "released"));
    }

    public void release(BusinessId business, String ref) {
        settle(business, ref, "released", false, Set.of("reserved"));
    }

    private void settle(BusinessId business, String ref, String state, boolean over, Set<String> from) {
        jdbc.sql("""
                        update catalog.promo_use set state = :state, over_limit = :over, settled_at = :now
                         where business_id = :business and ref = :ref and state in (:from)
                        """)
                .param("business", business.value())
                .param("ref", ref)
                .param("state", state)
                .param("over", over)
                .param("from", from)
                .param("now", Sql.at(clock.instant()))
                .update();
    }
}

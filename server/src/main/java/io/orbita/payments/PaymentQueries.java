package io.orbita.payments;

import io.orbita.clients.Clients;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of payments, newest first. */
@Component
@Transactional(readOnly = true)
class PaymentQueries {

    /**
     * What to show; each part absent: any.
     *
     * @param clients all members of one client
     * @param to exclusive
     */
    record Filter(
            @Nullable PaymentState state,
            @Nullable String provider,
            @Nullable Set<Long> clients,
            @Nullable Long tariff,
            @Nullable Instant from,
            @Nullable Instant to) {

        static final Filter ANY = new Filter(null, null, null, null, null, null);

        Filter of(Set<Long> members) {
            return new Filter(state, provider, members, tariff, from, to);
        }
    }

    private static final String WHERE = """
             where business_id = :business
               and (:state::text is null or state = :state)
               and (:provider::text is null or provider = :provider)
               and (:anybody or client_id in (:clients))
               and (:tariff::bigint is null or tariff_id = :tariff)
               and (:from::timestamptz is null or created_at >= :from)
               and (:to::timestamptz is null or created_at < :to)
            """;

    private final JdbcClient jdbc;
    private final Clients clients;

    PaymentQueries(JdbcClient jdbc, Clients clients) {
        this.jdbc = jdbc;
        this.clients = clients;
    }

    public Page<PaymentView> list(
            BusinessId business, Filter filter, @Nullable Integer limit, @Nullable String cursor, boolean withTotal) {
        var size = Page.limit(limit);
        var after = Cursor.read(cursor, 2);
        var found = filtered("select " + PaymentRows.COLUMNS + " from payments.payment" + WHERE + """
                   and (:after::timestamptz is null or (created_at, id) < (:after::timestamptz, :afterId))
                 order by created_at desc, id desc limit :limit
                """, business, filter)
                .param("after", after == null ? null : Sql.at(after.instant(0)))
                .param("afterId", after == null ? 0 : after.number(1))
                .param("limit", size + 1)
                .query(PaymentRows.PAYMENT)
                .list();
        var page = Page.cut(found, size, last -> Cursor.of(last.order().createdAt(), last.id()));
        var total = withTotal
                ? filtered("select count(*) from payments.payment" + WHERE, business, filter)
                        .query(Long.class)
                        .single()
                : null;
        return new Page<>(views(business, page.items()), page.nextCursor(), total);
    }

    /** Those that the staff may have to confirm. */
    public List<Payment> unconfirmed(BusinessId business, int most) {
        return jdbc.sql("select " + PaymentRows.COLUMNS + """
                         from payments.payment
                        where business_id = :business and state in ('pending', 'problem')
                        order by created_at desc, id desc limit :most
                        """)
                .param("business", business.value())
                .param("most", most)
                .query(PaymentRows.PAYMENT)
                .list();
    }

    public PaymentView view(BusinessId business, Payment payment) {
        return views(business, List.of(payment)).getFirst();
    }

    private List<PaymentView> views(BusinessId business, Collection<Payment> payments) {
        var ids = payments.stream()
                .map(payment -> payment.client().value())
                .distinct()
                .toList();
        var names = clients.names(business, ids);
        return payments.stream()
                .map(payment -> PaymentView.of(
                        payment, names.getOrDefault(payment.client().value(), "")))
                .toList();
    }

    private JdbcClient.StatementSpec filtered(String sql, BusinessId business, Filter filter) {
        var state = filter.state();
        var members = filter.clients();
        return jdbc.sql(sql)
                .param("business", business.value())
                .param("state", state == null ? null : state.wire())
                .param("provider", filter.provider())
                .param("anybody", members == null)
                .param("clients", members == null || members.isEmpty() ? Set.of(0L) : members)
                .param("tariff", filter.tariff())
                .param("from", Sql.atOrNull(filter.from()))
                .param("to", Sql.atOrNull(filter.to()));
    }
}

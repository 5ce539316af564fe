package io.orbita.payments;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money as figures need it: what was asked for, taken and given back, in the currency of the business. Payments played with test keys count only in a sandbox
 * business, where all are played.
 */
@Component
@Transactional(readOnly = true)
public class Sales {
    /**
     * A payment, by the client's own card.
     *
     * @param minor what was to be paid, in hundredths
     * @param completedAt when the money was taken; null while it was not
     */
    public record Sale(
            long payment,
            long client,
            long tariff,
            String title,
            long minor,
            Instant createdAt,
            @Nullable Instant completedAt) {}

    /** Money that went back, each time by itself. */
    public record Returned(long payment, long client, long tariff, String title, long minor, Instant at) {}

    private static final String COLUMNS =
            "select p.id, p.client_id, p.tariff_id, p.title, p.amount_minor, p.created_at, p.completed_at from payments.payment p";
    private static final String COUNTED =
            " where p.business_id = :business and p.currency = :currency and (:sandbox or not p.test)";

    private final JdbcClient jdbc;
    private final Businesses businesses;

    Sales(JdbcClient jdbc, Businesses businesses) {
        this.jdbc = jdbc;
        this.businesses = businesses;
    }

    /** Payments that were created from the first moment to before the second. */
    public List<Sale> created(BusinessId business, Instant from, Instant until) {
        return sales(business, " and p.created_at >= :from and p.created_at < :until order by p.id", from, until);
    }

    /** Payments whose money was taken in that time, whatever was given back since, in the order in which it was. */
    public List<Sale> completed(BusinessId business, Instant from, Instant until) {
        return sales(
                business,
                " and p.completed_at >= :from and p.completed_at < :until order by p.completed_at, p.id",
                from,
                until);
    }

    private List<Sale> sales(BusinessId business, String condition, Instant from, Instant until) {
        return counted(COLUMNS + COUNTED + condition, business, from, until)
                .query((row, _) -> new Sale(
                        row.getLong("id"),
                        row.getLong("client_id"),
                        row.getLong("tariff_id"),
                        row.getString("title"),
                        row.getLong("amount_minor"),
                        row.getTimestamp("created_at").toInstant(),
                        instant(row, "completed_at")))
                .list();
    }

    /** What went back in that time, through whatever way. */
    public List<Returned> returned(BusinessId business, Instant from, Instant until) {
        return counted(
                        """
                        select * from (
                          select p.id, p.client_id, p.tariff_id, p.title, e.at, e.gone - lag(e.gone, 1, 0::bigint) over (partition by p.id order by e.id) as minor
                            from payments.payment p
                            join (select e.payment_id, e.id, e.at,
                                         case when e.event = 'refunded_in_full' then q.amount_minor
                                              else least(q.amount_minor, round((e.facts -> 'refunded' ->> 'amount')::numeric * 100)::bigint) end as gone
                                    from payments.payment_event e
                                    join payments.payment q on q.business_id = e.business_id and q.id = e.payment_id
                                   where e.business_id = :business and e.outcome = 'moved' and e.state in ('refunded', 'partially_refunded')
                                     and e.event in ('refunded_in_part', 'refunded_in_full')) e on e.payment_id = p.id
                        """ + COUNTED + ") r where r.at >= :from and r.at < :until and r.minor > 0 order by r.at, r.id",
                        business,
                        from,
                        until)
                .query((row, _) -> new Returned(
                        row.getLong("id"),
                        row.getLong("client_id"),
                        row.getLong("tariff_id"),
                        row.getString("title"),
                        row.getLong("minor"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private JdbcClient.StatementSpec counted(String sql, BusinessId id, Instant from, Instant until) {
        Business business = businesses.get(id);
        return jdbc.sql(sql)
                .param("business", id.value())
                .param("currency", business.currency())
                .param("sandbox", business.sandbox())
                .param("from", Sql.at(from))
                .param("until", Sql.at(until));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

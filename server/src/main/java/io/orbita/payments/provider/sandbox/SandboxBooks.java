package io.orbita.payments.provider.sandbox;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The books of the toy till: what a real provider would keep on its side, apart from our payments. */
@Component
@Transactional
public class SandboxBooks {

    /** An order there. */
    public record Entry(String orderId, Money amount, Money paid, Money refunded, String state, Instant expiresAt) {

        public boolean isPending(Instant now) {
            return state.equals("pending") && now.isBefore(expiresAt);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    SandboxBooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same order a second time is the same. */
    public void open(BusinessId business, String orderId, Money amount, Instant expiresAt) {
        jdbc.sql("""
                        insert into payments.sandbox_order (business_id, order_id, amount_minor, currency, state, expires_at)
                        values (:business, :order, :amount, :currency, 'pending', :expires)
                        on conflict (business_id, order_id) do nothing
                        """)
                .param("business", business.value())
                .param("order", orderId)
                .param("amount", amount.minor())
                .param("currency", amount.currency())
                .param("expires", Sql.at(expiresAt))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Entry> find(BusinessId business, String orderId) {
        return jdbc.sql("""
                        select order_id, amount_minor, paid_minor, refunded_minor, currency, state, expires_at
                          from payments.sandbox_order where business_id = :business and order_id = :order
                        """)
                .param("business", business.value())
                .param("order", orderId)
                .query((row, index) -> entry(row))
                .optional();
    }

    /** The payer pays so much; false when it is too late for that. */
    public boolean pay(BusinessId business, String orderId, Money sum) {
        return end(business, orderId, "paid", sum.minor());
    }

    /** The money comes after all, in full, though the order was over; false when it had come before. */
    public boolean payLate(BusinessId business, String orderId) {
        return jdbc.sql("""
                        update payments.sandbox_order set state = 'paid', paid_minor = amount_minor
                         where business_id = :business and order_id = :order and state in ('pending', 'canceled')
                        """)
                        .param("business", business.value())
                        .param("order", orderId)
                        .update()
                > 0;
    }

    /** The payer's bank says no; false when it is too late for that. */
    public boolean decline(BusinessId business, String orderId) {
        return end(business, orderId, "canceled", 0);
    }

    private boolean end(BusinessId business, String orderId, String state, long paid) {
        return jdbc.sql("""
                        update payments.sandbox_order set state = :state, paid_minor = :paid
                         where business_id = :business and order_id = :order and state = 'pending' and expires_at > :now
                        """)
                        .param("business", business.value())
                        .param("order", orderId)
                        .param("state", state)
                        .param("paid", paid)
                        .param("now", Sql.at(clock.instant()))
                        .update()
                > 0;
    }

    /** Gives back once for each refund id; false when there is not so much. */
    public boolean refund(BusinessId business, String orderId, String refundId, Money sum) {
        var isNew = jdbc.sql("""
                        insert into payments.sandbox_refund (business_id, refund_id, order_id, amount_minor)
                        select :business, :refund, order_id, :sum from payments.sandbox_order
                         where business_id = :business and order_id = :order and paid_minor - refunded_minor >= :sum
                        on conflict (business_id, refund_id) do nothing
                        """)
                        .param("business", business.value())
                        .param("refund", refundId)
                        .param("order", orderId)
                        .param("sum", sum.minor())
                        .update()
                > 0;
        if (isNew) {
            jdbc.sql("""
                            update payments.sandbox_order set refunded_minor = refunded_minor + :sum
                             where business_id = :business and order_id = :order
                            """)
                    .param("business", business.value())
                    .param("order", orderId)
                    .param("sum", sum.minor())
                    .update();
        }
        return isNew || wasRefunded(business, refundId);
    }

    private boolean wasRefunded(BusinessId business, String refundId) {
        return jdbc.sql("""
                        select exists (select 1 from payments.sandbox_refund
                                        where business_id = :business and refund_id = :refund)
                        """)
                .param("business", business.value())
                .param("refund", refundId)
                .query(Boolean.class)
                .single();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new Entry(
                row.getString("order_id"),
                new Money(row.getLong("amount_minor"), currency),
                new Money(row.getLong("paid_minor"), currency),
                new Money(row.getLong("refunded_minor"), currency),
                row.getString("state"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}

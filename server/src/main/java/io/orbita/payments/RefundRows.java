package io.orbita.payments;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Refunds as rows. */
@Component
@Transactional
class RefundRows {
    private static final String COLUMNS = """
            id, public_id, payment_id, before_minor, amount_minor, currency, state, by_hand, reason, provider_id, code,
            requested_by, created_at, settled_at
            """;
    private static final RowMapper<RefundRow> REFUND = (row, index) -> new RefundRow(
            row.getLong("id"),
            row.getString("public_id"),
            new PaymentId(row.getLong("payment_id")),
            new Money(row.getLong("before_minor"), row.getString("currency")),
            new Money(row.getLong("amount_minor"), row.getString("currency")),
            row.getString("state"),
            row.getBoolean("by_hand"),
            row.getString("reason"),
            row.getString("provider_id"),
            row.getString("code"),
            row.getObject("requested_by", Long.class),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            instantOrNull(row, "settled_at"));

    private final JdbcClient jdbc;
    private final Clock clock;

    RefundRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public RefundRow insert(
            BusinessId business, Payment payment, String publicId, Money amount, Refunds.Request request) {
        jdbc.sql("""
                        insert into payments.refund (business_id, public_id, payment_id, before_minor, amount_minor, currency,
                               state, by_hand, reason, requested_by, created_at)
                        values (:business, :public, :payment, :before, :amount, :currency, 'requested', :hand, :reason, :by, :now)
                        """)
                .param("business", business.value())
                .param("public", publicId)
                .param("payment", payment.id().value())
                .param("before", payment.refunded().minor())
                .param("amount", amount.minor())
                .param("currency", amount.currency())
                .param("hand", request.byHand())
                .param("reason", request.reason())
                .param("by", request.by())
                .param("now", Sql.at(clock.instant()))
                .update();
        return find(business, publicId).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<RefundRow> find(BusinessId business, String publicId) {
        return jdbc.sql("select " + COLUMNS + " from payments.refund where business_id = :business and public_id = :id")
                .param("business", business.value())
                .param("id", publicId)
                .query(REFUND)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public RefundRow lock(BusinessId business, String publicId) {
        return jdbc.sql("select " + COLUMNS
                        + " from payments.refund where business_id = :business and public_id = :id for update")
                .param("business", business.value())
                .param("id", publicId)
                .query(REFUND)
                .single();
    }

    @Transactional(readOnly = true)
    public List<RefundRow> of(BusinessId business, PaymentId payment) {
        return jdbc.sql("select " + COLUMNS
                        + " from payments.refund where business_id = :business and payment_id = :payment order by id")
                .param("business", business.value())
                .param("payment", payment.value())
                .query(REFUND)
                .list();
    }

    @Transactional(readOnly = true)
    public boolean anyOpen(BusinessId business, PaymentId payment) {
        return of(business, payment).stream().anyMatch(RefundRow::isOpen);
    }

    /** @param code why it was refused; absent: it was not */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(
            BusinessId business, RefundRow refund, String state, @Nullable String providerId, @Nullable String code) {
        jdbc.sql("""
                        update payments.refund
                           set state = :state, provider_id = coalesce(:provider, provider_id), code = :code,
                               settled_at = :settled
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", refund.id())
                .param("state", state)
                .param("provider", providerId)
                .param("code", code)
                .param("settled", state.equals("pending") ? null : Sql.at(clock.instant()))
                .update();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

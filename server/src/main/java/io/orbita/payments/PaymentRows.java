package io.orbita.payments;

import io.orbita.clients.ClientId;
import io.orbita.messaging.ConversationId;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.live.News;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.NotFound;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Payments as rows: found, locked, changed. */
@Component
@Transactional
class PaymentRows {
    /** A node that was asking and has said nothing for so long has died. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    private static final String CONTACT = "payments.receipt_contact";

    static final String COLUMNS = """
            id, public_id, client_id, conversation_id, tariff_id, title, programme_weeks, provider, test, source, state,
            problem, price_minor, discount_minor, amount_minor, refunded_minor, currency, promo_code, return_url,
            provider_id, confirmation_url, attempts, decline, created_at, expires_at, completed_at, completed_via,
            completed_by, proven_at
            """;

    static final RowMapper<Payment> PAYMENT = (row, index) -> payment(row);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final News news;

    PaymentRows(JdbcClient jdbc, Vault vault, News news) {
        this.news = news;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @param receiptContact the buyer's e-mail or phone; kept encrypted */
    @Transactional(propagation = Propagation.MANDATORY)
    public Payment insert(BusinessId business, Order order, Instant expiresAt, @Nullable String receiptContact) {
        var conversation = order.conversation();
        var id = jdbc.sql("""
                        insert into payments.payment (business_id, public_id, client_id, conversation_id, tariff_id, title,
                               programme_weeks, provider, test, source, state, price_minor, discount_minor, amount_minor,
                               currency, promo_code, receipt_contact, return_url, created_at, expires_at)
                        values (:business, :public, :client, :conversation, :tariff, :title, :weeks, :provider, :test, :source,
                               'pending', :price, :discount, :amount, :currency, :promo, :contact, :return, :created, :expires)
                        returning id
                        """)
                .param("business", business.value())
                .param("public", order.publicId())
                .param("client", order.client().value())
                .param("conversation", conversation == null ? null : conversation.value())
                .param("tariff", order.tariffId())
                .param("title", order.title())
                .param("weeks", order.programmeWeeks())
                .param("provider", order.provider().wire())
                .param("test", order.test())
                .param("source", order.source())
                .param("price", order.price().minor())
                .param("discount", order.discount().minor())
                .param("amount", order.amount().minor())
                .param("currency", order.amount().currency())
                .param("promo", order.promoCode())
                .param("contact", receiptContact == null ? null : vault.seal(business, CONTACT, receiptContact))
                .param("return", order.returnUrl().toString())
                .param("created", Sql.at(order.createdAt()))
                .param("expires", Sql.at(expiresAt))
                .query(Long.class)
                .single();
        news.tell(business, "payment", id, order.client().value());
        return get(business, new PaymentId(id));
    }

    @Transactional(readOnly = true)
    public Payment get(BusinessId business, PaymentId id) {
        return find(business, id).orElseThrow(PaymentRows::absent);
    }

    @Transactional(readOnly = true)
    public Optional<Payment> find(BusinessId business, PaymentId id) {
        return one(business, "id = :id", id.value(), "");
    }

    @Transactional(readOnly = true)
    public Optional<Payment> find(BusinessId business, String publicId) {
        return one(business, "public_id = :id", publicId, "");
    }

    @Transactional(readOnly = true)
    public Optional<Payment> find(BusinessId business, ProviderKind provider, String providerId) {
        return one(business, "provider = '" + provider.wire() + "' and provider_id = :id", providerId, "");
    }

    /** The unpaid order of that tariff in that chat, without a promo code, that can be paid until then at least. */
    @Transactional(readOnly = true)
    public Optional<Payment> openInChat(BusinessId business, ConversationId chat, long tariff, Instant until) {
        return jdbc.sql("select " + COLUMNS + """
                         from payments.payment
                        where business_id = :business and conversation_id = :chat and tariff_id = :tariff
                          and state = 'pending' and promo_code is null and expires_at > :until
                        order by id desc limit 1
                        """)
                .param("business", business.value())
                .param("chat", chat.value())
                .param("tariff", tariff)
                .param("until", Sql.at(until))
                .query(PAYMENT)
                .optional();
    }

    /** Keeps everybody else from this payment until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Payment lock(BusinessId business, PaymentId id) {
        return one(business, "id = :id", id.value(), "for update").orElseThrow(PaymentRows::absent);
    }

    /** The e-mail or phone for the receipt. */
    @Transactional(readOnly = true)
    public Optional<String> receiptContact(BusinessId business, PaymentId id) {
        return jdbc.sql("""
                        select receipt_contact from payments.payment
                         where business_id = :business and id = :id and receipt_contact is not null
                        """)
                .param("business", business.value())
                .param("id", id.value())
                .query((row, index) -> row.getBytes(1))
                .optional()
                .map(bytes -> vault.open(business, CONTACT, bytes));
    }

    /**
     * Takes the right to ask the provider for a link, and counts the attempt: written down before the call, so that a call
     * whose end nobody lived to see is known to have been made.
     *
     * @return false while somebody else is asking, or when there is nothing to ask for any more
     */
    public boolean claim(BusinessId business, PaymentId id, Instant now) {
        return jdbc.sql("""
                        update payments.payment set attempts = attempts + 1, asked_at = :now
                         where business_id = :business and id = :id and state = 'pending' and confirmation_url is null
                           and (asked_at is null or asked_at < :dead)
                        """)
                        .param("business", business.value())
                        .param("id", id.value())
                        .param("now", Sql.at(now))
                        .param("dead", Sql.at(now.minus(LONGEST_CALL)))
                        .update()
                > 0;
    }

    /** The call ended without a link. */
    public void unclaim(BusinessId business, PaymentId id) {
        jdbc.sql("update payments.payment set asked_at = null where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id.value())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void link(BusinessId business, PaymentId id, String providerId, URI url, Instant expiresAt) {
        jdbc.sql("""
                        update payments.payment
                           set provider_id = :provider, confirmation_url = :url, expires_at = :expires, asked_at = null
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id.value())
                .param("provider", providerId)
                .param("url", url.toString())
                .param("expires", Sql.at(expiresAt))
                .update();
    }

    /** Writes what has changed of it; who calls holds the lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void update(BusinessId business, Payment payment) {
        var standing = payment.standing();
        var problem = standing.problem();
        jdbc.sql("""
                        update payments.payment
                           set state = :state, problem = :problem, refunded_minor = :refunded, provider_id = :provider,
                               decline = :decline, completed_at = :completed, completed_via = :via,
                               completed_by = :by, proven_at = :proven
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", payment.id().value())
                .param("state", standing.state().wire())
                .param("problem", problem == null ? null : problem.wire())
                .param("refunded", standing.refunded().minor())
                .param("provider", payment.providerId())
                .param("decline", standing.decline())
                .param("completed", Sql.atOrNull(standing.completedAt()))
                .param("via", standing.completedVia())
                .param("by", standing.completedBy())
                .param("proven", Sql.atOrNull(standing.provenAt()))
                .update();
        news.tell(business, "payment", payment.id().value(), payment.client().value());
    }

    /** Whether any of these clients has ever completed a payment. */
    @Transactional(readOnly = true)
    public boolean anyCompleted(BusinessId business, Collection<Long> clients) {
        return jdbc.sql("""
                        select exists (select 1 from payments.payment
                                        where business_id = :business and client_id in (:clients) and completed_at is not null)
                        """)
                .param("business", business.value())
                .param("clients", clients)
                .query(Boolean.class)
                .single();
    }

    private Optional<Payment> one(BusinessId business, String condition, Object id, String lock) {
        return jdbc.sql("select %s from payments.payment where business_id = :business and %s %s"
                        .formatted(COLUMNS, condition, lock))
                .param("business", business.value())
                .param("id", id)
                .query(PAYMENT)
                .optional();
    }

    private static NotFound absent() {
        return new NotFound("Платёж не найден.", "There is no such payment.");
    }

    private static Payment payment(ResultSet row) throws SQLException {
        var url = row.getString("confirmation_url");
        return new Payment(
                new PaymentId(row.getLong("id")),
                order(row),
                row.getString("provider_id"),
                url == null ? null : URI.create(url),
                row.getInt("attempts"),
                instant(row, "expires_at"),
                standing(row));
    }

    private static Order order(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var conversation = row.getObject("conversation_id", Long.class);
        return new Order(
                row.getString("public_id"),
                new ClientId(row.getLong("client_id")),
                conversation == null ? null : new ConversationId(conversation),
                row.getLong("tariff_id"),
                row.getString("title"),
                row.getInt("programme_weeks"),
                ProviderKind.of(row.getString("provider")).orElseThrow(),
                row.getBoolean("test"),
                row.getString("source"),
                new Money(row.getLong("price_minor"), currency),
                new Money(row.getLong("discount_minor"), currency),
                new Money(row.getLong("amount_minor"), currency),
                row.getString("promo_code"),
                URI.create(row.getString("return_url")),
                instant(row, "created_at"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var problem = row.getString("problem");
        return new Standing(
                PaymentState.of(row.getString("state")),
                problem == null ? null : PaymentProblem.valueOf(problem.toUpperCase(Locale.ROOT)),
                new Money(row.getLong("refunded_minor"), row.getString("currency")),
                row.getString("decline"),
                instantOrNull(row, "completed_at"),
                row.getString("completed_via"),
                row.getObject("completed_by", Long.class),
                instantOrNull(row, "proven_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

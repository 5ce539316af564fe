package io.orbita.catalog;

import io.orbita.businesses.Businesses;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Promo codes as rows. */
@Component
@Transactional
class Promos {
    private static final String COLUMNS = """
            id, code, percent, fixed_minor, fixed_currency, valid_from, valid_to, max_uses, max_uses_per_client, tariffs,
            first_purchase_only, active
            """;
    private static final RowMapper<PromoCode> PROMO = (row, index) -> new PromoCode(
            row.getLong("id"),
            row.getString("code"),
            discount(row),
            instant(row, "valid_from"),
            instant(row, "valid_to"),
            row.getObject("max_uses", Integer.class),
            row.getObject("max_uses_per_client", Integer.class),
            Arrays.stream((Object[]) row.getArray("tariffs").getArray())
                    .map(Long.class::cast)
                    .collect(Collectors.toSet()),
            row.getBoolean("first_purchase_only"),
            row.getBoolean("active"));

    @Refusal.Code(value = "catalog.promo-code-taken", status = 409, meaning = "Another promo code is spelled so.")
    static final class CodeTaken extends Refusal {
        private static final long serialVersionUID = 1;

        CodeTaken() {
            super("Такой промокод уже есть.", "There is such a promo code.", new Field("code", "taken", "Уже есть"));
        }
    }

    @Refusal.Code(
            value = "catalog.promo-code-was-used",
            status = 409,
            meaning = "The promo code has been used: switch it off (`active: false`) instead of deleting it.")
    static final class WasUsed extends Refusal {
        private static final long serialVersionUID = 1;

        WasUsed() {
            super(
                    "Этим промокодом уже пользовались. Удалить его нельзя, но можно выключить.",
                    "This promo code has been used. Switch it off instead.");
        }
    }

    private final JdbcClient jdbc;
    private final Businesses businesses;
    private final Clock clock;

    Promos(JdbcClient jdbc, Businesses businesses, Clock clock) {
        this.jdbc = jdbc;
        this.businesses = businesses;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<PromoCode> all(BusinessId business, long before, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from catalog.promo_code where business_id = :business and id < :before
                        order by id desc limit :limit
                        """)
                .param("business", business.value())
                .param("before", before)
                .param("limit", limit)
                .query(PROMO)
                .list();
    }

    @Transactional(readOnly = true)
    public PromoCode get(BusinessId business, long id) {
        return jdbc.sql("select " + COLUMNS + " from catalog.promo_code where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query(PROMO)
                .optional()
                .orElseThrow(Promos::absent);
    }

    /** The code that somebody typed, in whatever case. */
    @Transactional(readOnly = true)
    public Optional<PromoCode> typed(BusinessId business, String typed) {
        return PromoSpelling.key(typed)
                .flatMap(code -> jdbc.sql("select " + COLUMNS
                                + " from catalog.promo_code where business_id = :business and code = :code")
                        .param("business", business.value())
                        .param("code", code)
                        .query(PROMO)
                        .optional());
    }

    /** Keeps everybody else from counting uses of this code until the transaction ends. */
    public Optional<PromoCode> lock(BusinessId business, long id) {
        return jdbc.sql("select " + COLUMNS
                        + " from catalog.promo_code where business_id = :business and id = :id for update")
                .param("business", business.value())
                .param("id", id)
                .query(PROMO)
                .optional();
    }

    public PromoCode add(BusinessId business, PromoDraft draft) {
        try {
            return get(
                    business,
                    jdbc.sql("""
                            insert into catalog.promo_code (business_id, code, percent, fixed_minor, fixed_currency, valid_from,
                                   valid_to, max_uses, max_uses_per_client, tariffs, first_purchase_only, active,
                                   created_at, changed_at)
                            values (:business, :code, :percent, :fixed, :currency, :from, :to, :max, :perClient, :tariffs,
                                   :first, :active, :now, :now)
                            returning id
                            """)
                            .params(parameters(business, draft))
                            .query(Long.class)
                            .single());
        } catch (DuplicateKeyException taken) {
            throw new CodeTaken();
        }
    }

    public PromoCode change(BusinessId business, long id, PromoDraft draft) {
        try {
            var found = jdbc.sql("""
                            update catalog.promo_code
                               set code = :code, percent = :percent, fixed_minor = :fixed, fixed_currency = :currency,
                                   valid_from = :from, valid_to = :to, max_uses = :max, max_uses_per_client = :perClient,
                                   tariffs = :tariffs, first_purchase_only = :first, active = :active, changed_at = :now
                             where business_id = :business and id = :id
                            """)
                    .params(parameters(business, draft))
                    .param("id", id)
                    .update();
            if (found == 0) {
                throw absent();
            }
            return get(business, id);
        } catch (DuplicateKeyException taken) {
            throw new CodeTaken();
        }
    }

    public void remove(BusinessId business, long id) {
        try {
            var gone = jdbc.sql("delete from catalog.promo_code where business_id = :business and id = :id")
                    .param("business", business.value())
                    .param("id", id)
                    .update();
            if (gone == 0) {
                throw absent();
            }
        } catch (DataIntegrityViolationException used) {
            throw new WasUsed();
        }
    }

    private static NotFound absent() {
        return new NotFound("Промокод не найден.", "There is no such promo code.");
    }

    private Map<String, Object> parameters(BusinessId business, PromoDraft draft) {
        check(business, draft);
        var fixed = draft.amount();
        var parameters = new HashMap<String, Object>();
        parameters.put("business", business.value());
        parameters.put("code", PromoSpelling.key(draft.code()).orElseThrow());
        parameters.put("percent", draft.percent());
        parameters.put("fixed", fixed == null ? null : fixed.minor());
        parameters.put("currency", fixed == null ? null : fixed.currency());
        parameters.put("from", Sql.atOrNull(draft.validFrom()));
        parameters.put("to", Sql.atOrNull(draft.validTo()));
        parameters.put("max", draft.maxUses());
        parameters.put("perClient", draft.maxUsesPerClient());
        parameters.put(
                "tariffs",
                Objects.requireNonNullElse(draft.tariffIds(), List.<Long>of()).toArray(Long[]::new));
        parameters.put("first", Objects.requireNonNullElse(draft.firstPurchaseOnly(), false));
        parameters.put("active", Objects.requireNonNullElse(draft.active(), true));
        parameters.put("now", Sql.at(clock.instant()));
        return parameters;
    }

    private void check(BusinessId business, PromoDraft draft) {
        if (PromoSpelling.key(draft.code()).isEmpty()) {
            throw new Invalid("code", "format", "До 50 букв и цифр, можно дефис и подчёркивание");
        }
        var fixed = draft.amount();
        if ((draft.percent() == null) == (fixed == null)) {
            throw new Invalid("percent", "choice", "Укажите что-то одно: процент или сумму");
        }
        if (fixed != null && !fixed.currency().equals(businesses.get(business).currency())) {
            throw new Invalid("amount.currency", "currency", "Скидка указывается в валюте бизнеса");
        }
        if (fixed != null && !fixed.isPositive()) {
            throw new Invalid("amount.amount", "range", "Скидка больше нуля");
        }
        var from = draft.validFrom();
        var to = draft.validTo();
        if (outOfTime(from) || outOfTime(to)) {
            throw new Invalid(outOfTime(from) ? "valid_from" : "valid_to", "range", "Год от 2000 до 2100");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw new Invalid("valid_to", "range", "Конец позже начала");
        }
    }

    private static boolean outOfTime(@Nullable Instant moment) {
        return moment != null
                && (moment.isBefore(Instant.parse("2000-01-01T00:00:00Z"))
                        || moment.isAfter(Instant.parse("2100-01-01T00:00:00Z")));
    }

    private static Discount discount(ResultSet row) throws SQLException {
        var percent = row.getObject("percent", Integer.class);
        return percent != null
                ? new Discount.Percent(percent)
                : new Discount.Fixed(new Money(row.getLong("fixed_minor"), row.getString("fixed_currency")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The shelf: tariffs as rows. */
@Component
@Transactional
class Tariffs {
    private static final Money LEAST = Money.kopecks(Quote.LEAST_MINOR);
    private static final long MOST_MINOR = 10_000_000_00L;
    private static final Set<Integer> WEEKS = Set.of(0, 4, 12);
    private static final String COLUMNS = """
            id, title, description, price_minor, currency, months, contains, programme_weeks, template_family,
            position, active
            """;
    private static final RowMapper<Tariff> TARIFF = (row, index) -> new Tariff(
            row.getLong("id"),
            row.getString("title"),
            row.getString("description"),
            new Money(row.getLong("price_minor"), row.getString("currency")),
            row.getInt("months"),
            texts(row),
            row.getInt("programme_weeks"),
            row.getString("template_family"),
            row.getInt("position"),
            row.getBoolean("active"));

    @Refusal.Code(
            value = "catalog.tariff-was-sold",
            status = 409,
            meaning = "The tariff has been sold: take it off sale (`active: false`) instead of deleting it.")
    static final class WasSold extends Refusal {
        private static final long serialVersionUID = 1;

        WasSold() {
            super(
                    "Этот тариф уже покупали. Удалить его нельзя, но можно снять с продажи.",
                    "This tariff has been sold. Take it off sale instead.");
        }
    }

    private final JdbcClient jdbc;
    private final Businesses businesses;
    private final Clock clock;

    Tariffs(JdbcClient jdbc, Businesses businesses, Clock clock) {
        this.jdbc = jdbc;
        this.businesses = businesses;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Tariff> all(BusinessId business) {
        return jdbc.sql("select " + COLUMNS
                        + " from catalog.tariff where business_id = :business order by position, id limit 500")
                .param("business", business.value())
                .query(TARIFF)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Tariff> find(BusinessId business, long id) {
        return jdbc.sql("select " + COLUMNS + " from catalog.tariff where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query(TARIFF)
                .optional();
    }

    @Transactional(readOnly = true)
    public Tariff get(BusinessId business, long id) {
        return find(business, id).orElseThrow(Tariffs::absent);
    }

    public Tariff add(BusinessId business, TariffDraft draft) {
        check(business, draft);
        var position = Objects.requireNonNullElseGet(draft.position(), () -> last(business) + 1);
        var id = jdbc.sql("""
                        insert into catalog.tariff (business_id, title, description, price_minor, currency, months, contains,
                               programme_weeks, template_family, position, active, created_at, changed_at)
                        values (:business, :title, :description, :price, :currency, :months, :contains,
                               :weeks, :family, :position, :active, :now, :now)
                        returning id
                        """)
                .params(parameters(business, draft))
                .param("position", position)
                .query(Long.class)
                .single();
        return get(business, id);
    }

    public Tariff change(BusinessId business, long id, TariffDraft draft) {
        check(business, draft);
        var before = get(business, id);
        jdbc.sql("""
                        update catalog.tariff
                           set title = :title, description = :description, price_minor = :price, currency = :currency,
                               months = :months, contains = :contains, programme_weeks = :weeks,
                               template_family = :family, position = :position, active = :active, changed_at = :now
                         where business_id = :business and id = :id
                        """)
                .params(parameters(business, draft))
                .param("position", Objects.requireNonNullElse(draft.position(), before.position()))
                .param("id", id)
                .update();
        return get(business, id);
    }

    public void remove(BusinessId business, long id) {
        try {
            var gone = jdbc.sql("delete from catalog.tariff where business_id = :business and id = :id")
                    .param("business", business.value())
                    .param("id", id)
                    .update();
            if (gone == 0) {
                throw absent();
            }
        } catch (DataIntegrityViolationException sold) {
            throw new WasSold();
        }
    }

    private static NotFound absent() {
        return new NotFound("Тариф не найден.", "There is no such tariff.");
    }

    private int last(BusinessId business) {
        return jdbc.sql("select coalesce(max(position), 0) from catalog.tariff where business_id = :business")
                .param("business", business.value())
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> parameters(BusinessId business, TariffDraft draft) {
        var family = draft.templateFamily();
        var parameters = new HashMap<String, Object>(Map.of(
                "business", business.value(),
                "title", draft.title().strip(),
                "description", Objects.requireNonNullElse(draft.description(), ""),
                "price", draft.price().minor(),
                "currency", draft.price().currency(),
                "months", Objects.requireNonNullElse(draft.months(), 0),
                "weeks", Objects.requireNonNullElse(draft.programmeWeeks(), 0),
                "active", Objects.requireNonNullElse(draft.active(), true),
                "now", Sql.at(clock.instant())));
        parameters.put(
                "contains",
                Objects.requireNonNullElse(draft.contains(), List.<String>of()).toArray(String[]::new));
        parameters.put("family", family);
        return parameters;
    }

    private void check(BusinessId business, TariffDraft draft) {
        var currency = businesses.get(business).currency();
        if (!draft.price().currency().equals(currency)) {
            throw new Invalid("price.currency", "currency", "Цена указывается в валюте бизнеса: " + currency);
        }
        if (draft.price().minor() < LEAST.minor() || draft.price().minor() > MOST_MINOR) {
            throw new Invalid("price.amount", "range", "От 1 до 10 000 000");
        }
        if (draft.programmeWeeks() != null && !WEEKS.contains(draft.programmeWeeks())) {
            throw new Invalid("programme_weeks", "choice", "0, 4 или 12");
        }
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        return Arrays.stream((Object[]) row.getArray("contains").getArray())
                .map(String::valueOf)
                .toList();
    }
}

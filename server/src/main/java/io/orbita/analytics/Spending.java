package io.orbita.analytics;

import io.orbita.businesses.Businesses;
import io.orbita.platform.figures.Period;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was spent on each source of clients, as the owner enters it. */
@Component
@Transactional
public class Spending {
    /**
     * Money spent over some days, evenly.
     *
     * @param source as the reports name it
     * @param to the last day that is counted
     */
    public record Spend(long id, String source, LocalDate from, LocalDate to, Money amount, String note) {
        /** What falls into the period, in hundredths; the days of a spend always add up to all of it. */
        long within(Period period) {
            long days = ChronoUnit.DAYS.between(from, to) + 1;
            long before = Math.clamp(ChronoUnit.DAYS.between(from, period.first()), 0, days);
            long until = Math.clamp(ChronoUnit.DAYS.between(from, period.last()) + 1, 0, days);
            return until <= before
                    ? 0
                    : Math.multiplyExact(amount.minor(), until) / days
                            - Math.multiplyExact(amount.minor(), before) / days;
        }
    }

    private final JdbcClient jdbc;
    private final Businesses businesses;
    private final Clock clock;

    Spending(JdbcClient jdbc, Businesses businesses, Clock clock) {
        this.jdbc = jdbc;
        this.businesses = businesses;
        this.clock = clock;
    }

    /** Enters what was spent; its id is given, whatever the one in the record. */
    public long add(BusinessId business, Spend spend) {
        return jdbc.sql("""
                        insert into analytics.spend (business_id, source, first_day, last_day, minor, note, created_at)
                        values (:business, :source, :from, :to, :minor, :note, :now) returning id
                        """)
                .param("business", business.value())
                .param("source", spend.source())
                .param("from", spend.from())
                .param("to", spend.to())
                .param("minor", spend.amount().minor())
                .param("note", spend.note())
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .single();
    }

    public void remove(BusinessId business, long id) {
        int gone = jdbc.sql("delete from analytics.spend where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .update();
        if (gone == 0) {
            throw new NotFound("Такого расхода нет.", "There is no such spend.");
        }
    }

    /** The newest first, older than that one. */
    @Transactional(readOnly = true)
    public List<Spend> page(BusinessId business, long before, int limit) {
        return read(
                business,
                jdbc.sql(
                                "select * from analytics.spend where business_id = :business and id < :before order by id desc limit :limit")
                        .param("before", before)
                        .param("limit", limit));
    }

    /** Those of which some day falls into the period. */
    @Transactional(readOnly = true)
    public List<Spend> during(BusinessId business, Period period) {
        return read(business, jdbc.sql("""
                                select * from analytics.spend
                                 where business_id = :business and first_day <= :last and last_day >= :first order by id
                                """).param("first", period.first()).param("last", period.last()));
    }

    private List<Spend> read(BusinessId business, JdbcClient.StatementSpec query) {
        String currency = businesses.get(business).currency();
        return query.param("business", business.value())
                .query((row, _) -> new Spend(
                        row.getLong("id"),
                        row.getString("source"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        new Money(row.getLong("minor"), currency),
                        row.getString("note")))
                .list();
    }
}

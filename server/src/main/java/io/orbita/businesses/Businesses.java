package io.orbita.businesses;

import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.jdbc.BriefMemory;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The door of the room: which businesses there are. */
@Component
public class Businesses {
    private static final String COLUMNS = "id, slug, name, public_key, zone, currency, sandbox";
    private static final RowMapper<Business> BUSINESS = (row, index) -> new Business(
            new BusinessId(row.getLong("id")),
            row.getString("slug"),
            row.getString("name"),
            row.getString("public_key"),
            ZoneId.of(row.getString("zone")),
            row.getString("currency"),
            row.getBoolean("sandbox"));

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final BriefMemory<BusinessId, Optional<Business>> memory = new BriefMemory<>(10_000);
    private final TransactionTemplate transaction;

    Businesses(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /** The business with this slug or public key. */
    public Optional<Business> find(String slugOrKey) {
        return jdbc.sql("select " + COLUMNS + " from businesses.business where slug = :name or public_key = :name")
                .param("name", slugOrKey)
                .query(BUSINESS)
                .optional();
    }

    /**
     * The business that a public endpoint names.
     *
     * @throws NotFound when there is none
     */
    public Business named(String slugOrKey) {
        return find(slugOrKey).orElseThrow(() -> new NotFound("Такого бизнеса нет.", "There is no such business."));
    }

    /** The business of that id, which exists. */
    public Business get(BusinessId id) {
        return find(id).orElseThrow();
    }

    /** The business of that id, if there is one: a public id names one without proving it. */
    public Optional<Business> find(BusinessId id) {
        return memory.get(
                id,
                _ -> jdbc.sql("select " + COLUMNS + " from businesses.business where id = :id")
                        .param("id", id.value())
                        .query(BUSINESS)
                        .optional());
    }

    /** The business of an installation that has no other; empty when there are none or several. */
    public Optional<Business> only() {
        List<Business> few = jdbc.sql("select " + COLUMNS + " from businesses.business order by id limit 2")
                .query(BUSINESS)
                .list();
        return few.size() == 1 ? Optional.of(few.getFirst()) : Optional.empty();
    }

    /** All sandbox businesses; there are a handful. */
    public List<Business> sandboxes() {
        return jdbc.sql("select " + COLUMNS + " from businesses.business where sandbox order by id")
                .query(BUSINESS)
                .list();
    }

    /**
     * Makes a business with what every room lays out for it.
     *
     * @param slug 2–40 lower-case letters, digits and hyphens
     */
    public Business create(String slug, String name, ZoneId zone, boolean sandbox) {
        BusinessId id = new BusinessId(jdbc.sql("select nextval('businesses.business_id_seq')")
                .query(Long.class)
                .single());
        return Tenancy.in(
                id,
                () -> transaction.execute(status -> {
                    jdbc.sql("""
                            insert into businesses.business (id, slug, name, public_key, zone, currency, sandbox, created_at)
                            values (:id, :slug, :name, :key, :zone, 'RUB', :sandbox, :now)
                            """)
                            .param("id", id.value())
                            .param("slug", slug)
                            .param("name", name)
                            .param("key", PublicId.next(id))
                            .param("zone", zone.getId())
                            .param("sandbox", sandbox)
                            .param("now", Sql.at(clock.instant()))
                            .update();
                    memory.forget();
                    events.publishEvent(new BusinessCreated(id));
                    return get(id);
                }));
    }
}

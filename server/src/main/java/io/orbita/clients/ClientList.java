package io.orbita.clients;

import io.orbita.businesses.Businesses;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whole lists of clients by what was asked for, for exports, views and bulk work. */
@Component
@Transactional
public class ClientList {
    private static final int STEP = 500;

    private final ClientSearch search;
    private final Profiles profiles;
    private final Businesses businesses;
    private final JdbcClient jdbc;

    ClientList(ClientSearch search, Profiles profiles, Businesses businesses, JdbcClient jdbc) {
        this.search = search;
        this.profiles = profiles;
        this.businesses = businesses;
        this.jdbc = jdbc;
    }

    /**
     * Refuses a filter or an order that no list can have.
     *
     * @throws io.orbita.platform.web.Invalid naming what is wrong
     */
    public void check(BusinessId business, AskedFilter filter, @Nullable String sort) {
        filter.read(businesses.get(business).zone());
        ClientOrder.read(sort);
    }

    /**
     * Hands out the clients some at a time, in order. Each step is a transaction of its own, so that a slow reader holds nothing: what changes meanwhile may be
     * missed or met twice.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void each(
            BusinessId business, AskedFilter filter, @Nullable String sort, Consumer<List<ClientSummary>> some) {
        ClientFilter read = filter.read(businesses.get(business).zone());
        ClientOrder.Asked order = ClientOrder.read(sort);
        String cursor = null;
        do {
            Page<ClientSummary> page = search.page(business, read, order, cursor, STEP, false);
            some.accept(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
    }

    /** What is known of some of them, by id. */
    @Transactional(readOnly = true)
    public Map<Long, Profile> profiles(BusinessId business, Collection<Long> clients) {
        return profiles.of(business, clients);
    }

    /**
     * Writes the ids of the chosen clients down as the items of a piece of bulk work, in one statement.
     *
     * @return how many they are
     */
    public int choose(BusinessId business, AskedFilter filter, long bulk) {
        Where where =
                search.where(business, filter.read(businesses.get(business).zone()));
        return jdbc.sql("""
                        insert into clients.bulk_item (business_id, bulk_id, client_id)
                        select :business, :bulk, c.id from clients.client c
                        """ + where.sql())
                .params(where.parameters())
                .param("bulk", bulk)
                .update();
    }

    /** As {@link #choose(BusinessId, AskedFilter, long)}, by ids; unknown ones are left out, merged ones stand for their person. */
    public int choose(BusinessId business, List<Long> ids, long bulk) {
        return jdbc.sql("""
                        insert into clients.bulk_item (business_id, bulk_id, client_id)
                        select distinct :business, :bulk, stands_as from clients.client where business_id = :business and id = any(:ids)
                        """)
                .params(Map.of("business", business.value(), "bulk", bulk, "ids", ids.toArray(Long[]::new)))
                .update();
    }
}

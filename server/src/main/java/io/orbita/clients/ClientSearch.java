package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Page;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of clients: filters, search, order, pages. Merged cards never show; who matches through one shows as the person. */
@Component
@Transactional(readOnly = true)
class ClientSearch {
    private static final String OWN_FIELD = """
            c.id in (select f.client_id from clients.field_value f
                      where f.business_id = :business and f.key = :fieldKey%1$d and f.value = :fieldValue%1$d)
            """;

    private final JdbcClient jdbc;
    private final Matches matches;
    private final Summaries summaries;

    ClientSearch(JdbcClient jdbc, Matches matches, Summaries summaries) {
        this.jdbc = jdbc;
        this.matches = matches;
        this.summaries = summaries;
    }

    /** A page of clients; with {@code withTotal} also how many there are in all. */
    public Page<ClientSummary> page(
            BusinessId business,
            ClientFilter filter,
            ClientOrder.Asked order,
            @Nullable String cursor,
            int limit,
            boolean withTotal) {
        Where where = where(business, filter);
        Long total = withTotal ? count(where) : null;
        Cursor after = Cursor.read(cursor, 2);
        if (after != null) {
            if (!order.order().fits(after.string(0))) {
                throw new Invalid("cursor", "unknown", "Возьмите next_cursor из прошлого ответа");
            }
            where.and(order.after(), "key", after.string(0)).with("id", after.number(1));
        }
        List<ClientSummary> found = jdbc.sql("select " + Summaries.COLUMNS + " from clients.client c" + where.sql()
                        + order.by() + " limit :limit")
                .params(where.parameters())
                .param("limit", limit + 1)
                .query(summaries.rows(business))
                .list();
        Page<ClientSummary> page =
                Page.cut(found, limit, client -> Cursor.of(order.order().key(client), client.id()));
        return new Page<>(page.items(), page.nextCursor(), total);
    }

    private long count(Where where) {
        return jdbc.sql("select count(*) from clients.client c" + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    /** The conditions of a list, for a statement that says {@code from clients.client c}. */
    Where where(BusinessId business, ClientFilter filter) {
        Where where = new Where("c.business_id", business)
                .and("c.merged_into is null")
                .and("c.deleted_at is null")
                .and("c.erased_at is null")
                .and(filter.archived() ? "c.archived_at is not null" : "c.archived_at is null")
                .and("c.stage_id = :stage", "stage", filter.stage())
                .and("c.assigned_to = :staff", "staff", filter.assignedTo())
                .and("c.source = :source", "source", filter.source())
                .and("c.created_at >= :from", "from", Sql.atOrNull(filter.createdFrom()))
                .and("c.created_at < :until", "until", Sql.atOrNull(filter.createdUntil()))
                .and(
                        "c.last_contact_sort < :silentSince and c.created_at < :silentSince",
                        "silentSince",
                        Sql.atOrNull(filter.lastContactBefore()))
                .and(
                        "c.id in (select t.client_id from clients.tag t where t.business_id = :business and t.tag = :tag)",
                        "tag",
                        filter.tag());
        if (filter.hasPaid() != null) {
            where.and(filter.hasPaid() ? "c.paid_total_minor > 0" : "c.paid_total_minor <= 0");
        }
        int field = 0;
        for (var own : filter.fields().entrySet()) {
            where.and(OWN_FIELD.formatted(field))
                    .with("fieldKey" + field, own.getKey())
                    .with("fieldValue" + field, own.getValue().toLowerCase(Locale.ROOT));
            field++;
        }
        if (filter.q() != null) {
            matches.narrow(where, business, filter.q());
        }
        return where;
    }
}

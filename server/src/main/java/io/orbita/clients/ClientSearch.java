package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.text.Phones;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of clients: filters, search, order, pages. Merged cards never show; who matches through one shows as the person. */
@Component
@Transactional(readOnly = true)
class ClientSearch {
    private static final Pattern PHONE_LIKE = Pattern.compile("[+\\d\\s().\\-–]+");
    private static final String LAST = "\udbff\udffd";

    /** Who is known by the hash, or by the last digits of a phone, or by words that all begin with what was asked (in either layout of the keyboard). */
    private static final String MATCHES = """
            c.id in (
              select p.stands_as from clients.client p
               where p.business_id = :business and p.id in (
                 select i.client_id from clients.identity i where i.business_id = :business and i.hash = any(:hashes)
                 union all
                 select i.client_id from clients.phone_tail t
                   join clients.identity i on i.business_id = t.business_id and i.id = t.identity_id
                  where t.business_id = :business and t.hash = any(:tails))
              union all
              (select p.stands_as from unnest(:words, :ends) with ordinality as asked(word, upto, nr)
                join clients.word w on w.business_id = :business and w.word >= asked.word collate "C" and w.word < asked.upto collate "C"
                join clients.client p on p.business_id = w.business_id and p.id = w.client_id
               group by p.stands_as having count(distinct asked.nr) = cardinality(:words))
              union all
              (select p.stands_as from unnest(:otherWords, :otherEnds) with ordinality as asked(word, upto, nr)
                join clients.word w on w.business_id = :business and w.word >= asked.word collate "C" and w.word < asked.upto collate "C"
                join clients.client p on p.business_id = w.business_id and p.id = w.client_id
               group by p.stands_as having count(distinct asked.nr) = cardinality(:otherWords)))
            """;

    private final JdbcClient jdbc;
    private final Identities identities;
    private final Summaries summaries;

    ClientSearch(JdbcClient jdbc, Identities identities, Summaries summaries) {
        this.jdbc = jdbc;
        this.identities = identities;
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
        Map<String, Object> search = search(business, filter.q());
        Long total = withTotal ? count(where, search) : null;
        Cursor after = Cursor.read(cursor, 2);
        if (after != null) {
            if (!order.order().fits(after.string(0))) {
                throw new Invalid("cursor", "unknown", "Возьмите next_cursor из прошлого ответа");
            }
            where.and(order.after(), "key", after.string(0)).and("true", "id", after.number(1));
        }
        List<Long> ids = jdbc.sql("select c.id from clients.client c" + where.sql() + order.by() + " limit :limit")
                .params(where.parameters())
                .params(search)
                .param("limit", limit + 1)
                .query(Long.class)
                .list();
        var found = List.copyOf(summaries.of(business, ids).values());
        Page<ClientSummary> page =
                Page.cut(found, limit, client -> Cursor.of(order.order().key(client), client.id()));
        return new Page<>(page.items(), page.nextCursor(), total);
    }

    private long count(Where where, Map<String, Object> search) {
        return jdbc.sql("select count(*) from clients.client c" + where.sql())
                .params(where.parameters())
                .params(search)
                .query(Long.class)
                .single();
    }

    private static Where where(BusinessId business, ClientFilter filter) {
        Where where = new Where("c.business_id", business)
                .and("c.merged_into is null")
                .and(filter.archived() ? "c.archived_at is not null" : "c.archived_at is null")
                .and("c.stage_id = :stage", "stage", filter.stage())
                .and("c.assigned_to = :staff", "staff", filter.assignedTo())
                .and("c.source = :source", "source", filter.source())
                .and("c.created_at >= :from", "from", Sql.atOrNull(filter.createdFrom()))
                .and("c.created_at < :until", "until", Sql.atOrNull(filter.createdUntil()))
                .and(
                        "coalesce(c.last_contact_at, c.created_at) < :silentSince",
                        "silentSince",
                        Sql.atOrNull(filter.lastContactBefore()))
                .and(
                        "c.id in (select t.client_id from clients.tag t where t.business_id = :business and t.tag = :tag)",
                        "tag",
                        filter.tag());
        if (filter.hasPaid() != null) {
            where.and(filter.hasPaid() ? "c.paid_total_minor > 0" : "c.paid_total_minor <= 0");
        }
        return filter.q() == null ? where : where.and(MATCHES);
    }

    private Map<String, Object> search(BusinessId business, @Nullable String q) {
        if (q == null) {
            return Map.of();
        }
        String text = q.strip();
        List<String> hashes = new ArrayList<>();
        List<String> tails = new ArrayList<>();
        Identity.email(text).ifPresent(email -> hashes.add(identities.hash(business, email)));
        if (PHONE_LIKE.matcher(text).matches()) {
            Phones.e164(text)
                    .ifPresent(
                            phone -> hashes.add(identities.hash(business, new Identity(Identity.Kind.PHONE, phone))));
            String digits = text.replaceAll("\\D", "");
            if (digits.length() >= Identities.SHORTEST_TAIL) {
                tails.add(identities.tailHash(
                        business, digits.substring(Math.max(0, digits.length() - Identities.LONGEST_TAIL))));
            }
        }
        List<String> words = Words.asked(text);
        List<String> others = Words.otherLayout(text).map(Words::asked).orElse(List.of());
        var parameters = new HashMap<String, Object>();
        parameters.put("hashes", hashes.toArray(String[]::new));
        parameters.put("tails", tails.toArray(String[]::new));
        parameters.put("words", words.toArray(String[]::new));
        parameters.put("ends", words.stream().map(word -> word + LAST).toArray(String[]::new));
        parameters.put("otherWords", others.toArray(String[]::new));
        parameters.put("otherEnds", others.stream().map(word -> word + LAST).toArray(String[]::new));
        return parameters;
    }
}

package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of clients: which card stands for a person, at what stage, with what figures. Every statement that locks or changes the
 * row stands here, so that the order of locks can be read in one place.
 */
@Component
class ClientRows {
    /** The card that stands for a person. */
    record Standing(long id, @Nullable Long stageId, boolean archived) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Words words;
    private final FreshCards fresh;

    ClientRows(JdbcClient jdbc, Clock clock, Words words, FreshCards fresh) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.words = words;
        this.fresh = fresh;
    }

    static NotFound unknown() {
        return new NotFound("Клиент не найден.", "There is no such client.");
    }

    /** A new client who is known by these, which nobody holds. */
    long insert(BusinessId business, Newcomer newcomer, Collection<Identity> verified) {
        return fresh.write(business, newcomer, null, null, List.of(), verified);
    }

    /** The id of the card that stands for the client; empty when there is no such client. */
    Optional<Long> standing(BusinessId business, long client) {
        return jdbc.sql("select stands_as from clients.client where business_id = :business and id = :client")
                .param("business", business.value())
                .param("client", client)
                .query(Long.class)
                .optional();
    }

    List<Long> members(BusinessId business, long client) {
        return jdbc.sql("""
                        select m.id from clients.client c
                          join clients.client m on m.business_id = c.business_id and m.stands_as = c.stands_as
                         where c.business_id = :business and c.id = :client order by m.id
                        """)
                .param("business", business.value())
                .param("client", client)
                .query(Long.class)
                .list();
    }

    /**
     * Locks the card that stands for the client until the transaction ends.
     *
     * @throws NotFound when there is no such client
     */
    Standing lock(BusinessId business, long client) {
        // Nearly everybody stands for themselves; who was merged while we waited fits no more.
        Optional<Standing> own = jdbc.sql("""
                        select id, stage_id, archived_at is not null as archived from clients.client
                         where business_id = :business and id = :client and stands_as = :client for no key update
                        """)
                .param("business", business.value())
                .param("client", client)
                .query(Standing.class)
                .optional();
        return own.orElseGet(() -> lockOther(business, client));
    }

    private Standing lockOther(BusinessId business, long client) {
        // A merge that commits while we wait makes another card stand for the client; merges lock the standing cards
        // too, so this ends.
        while (true) {
            Standing locked = jdbc.sql("""
                            select s.id, s.stage_id, s.archived_at is not null as archived from clients.client c
                              join clients.client s on s.business_id = c.business_id and s.id = c.stands_as
                             where c.business_id = :business and c.id = :client for no key update of s
                            """)
                    .param("business", business.value())
                    .param("client", client)
                    .query(Standing.class)
                    .optional()
                    .orElseThrow(ClientRows::unknown);
            if (standing(business, client).orElseThrow(ClientRows::unknown) == locked.id()) {
                return locked;
            }
        }
    }

    @Nullable Long stage(BusinessId business, long client) {
        return jdbc.sql("""
                        select s.id, s.stage_id, s.archived_at is not null as archived from clients.client c
                          join clients.client s on s.business_id = c.business_id and s.id = c.stands_as
                         where c.business_id = :business and c.id = :client
                        """)
                .param("business", business.value())
                .param("client", client)
                .query(Standing.class)
                .optional()
                .orElseThrow(ClientRows::unknown)
                .stageId();
    }

    /** Something that staff sees on the card has changed. */
    void touch(BusinessId business, long standing) {
        jdbc.sql("update clients.client set version = version + 1 where business_id = :business and id = :client")
                .param("business", business.value())
                .param("client", standing)
                .update();
    }

    /** Locks the client's own row, then the card that stands for it: a merged card always before a standing one. */
    Standing lockWithOwn(BusinessId business, long client) {
        jdbc.sql("select id from clients.client where business_id = :business and id = :client for no key update")
                .param("business", business.value())
                .param("client", client)
                .query(Long.class)
                .optional();
        return lock(business, client);
    }

    Map<Long, Long> countByStage(BusinessId business) {
        var counts = new TreeMap<Long, Long>();
        jdbc.sql("""
                        select stage_id, count(*) as clients from clients.client
                         where business_id = :business and merged_into is null and stage_id is not null group by stage_id
                        """).param("business", business.value()).query(row -> {
            counts.put(row.getLong("stage_id"), row.getLong("clients"));
        });
        return counts;
    }

    Map<Long, String> names(BusinessId business, Collection<Long> clients) {
        var names = new TreeMap<Long, String>();
        jdbc.sql("""
                        select c.id, s.name from clients.client c
                          join clients.client s on s.business_id = c.business_id and s.id = c.stands_as
                         where c.business_id = :business and c.id = any(:clients)
                        """)
                .param("business", business.value())
                .param("clients", clients.toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                });
        return names;
    }

    Map<Long, Long> merged(BusinessId business) {
        var merged = new TreeMap<Long, Long>();
        jdbc.sql("""
                        select id, stands_as from clients.client where business_id = :business and merged_into is not null
                        """).param("business", business.value()).query(row -> {
            merged.put(row.getLong("id"), row.getLong("stands_as"));
        });
        return merged;
    }

    List<Clients.Joined> joins(BusinessId business, Collection<Long> members) {
        return jdbc.sql("""
                        select id, standing, merged, at from clients.merge
                         where business_id = :business and merged = any(:members) and undone_at is null order by id
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query((row, _) -> new Clients.Joined(
                        row.getLong("id"),
                        new ClientId(row.getLong("standing")),
                        new ClientId(row.getLong("merged")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    List<MergeInForce> merges(BusinessId business) {
        return jdbc.sql("""
                        select standing, merged, at from clients.merge
                         where business_id = :business and undone_at is null order by at, id
                        """)
                .param("business", business.value())
                .query((row, _) -> new MergeInForce(
                        row.getLong("standing"),
                        row.getLong("merged"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    String name(BusinessId business, long client) {
        return Optional.ofNullable(names(business, List.of(client)).get(client)).orElseThrow(ClientRows::unknown);
    }

    /** Adds to the own figure and to that of the card that stands for the person, which is locked first as a merge would. */
    void paid(BusinessId business, long client, long minor) {
        long standing = lockWithOwn(business, client).id();
        jdbc.sql("""
                        update clients.client
                           set paid_minor = paid_minor + case when id = :client then :minor else 0 end,
                               paid_total_minor = paid_total_minor + case when id = :standing then :minor else 0 end
                         where business_id = :business and id in (:client, :standing)
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("standing", standing)
                .param("minor", minor)
                .update();
    }

    /** As {@link #paid}, with the latest of the times. */
    void contacted(BusinessId business, long client, Instant at) {
        long standing = lockWithOwn(business, client).id();
        jdbc.sql("""
                        update clients.client
                           set contacted_at = case when id = :client then greatest(contacted_at, :at) else contacted_at end,
                               last_contact_at = case when id = :standing then greatest(last_contact_at, :at) else last_contact_at end
                         where business_id = :business and id in (:client, :standing)
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("standing", standing)
                .param("at", Sql.at(at))
                .update();
    }

    /** What a returning person tells of themselves: a nick may change, a name is only filled in. */
    void greet(BusinessId business, long standing, Newcomer newcomer) {
        int changed = jdbc.sql("""
                        update clients.client
                           set name = case when name = '' then :name else name end,
                               username = coalesce(:username, username),
                               version = version + 1
                         where business_id = :business and id = :client
                           and ((name = '' and :name <> '') or username is distinct from coalesce(:username, username))
                        """)
                .param("business", business.value())
                .param("client", standing)
                .param("name", newcomer.name())
                .param("username", newcomer.username())
                .update();
        if (changed == 1) {
            words.index(business, standing);
        }
    }

    void next(BusinessId business, long standing, Instant at) {
        jdbc.sql("update clients.client set next_contact_at = :at where business_id = :business and id = :client")
                .param("business", business.value())
                .param("client", standing)
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Returns whether it changed. Who comes back comes back from the trash too, with the phones and e-mails that nobody else has got meanwhile.
     */
    boolean archive(BusinessId business, long standing, boolean archived) {
        boolean changed = jdbc.sql("""
                                update clients.client
                                   set archived_at = case when :archived then :now::timestamptz end,
                                       deleted_at = case when :archived then deleted_at end, version = version + 1
                                 where business_id = :business and id = :client and (archived_at is not null) <> :archived and erased_at is null
                                """)
                        .param("business", business.value())
                        .param("client", standing)
                        .param("archived", archived)
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
        if (changed && !archived) {
            jdbc.sql("""
                            update clients.identity i
                               set parked = false,
                                   verified = not exists (select from clients.identity o
                                                           where o.business_id = :business and o.kind = i.kind and o.hash = i.hash and o.verified)
                             where i.business_id = :business and i.parked
                               and i.client_id in (select id from clients.client where business_id = :business and stands_as = :client)
                            """)
                    .param("business", business.value())
                    .param("client", standing)
                    .update();
        }
        return changed;
    }
}

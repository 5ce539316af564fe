package io.orbita.clients;

import io.orbita.businesses.Staff;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Single deeds on cards, for bulk work: each says whether it changed anything, and writes its line of history. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CardDeeds {
    private final JdbcClient jdbc;
    private final ClientRows rows;
    private final Timeline timeline;
    private final Staff staff;
    private final ApplicationEventPublisher events;
    private final Trash trash;
    private final Clock clock;

    CardDeeds(
            JdbcClient jdbc,
            ClientRows rows,
            Timeline timeline,
            Staff staff,
            ApplicationEventPublisher events,
            Trash trash,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.timeline = timeline;
        this.staff = staff;
        this.events = events;
        this.trash = trash;
        this.clock = clock;
    }

    /** Puts a tag on a client. */
    public boolean tag(BusinessId business, long client, String tag, Author by) {
        long standing = rows.lock(business, client).id();
        boolean put = jdbc.sql("""
                                insert into clients.tag (business_id, tag, client_id) values (:business, :tag, :client) on conflict do nothing
                                """)
                        .param("business", business.value())
                        .param("tag", tag)
                        .param("client", standing)
                        .update()
                == 1;
        return put && edited(business, standing, "tags", "Метки: + " + tag, by);
    }

    /** Takes a tag from a client. */
    public boolean untag(BusinessId business, long client, String tag, Author by) {
        long standing = rows.lock(business, client).id();
        boolean taken = jdbc.sql("""
                                delete from clients.tag where business_id = :business and tag = :tag and client_id = :client
                                """)
                        .param("business", business.value())
                        .param("tag", tag)
                        .param("client", standing)
                        .update()
                == 1;
        return taken && edited(business, standing, "tags", "Метки: − " + tag, by);
    }

    /** Who is responsible for the client; empty for nobody. */
    public Optional<Long> assignee(BusinessId business, long client) {
        long standing = rows.lock(business, client).id();
        return jdbc.sql("select assigned_to from clients.client where business_id = :business and id = :client")
                .param("business", business.value())
                .param("client", standing)
                .query((row, _) -> Optional.ofNullable(row.getObject("assigned_to", Long.class)))
                .single();
    }

    /** Makes a staff user responsible for a client, or nobody. */
    public boolean assign(BusinessId business, long client, @Nullable Long user, Author by) {
        Long before = assignee(business, client).orElse(null);
        if (Objects.equals(before, user)) {
            return false;
        }
        long standing = rows.lock(business, client).id();
        jdbc.sql("update clients.client set assigned_to = :user where business_id = :business and id = :client")
                .param("business", business.value())
                .param("client", standing)
                .param("user", user)
                .update();
        return edited(
                business,
                standing,
                "assigned_to",
                "Ответственный: " + name(business, before) + " → " + name(business, user),
                by);
    }

    private String name(BusinessId business, @Nullable Long user) {
        return user == null
                ? "—"
                : staff.find(business, user).map(member -> member.name()).orElse("№ " + user);
    }

    /** Puts a client into the trash, or takes them back from it; phones and e-mails that others got meanwhile stay away. */
    public boolean delete(BusinessId business, long client, boolean deleted, Author by) {
        if (trash.holds(business, client) == deleted) {
            return false;
        }
        if (deleted) {
            trash.put(business, client, by.user());
        } else {
            trash.restore(business, client, true, by.user());
        }
        return true;
    }

    /** Says when the client is to be contacted again. */
    public void next(BusinessId business, long client, Instant at) {
        rows.next(business, rows.lock(business, client).id(), at);
    }

    /** Puts a client into the archive, or takes them back. */
    public boolean archive(BusinessId business, long client, boolean archived) {
        long standing = rows.lock(business, client).id();
        boolean changed = rows.archive(business, standing, archived);
        if (changed) {
            events.publishEvent(new ClientArchived(business, new ClientId(standing), archived));
        }
        return changed;
    }

    /**
     * Refuses somebody who does not work here.
     *
     * @throws Invalid naming {@code assigned_to}
     */
    public void checkStaff(BusinessId business, @Nullable Long user) {
        if (user != null && staff.find(business, user).isEmpty()) {
            throw new Invalid("assigned_to", "unknown", "Сотрудник этого бизнеса");
        }
    }

    private boolean edited(BusinessId business, long standing, String field, String text, Author by) {
        int version = jdbc.sql("""
                        update clients.client set version = version + 1 where business_id = :business and id = :client returning version
                        """)
                .param("business", business.value())
                .param("client", standing)
                .query(Integer.class)
                .single();
        timeline.write(
                business,
                standing,
                new TimelineEntry(
                        CardTraces.EDITED,
                        CardTraces.editKey(standing, version),
                        clock.instant(),
                        Map.of("fields", List.of(field)),
                        text,
                        by.user()));
        return true;
    }
}

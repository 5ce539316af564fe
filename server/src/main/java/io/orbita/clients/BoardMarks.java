package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a board orders, counts and filters by, kept on the row of the client. Whoever calls holds the card that stands for the person. */
@Component
class BoardMarks {
    private final JdbcClient jdbc;

    BoardMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts the card into a column, to its place; returns false when it does not stand for itself. */
    boolean stand(BusinessId business, long client, long stage, String place) {
        return jdbc.sql("""
                                update clients.client set stage_id = :stage, board_place = :place
                                 where business_id = :business and id = :client and stands_as = :client
                                """)
                        .param("business", business.value())
                        .param("client", client)
                        .param("stage", stage)
                        .param("place", place)
                        .update()
                == 1;
    }

    void place(BusinessId business, long standing, String place) {
        jdbc.sql("update clients.client set board_place = :place where business_id = :business and id = :client")
                .param("business", business.value())
                .param("client", standing)
                .param("place", place)
                .update();
    }

    /** As {@link #place}, for cards that stand for themselves, with one statement. */
    void places(BusinessId business, Long[] clients, String[] places) {
        jdbc.sql("""
                        update clients.client c set board_place = p.place
                          from unnest(:clients::bigint[], :places::text[]) as p (client, place)
                         where c.business_id = :business and c.id = p.client
                        """)
                .param("business", business.value())
                .param("clients", clients)
                .param("places", places)
                .update();
    }

    /** How many messages of the client's own conversations nobody has read. */
    void unread(BusinessId business, long client, long standing, int unread) {
        jdbc.sql(
                        "update clients.client set unread = :unread where business_id = :business and id = :client and unread <> :unread")
                .param("business", business.value())
                .param("client", client)
                .param("unread", unread)
                .update();
        jdbc.sql("""
                        update clients.client s
                           set unread_total = (select sum(m.unread) from clients.client m where m.business_id = :business and m.stands_as = s.id)
                         where s.business_id = :business and s.id = :standing
                        """)
                .param("business", business.value())
                .param("standing", standing)
                .update();
    }

    /** When the earliest open task is due; infinity for one without a time, null without tasks. */
    void plan(BusinessId business, long standing) {
        jdbc.sql("""
                        update clients.client s
                           set task_due_at = (select min(coalesce(a.due_at, 'infinity')) from clients.client m
                                                join clients.action a on a.business_id = m.business_id and a.client_id = m.id
                                               where m.business_id = :business and m.stands_as = s.id and a.type = 'task' and a.done_at is null)
                         where s.business_id = :business and s.id = :standing
                        """)
                .param("business", business.value())
                .param("standing", standing)
                .update();
    }
}

package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Clients by the stage where they stand: the totals of each column of a board, and its cards in the order that staff gave them. */
@Component
@Transactional(readOnly = true)
public class StageColumns {
    /** What somebody who works through the board asks for first. */
    public enum Quick {
        /** Somebody wrote, and nobody has read it. */
        WAITING("c.unread_total > 0"),
        /** The next step should have been done by now. */
        OVERDUE("c.step_at < :now"),
        /** The next step is for the rest of today. */
        TODAY("c.step_at >= :now and c.step_at < :tomorrow"),
        /** Nothing is planned. */
        IDLE("c.step_at is null");

        private final String condition;

        Quick(String condition) {
            this.condition = condition;
        }
    }

    /**
     * Which cards are shown.
     *
     * @param filter as of the list of clients; its stage leaves the other columns out
     * @param tomorrow when today ends in the zone of the business
     */
    public record Asked(ClientFilter filter, @Nullable Quick quick, Instant now, Instant tomorrow) {}

    /**
     * One column. The last four count what each of {@link Quick} would leave of it.
     *
     * @param paidMinor what its clients have paid in all
     */
    public record Total(long cards, long paidMinor, long waiting, long overdue, long today, long idle) {
        /** Nobody. */
        public static final Total NONE = new Total(0, 0, 0, 0, 0, 0);
    }

    /** A card in its column. */
    public record Placed(long client, long stage, String place) {}

    /**
     * What a card shows besides the summary.
     *
     * @param members all cards of the person
     * @param stepAt when the next step is due; null when no time was said, or nothing is planned
     * @param task the open task that comes first; null when the next step is only a contact
     */
    public record Facts(
            List<Long> members,
            @Nullable String goal,
            @Nullable String experience,
            int unread,
            boolean planned,
            @Nullable Instant stepAt,
            @Nullable Task task) {}

    /** An open task. */
    public record Task(
            long id, @Nullable String text, @Nullable Instant dueAt) {}

    private static final String ON_BOARD = "c.stage_id is not null and c.board_place is not null";

    private final JdbcClient jdbc;
    private final ClientSearch search;

    StageColumns(JdbcClient jdbc, ClientSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    /** The totals by stage; stages without anybody are left out. */
    public Map<Long, Total> totals(BusinessId business, Asked asked) {
        Where where = search.where(business, asked.filter()).and(ON_BOARD);
        String chosen = asked.quick() == null ? "true" : asked.quick().condition;
        var totals = new HashMap<Long, Total>();
        jdbc.sql("""
                        select c.stage_id, count(*) filter (where %s) as cards,
                               coalesce(sum(c.paid_total_minor) filter (where %s), 0) as paid,
                               count(*) filter (where %s) as waiting, count(*) filter (where %s) as overdue,
                               count(*) filter (where %s) as today, count(*) filter (where %s) as idle
                          from clients.client c
                        """.formatted(
                                        chosen,
                                        chosen,
                                        Quick.WAITING.condition,
                                        Quick.OVERDUE.condition,
                                        Quick.TODAY.condition,
                                        Quick.IDLE.condition)
                        + where.sql() + " group by c.stage_id")
                .params(where.parameters())
                .param("now", Sql.at(asked.now()))
                .param("tomorrow", Sql.at(asked.tomorrow()))
                .query(row -> {
                    totals.put(
                            row.getLong("stage_id"),
                            new Total(
                                    row.getLong("cards"),
                                    row.getLong("paid"),
                                    row.getLong("waiting"),
                                    row.getLong("overdue"),
                                    row.getLong("today"),
                                    row.getLong("idle")));
                });
        return totals;
    }

    /** The first cards of these columns, column by column; {@code after}, when given, is the last card shown of the only one. */
    public List<Placed> cards(BusinessId business, Asked asked, List<Long> stages, @Nullable Placed after, int limit) {
        Where where = search.where(business, asked.filter())
                .and("c.stage_id = s.stage")
                .and(ON_BOARD);
        if (asked.quick() != null) {
            where.and(asked.quick().condition);
        }
        if (after != null) {
            where.and("(c.board_place, c.id) > (:place, :after)", "place", after.place())
                    .with("after", after.client());
        }
        return jdbc.sql("""
                        select f.id, s.stage, f.board_place
                          from unnest(:stages::bigint[]) with ordinality as s (stage, rank)
                         cross join lateral (
                           select c.id, c.board_place from clients.client c
                        """ + where.sql() + """
                            order by c.board_place, c.id limit :limit) f
                         order by s.rank, f.board_place, f.id
                        """)
                .params(where.parameters())
                .param("stages", stages.toArray(Long[]::new))
                .param("now", Sql.at(asked.now()))
                .param("tomorrow", Sql.at(asked.tomorrow()))
                .param("limit", limit)
                .query((row, _) -> new Placed(row.getLong("id"), row.getLong("stage"), row.getString("board_place")))
                .list();
    }

    /** What the cards of these clients show; they stand for their persons. */
    public Map<Long, Facts> facts(BusinessId business, Collection<Long> clients) {
        var facts = new HashMap<Long, Facts>();
        jdbc.sql("""
                        select c.id, c.goal, c.experience, c.unread_total, c.step_at is not null as planned, c.next_contact_at,
                               t.id as task_id, t.text, t.due_at,
                               (select array_agg(m.id) from clients.client m where m.business_id = :business and m.stands_as = c.id) as members
                          from clients.client c
                          left join lateral (
                            select a.id, a.text, a.due_at from clients.client m
                              join clients.action a on a.business_id = m.business_id and a.client_id = m.id
                             where m.business_id = :business and m.stands_as = c.id and c.task_due_at is not null
                               and a.type = 'task' and a.done_at is null
                             order by a.due_at, a.id limit 1) t on true
                         where c.business_id = :business and c.id = any(:clients)
                        """)
                .param("business", business.value())
                .param("clients", clients.toArray(Long[]::new))
                .query(row -> {
                    facts.put(row.getLong("id"), facts(row));
                });
        return facts;
    }

    private static Facts facts(ResultSet row) throws SQLException {
        Instant contact = Summaries.instant(row, "next_contact_at");
        Long taskId = row.getObject("task_id", Long.class);
        Task task = taskId == null ? null : new Task(taskId, row.getString("text"), Summaries.instant(row, "due_at"));
        Instant due = task == null ? null : task.dueAt();
        boolean taskFirst = task != null && (contact == null || due != null && !due.isAfter(contact));
        return new Facts(
                List.of((Long[]) row.getArray("members").getArray()),
                row.getString("goal"),
                row.getString("experience"),
                row.getInt("unread_total"),
                row.getBoolean("planned"),
                taskFirst ? due : contact,
                taskFirst ? task : null);
    }
}

package io.orbita.messaging.inbox;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which staff user talks with a person now; meanwhile the bot leaves ordinary words to them.
 *
 * <ul>
 *   <li>It begins when a staff user writes in the conversation, takes it, or takes a notice about the client: then in all conversations of the client.
 *       Whoever writes or takes last has it. A program that writes with an API key is nobody to talk to.
 *   <li>It ends when staff hands the conversation back, when the person turns to the bot again (the room of the dialogues knows when), or by itself
 *       {@link #PATIENCE} after the last word of the staff: a forgotten conversation must not stay without an answer for ever.
 * </ul>
 */
@Component
@Transactional
public class Attendance {
    /** How long the bot keeps out after the last word of the staff. */
    static final Duration PATIENCE = Duration.ofHours(4);

    /**
     * Who talks.
     *
     * @param until when the bot answers again, unless more is said
     */
    public record Attendant(long staff, Instant until) {}

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final Clients clients;
    private final Clock clock;

    Attendance(JdbcClient jdbc, Conversations conversations, Clients clients, Clock clock) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.clients = clients;
        this.clock = clock;
    }

    /** The staff user talks with the person there, from this moment on. */
    public Attendant begin(BusinessId business, long conversation, long staff) {
        Instant now = clock.instant();
        Instant until = now.plus(PATIENCE);
        jdbc.sql("""
                        insert into messaging.attendance as a (business_id, conversation_id, staff_id, since, until)
                        values (:business, :conversation, :staff, :now, :until)
                        on conflict (business_id, conversation_id) do update
                           set staff_id = excluded.staff_id, until = excluded.until,
                               since = case when a.staff_id = excluded.staff_id and a.until > :now then a.since else excluded.since end
                        """)
                .param("business", business.value())
                .param("conversation", conversation)
                .param("staff", staff)
                .param("now", Sql.at(now))
                .param("until", Sql.at(until))
                .update();
        return new Attendant(staff, until);
    }

    /** The staff user talks with the client, wherever they write. */
    public void beginWith(BusinessId business, ClientId client, long staff) {
        of(business, client).forEach(conversation -> begin(business, conversation, staff));
    }

    /** Who talks there now. */
    @Transactional(readOnly = true)
    public Optional<Attendant> of(BusinessId business, long conversation) {
        return jdbc.sql("""
                        select staff_id as staff, until from messaging.attendance
                         where business_id = :business and conversation_id = :conversation and until > :now
                        """)
                .param("business", business.value())
                .param("conversation", conversation)
                .param("now", Sql.at(clock.instant()))
                .query(Attendant.class)
                .optional();
    }

    /** The bot answers there again. */
    public void end(BusinessId business, long conversation) {
        end(business, List.of(conversation));
    }

    /** The bot answers the client again, wherever they write; false when it did anyway. */
    public boolean endWith(BusinessId business, ClientId client) {
        return end(business, of(business, client)) > 0;
    }

    private int end(BusinessId business, Collection<Long> talks) {
        return jdbc.sql("""
                        update messaging.attendance set until = :now
                         where business_id = :business and conversation_id = any (:talks) and until > :now
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("business", business.value())
                .param("talks", talks.toArray(Long[]::new))
                .update();
    }

    /** In the order of their ids: two staff users who take at once wait for each other, and no more. */
    private List<Long> of(BusinessId business, ClientId client) {
        return conversations.of(business, clients.members(business, client)).stream()
                .map(Talk::id)
                .sorted()
                .toList();
    }
}

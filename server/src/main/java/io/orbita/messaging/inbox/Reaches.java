package io.orbita.messaging.inbox;

import io.orbita.clients.Addressees.Addressee;
import io.orbita.messaging.Channel;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Reach;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people are reached, read for many of them at once. */
@Component
public class Reaches {
    private record Open(
            long id,
            long client,
            Channel channel,
            boolean open,
            @Nullable Instant heard) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Reaches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By the card that stands for the person; whoever never talked to us is there as well. */
    @Transactional(readOnly = true)
    public Map<Long, Reach> of(BusinessId business, Collection<Addressee> people) {
        var persons = new HashMap<Long, Long>();
        people.forEach(person -> person.members().forEach(member -> persons.put(member, person.client())));
        var talks = new HashMap<Long, List<Open>>();
        open(business, persons.keySet())
                .forEach(talk -> talks.computeIfAbsent(persons.get(talk.client()), _ -> new java.util.ArrayList<>())
                        .add(talk));
        var reaches = new HashMap<Long, Reach>();
        people.forEach(person ->
                reaches.put(person.client(), reach(person, talks.getOrDefault(person.client(), List.of()))));
        return reaches;
    }

    private static Reach reach(Addressee person, List<Open> talks) {
        var messenger = talks.stream()
                .filter(Open::open)
                .filter(talk -> talk.channel() == Channel.TELEGRAM || talk.channel() == Channel.SANDBOX)
                .findFirst();
        var letters =
                talks.stream().filter(talk -> talk.channel() == Channel.EMAIL).toList();
        return new Reach(
                messenger.map(talk -> new ConversationId(talk.id())).orElse(null),
                person.email() && (letters.isEmpty() || letters.stream().anyMatch(Open::open)),
                talks.stream()
                        .map(Open::heard)
                        .filter(java.util.Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    /** A refused address is tried anew after a week, as {@link Conversations#mail} has it. */
    private List<Open> open(BusinessId business, Collection<Long> clients) {
        return jdbc.sql("""
                        select id, client_id, channel, last_inbound_at,
                               reachable or (channel = 'EMAIL' and unreachable_at < :weekAgo) as open
                          from messaging.conversation
                         where business_id = :business and client_id = any (:clients)
                         order by last_inbound_at desc nulls last, id desc
                        """)
                .param("business", business.value())
                .param("clients", clients.toArray(Long[]::new))
                .param("weekAgo", Sql.at(clock.instant().minus(Duration.ofDays(7))))
                .query((row, _) -> {
                    Timestamp heard = row.getTimestamp("last_inbound_at");
                    return new Open(
                            row.getLong("id"),
                            row.getLong("client_id"),
                            Channel.valueOf(row.getString("channel")),
                            row.getBoolean("open"),
                            heard == null ? null : heard.toInstant());
                })
                .list();
    }
}

package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** What happened with a client, without any text that staff or others wrote. */
@Component
public class OwnHistory {
    /** A fact; {@code kind} and {@code facts} as in {@link TimelineEntry}. */
    public record Event(long id, String kind, Instant at, JsonNode facts) {}

    private final Clients clients;
    private final Timeline timeline;

    OwnHistory(Clients clients, Timeline timeline) {
        this.clients = clients;
        this.timeline = timeline;
    }

    /** The newest first, of the person and all cards that were merged into one with theirs; messages are left out. */
    @Transactional(readOnly = true)
    public List<Event> newest(BusinessId business, ClientId client, int limit) {
        return timeline.page(business, clients.members(business, client), Weight.ORDINARY, null, limit).items().stream()
                .map(line -> new Event(line.id(), line.kind(), line.at(), line.facts()))
                .toList();
    }
}

package io.orbita.clients;

import io.orbita.businesses.Audit;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a change of a card leaves behind: the words it is found by, a line of history that says old and new, an entry of the audit trail. */
@Component
class CardTraces {
    static final String EDITED = "clients.edited";

    private final Words words;
    private final Timeline timeline;
    private final CardDifferences differences;
    private final Audit audit;
    private final Clock clock;

    CardTraces(Words words, Timeline timeline, CardDifferences differences, Audit audit, Clock clock) {
        this.words = words;
        this.timeline = timeline;
        this.differences = differences;
        this.audit = audit;
        this.clock = clock;
    }

    /** The key of the line that says what this version changed. */
    static String editKey(long client, int version) {
        return "edit:" + client + ":" + version;
    }

    /** A card was made; that it was made is told by the move to its first stage. */
    void made(BusinessId business, long client) {
        words.index(business, client);
    }

    /** A card was changed; {@code version} is the new one. Nothing is written when both are the same. */
    void changed(BusinessId business, long client, ClientEdit before, ClientEdit after, int version, Author by) {
        List<CardDifferences.Difference> changes = differences.between(before, after);
        if (changes.isEmpty()) {
            return;
        }
        words.index(business, client);
        List<String> fields =
                changes.stream().map(CardDifferences.Difference::field).toList();
        timeline.write(
                business,
                client,
                new TimelineEntry(
                        EDITED,
                        editKey(client, version),
                        clock.instant(),
                        Map.of("fields", fields),
                        CardDifferences.text(changes),
                        by.user()));
        audit.record(business, by.who(), "clients.edit", String.valueOf(client), Map.of("fields", fields));
    }

    /** Sends the lines that wait, for whoever looks for them in the same transaction. */
    void flush() {
        timeline.flush();
    }

    /** An entry of the audit trail about a card. */
    void audited(BusinessId business, long client, String deed, Author by, Map<String, ?> facts) {
        audit.record(business, by.who(), deed, String.valueOf(client), facts);
    }
}

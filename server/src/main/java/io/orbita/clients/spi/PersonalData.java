package io.orbita.clients.spi;

import io.orbita.clients.ClientId;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each room that keeps something about a person gives it out and forgets it. */
public interface PersonalData {
    /** The name of its part in an export. */
    String part();

    /** What the room knows of the client, JSON-friendly. */
    Map<String, Object> export(BusinessId business, ClientId client);

    /** Files that belong to the export, as they are. */
    default List<PersonFile> files(BusinessId business, ClientId client) {
        return List.of();
    }

    /** Forgets what can name the person; keeps what the law requires. */
    void erase(BusinessId business, ClientId client);

    /** Clients whose histories may name anybody: staff who talk with the bot. */
    default Set<ClientId> gossips(BusinessId business) {
        return Set.of();
    }

    /** Forgets what names the person in texts that belong to others; called before {@link #erase}, in the same transaction. */
    default void eraseMentions(BusinessId business, Mentions mentions) {}
}

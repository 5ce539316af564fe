package io.orbita.clients.spi;

import io.orbita.clients.ClientId;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Map;

/** Each room that keeps something about a person gives it out and forgets it. */
public interface PersonalData {
    /** The name of its part in an export. */
    String part();

    /** What the room knows of the client, JSON-friendly. */
    Map<String, Object> export(BusinessId business, ClientId client);

    /** Forgets what can name the person; keeps what the law requires. */
    void erase(BusinessId business, ClientId client);
}

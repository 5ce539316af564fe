package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Leads: one interest of a client from one source. */
@Component
public class Leads {
    /** A new interest of a client who is known already; a second one from the same source within a day is the same. */
    public long open(BusinessId business, ClientId client, String source, Map<String, String> utm) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** The open leads of the client become {@code qualified}; a converted or lost one stays. */
    public void qualified(BusinessId business, ClientId client) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** The open leads of the client become {@code converted}. */
    public void converted(BusinessId business, ClientId client) {
        throw new UnsupportedOperationException("the door is not open yet");
    }
}

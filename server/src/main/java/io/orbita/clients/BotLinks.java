package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Signed, expiring links from the site to the bot: {@code /start <payload>}, at most 64 characters of {@code [A-Za-z0-9_-]}. Following one merges
 * only what this visit brought.
 */
@Component
public class BotLinks {
    /** A payload that stands for what one site visit left (a lead made by a form, a visitor id); lives 72 hours, works once. */
    public String issue(BusinessId business, ClientId visitClient) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** The client that the visit made, when the payload is ours, fresh and not used; it is used up. Any other payload is just text. */
    public Optional<ClientId> redeem(BusinessId business, String payload) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** Joins what the visit made with the client who followed the link: {@code visit} is merged into {@code follower}. */
    public void join(BusinessId business, ClientId visit, ClientId follower) {
        throw new UnsupportedOperationException("the door is not open yet");
    }
}

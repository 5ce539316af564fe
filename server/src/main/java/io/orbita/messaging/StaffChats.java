package io.orbita.messaging;

import io.orbita.businesses.StaffMember;
import io.orbita.messaging.notices.StaffLinks;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which conversations are chats of staff users. A chat is linked by {@code /start staff_…} with a code from the panel, which this room answers by itself. */
@Component
public class StaffChats {
    private final StaffLinks links;

    StaffChats(StaffLinks links) {
        this.links = links;
    }

    /** The active staff user whose chat this is; empty for everybody else. */
    public Optional<StaffMember> of(BusinessId business, ConversationId conversation) {
        return links.of(business, conversation.value());
    }
}

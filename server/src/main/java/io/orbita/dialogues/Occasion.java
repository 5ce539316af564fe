package io.orbita.dialogues;

import io.orbita.businesses.StaffMember;
import io.orbita.clients.ClientId;
import io.orbita.dialogues.spi.BotCall;
import io.orbita.messaging.ConversationId;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On what occasion a step is taken: whose conversation, because of what.
 *
 * @param client the one to whom new facts belong; may have been merged into another
 * @param message our id of the message that came; 0 when none came
 * @param key begins the dedupe keys of everything that is said on this occasion
 * @param name as the channel gives it; null when it gives none
 * @param words what was typed; null when nothing was
 * @param staff whose chat it is; null for clients
 * @param created whether the client came into being just now
 * @param fromSite whether they follow a link of the site just now
 */
record Occasion(
        BusinessId business,
        ConversationId conversation,
        ClientId client,
        long message,
        String key,
        Instant at,
        @Nullable String name,
        @Nullable String words,
        @Nullable StaffMember staff,
        boolean created,
        boolean fromSite) {

    BotCall call() {
        return new BotCall(business, conversation, client, message, staff);
    }
}

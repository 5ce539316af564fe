package io.orbita.messaging.sandbox;

import io.orbita.messaging.Channel;
import io.orbita.messaging.inbox.Conversations;
import io.orbita.messaging.inbox.Letters;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with the sandbox's chats in their inbox. A chat that nobody has written in yet is left alone. */
@Component
@Transactional
public class SandboxDesk {
    private final Conversations conversations;
    private final Letters letters;

    SandboxDesk(Conversations conversations, Letters letters) {
        this.conversations = conversations;
        this.letters = letters;
    }

    /** Reads everything that was said in the chat until now. */
    public void read(BusinessId business, long chat) {
        conversations
                .named(business, Channel.SANDBOX, Long.toString(chat))
                .ifPresent(conversation -> conversations.read(business, conversation));
    }

    /** Reads the chat and answers in it; from then on the staff user talks there for some hours, and not the bot. */
    public void answer(BusinessId business, long chat, String text, long staff) {
        conversations.named(business, Channel.SANDBOX, Long.toString(chat)).ifPresent(conversation -> {
            conversations.read(business, conversation);
            letters.write(business, conversation, text, staff);
        });
    }
}

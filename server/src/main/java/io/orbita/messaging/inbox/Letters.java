package io.orbita.messaging.inbox;

import io.orbita.messaging.Content;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.outbox.Outbox;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.BusinessId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What staff writes to a person: queued under their name, and the conversation is theirs for a while. */
@Component
public class Letters {
    private final Outbox outbox;
    private final Attendance attendance;

    Letters(Outbox outbox, Attendance attendance) {
        this.outbox = outbox;
        this.attendance = attendance;
    }

    /** Queues it at once and takes the conversation; its id. */
    public long write(BusinessId business, long conversation, String text, @Nullable Long staff) {
        if (staff != null) {
            attendance.begin(business, conversation, staff);
        }
        return write(business, conversation, text, staff, "written:" + PublicId.random(22));
    }

    /** Queues it once a key; whoever wrote it beforehand does not sit there now, so that the bot goes on answering. */
    long write(BusinessId business, long conversation, String text, @Nullable Long staff, String key) {
        return outbox.put(
                business,
                new Outgoing(
                        new ConversationId(conversation),
                        Content.of(text),
                        "inbox.answer",
                        key,
                        Outgoing.Promise.AT_LEAST_ONCE,
                        staff == null ? Outgoing.Author.SYSTEM : Outgoing.Author.staff(staff),
                        null,
                        null));
    }
}

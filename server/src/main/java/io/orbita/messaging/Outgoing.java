package io.orbita.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent.
 *
 * @param kind {@code room.word}, for example {@code programs.document}; comes back in {@link MessageDelivered}
 * @param dedupeKey unique in the business: the same key is never queued twice
 * @param promise what a crash in the middle of sending may do
 * @param notBefore null for at once
 * @param editOf the id of our own message of this conversation whose buttons (and text) are replaced in place; null for a new message
 * @param onlyHere it answers what was said in this conversation: when its channel fails, it waits and takes no other way
 */
public record Outgoing(
        ConversationId conversation,
        Content content,
        String kind,
        String dedupeKey,
        Promise promise,
        Author author,
        @Nullable Instant notBefore,
        @Nullable Long editOf,
        boolean onlyHere) {

    /** What must arrive may take another channel. */
    public Outgoing(
            ConversationId conversation,
            Content content,
            String kind,
            String dedupeKey,
            Promise promise,
            Author author,
            @Nullable Instant notBefore,
            @Nullable Long editOf) {
        this(conversation, content, kind, dedupeKey, promise, author, notBefore, editOf, false);
    }

    /**
     * Programmes and payment notices at least once; reminders and broadcasts at most once. What must arrive goes once over the person's next channel
     * when its own takes no messages, or has failed for ten minutes.
     */
    public enum Promise {
        AT_LEAST_ONCE,
        AT_MOST_ONCE
    }

    /** Who says it. {@code staff} carries the user. */
    public record Author(String kind, @Nullable Long staff) {
        public static final Author BOT = new Author("bot", null);
        public static final Author SYSTEM = new Author("system", null);

        public static Author staff(long user) {
            return new Author("staff", user);
        }
    }

    public static Outgoing bot(ConversationId conversation, Content content, String kind, String dedupeKey) {
        return new Outgoing(conversation, content, kind, dedupeKey, Promise.AT_LEAST_ONCE, Author.BOT, null, null);
    }

    /** The same, for this conversation alone. */
    public Outgoing here() {
        return new Outgoing(conversation, content, kind, dedupeKey, promise, author, notBefore, editOf, true);
    }
}

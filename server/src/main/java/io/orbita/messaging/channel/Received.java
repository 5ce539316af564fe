package io.orbita.messaging.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that came from a person over a channel, whatever the channel is.
 *
 * @param channel the channel's name: {@code telegram}, {@code sandbox}, {@code site}, {@code email}
 * @param userId the person's id at the provider; unproven beyond what the channel itself proves
 * @param chatId where an answer goes
 * @param updateId the provider's number of this update; the same number twice is the same update
 * @param messageId the provider's id of the message, absent where the update is no message
 * @param replyTo the id of the message that this one answers
 * @param sentAt the provider's time, or the time of receipt where the provider tells none
 */
public record Received(
        String channel,
        String userId,
        String chatId,
        ChatKind chatKind,
        long updateId,
        @Nullable String messageId,
        @Nullable String replyTo,
        Instant sentAt,
        Sender sender,
        What what) {

    /** Dialogues are held in private chats only. */
    public enum ChatKind {
        PRIVATE,
        GROUP,
        CHANNEL
    }

    /** What the provider says about the person; free text of strangers, never trusted. */
    public record Sender(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String username,
            @Nullable String language) {}

    /** What came. */
    public sealed interface What {
        /** Words that are no command. */
        record Text(String text) implements What {}

        /** {@code /name payload}; the name in lower case without the slash, the payload empty when there is none. */
        record Command(String name, String payload) implements What {}

        /** A button was pressed; {@code onMessage} is the message that carries it. */
        record Press(
                String data, String callbackId, @Nullable String onMessage) implements What {}

        /** A phone number with a plus; {@code own} only when the provider vouches that it is the sender's. */
        record Contact(String phone, boolean own) implements What {}

        /** Something that is not words. */
        record Media(
                MediaKind kind,
                @Nullable String fileId,
                @Nullable String fileName,
                @Nullable String caption) implements What {}

        /** An earlier message got another text; it answers nothing. */
        record Edited(@Nullable String text) implements What {}

        /** The person blocked the bot: nothing can be sent any more. */
        record Blocked() implements What {}

        /** The person let the bot back in. */
        record Unblocked() implements What {}

        /** A kind that nobody here understands, by its provider's name. */
        record Other(String what) implements What {}
    }

    /** The kinds of media that are told apart. */
    public enum MediaKind {
        PHOTO,
        DOCUMENT,
        VOICE,
        AUDIO,
        VIDEO,
        VIDEO_NOTE,
        ANIMATION,
        STICKER,
        LOCATION,
        VENUE,
        POLL,
        DICE,
        STORY
    }
}

package io.orbita.messaging.channel;

import org.jspecify.annotations.Nullable;

/** One thing to hand to a channel. */
public sealed interface Dispatch {

    /** A new message of at most {@link LongText#LIMIT} characters; a longer one is split beforehand. */
    record Text(String text, TextFormat format, @Nullable Keyboard keyboard) implements Dispatch {
        public static Text plain(String text) {
            return new Text(text, TextFormat.PLAIN, null);
        }
    }

    /**
     * A file with an optional caption of at most 1024 characters.
     *
     * @param knownAs the provider's id of the same bytes from an earlier sending by the same bot; tried first, the bytes are the
     *     reserve
     */
    record Document(
            byte[] bytes,
            String name,
            String mediaType,
            @Nullable String caption,
            @Nullable Keyboard keyboard,
            @Nullable String knownAs)
            implements Dispatch {}

    /** Other buttons under an existing message: the ticks of a multi-select. */
    record Ticks(String messageId, Keyboard.Inline keyboard) implements Dispatch {}

    /** Another text and other buttons in place of an existing message. */
    record Rewrite(String messageId, String text, TextFormat format, Keyboard.@Nullable Inline keyboard)
            implements Dispatch {}

    /** Stops the spinner on a pressed button, with an optional note of at most 200 characters. */
    record Acknowledge(String callbackId, @Nullable String note) implements Dispatch {}
}

package io.orbita.dialogues.talk;

import org.jspecify.annotations.Nullable;

/** What can come in, whatever the channel. */
public sealed interface Input {

    /** Typed text, a command included. */
    record Typed(String text) implements Input {}

    /**
     * A press of a button.
     *
     * @param data what the button carried; may be forged
     * @param message our id of the message the button stands under; null when it is not known
     */
    record Pressed(String data, @Nullable Long message) implements Input {}

    /** A picture, a voice message and the like, with its caption, which may be empty. */
    record Sent(Media media, String caption) implements Input {}

    /** @param own whether the channel proves that the number is the sender's own */
    record PhoneShared(String phone, boolean own) implements Input {}

    record Blocked() implements Input {}

    record Unblocked() implements Input {}

    /** Not from the client: a payment came before the answers, so they are asked for now. */
    record PaidWithoutAnswers() implements Input {}

    enum Media {
        PHOTO,
        VOICE,
        STICKER,
        OTHER
    }
}

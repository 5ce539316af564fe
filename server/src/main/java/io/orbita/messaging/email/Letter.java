package io.orbita.messaging.email;

import io.orbita.messaging.channel.TextFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter to one person.
 *
 * @param key our own id of the message, letters and digits; the same key gives the same {@code Message-ID}, so a letter that was
 *     sent twice is recognised as one
 * @param unsubscribe an https address that takes one POST, for letters that advertise; null for those that belong to a purchase
 */
public record Letter(
        String key,
        String to,
        String subject,
        String text,
        TextFormat format,
        List<Attachment> attachments,
        @Nullable String unsubscribe) {

    public Letter {
        if (!key.matches("[A-Za-z0-9_-]{1,80}")) {
            throw new IllegalArgumentException("the key of a letter is letters, digits, - and _");
        }
        attachments = List.copyOf(attachments);
    }

    /** A file that goes with the letter. */
    public record Attachment(String name, String mediaType, byte[] bytes) {}
}

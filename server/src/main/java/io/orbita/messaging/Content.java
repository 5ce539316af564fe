package io.orbita.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said, neutral to the channel. Texts are plain; a channel escapes and splits them as it needs.
 *
 * @param text the text, or the caption when there is a document; e-mail takes its first line as the subject when {@code subject} is null
 * @param buttons rows of buttons under the message
 * @param askContact whether to offer a button «Отправить номер» where the channel can
 */
public record Content(
        String text,
        List<List<Button>> buttons,
        @Nullable Document document,
        boolean askContact,
        @Nullable String subject) {

    /**
     * A file to send along.
     *
     * @param file its name in the {@code FileStore} of the business
     */
    public record Document(String fileName, String mimeType, String file) {}

    public static Content of(String text) {
        return new Content(text, List.of(), null, false, null);
    }

    public static Content of(String text, List<List<Button>> buttons) {
        return new Content(text, buttons, null, false, null);
    }

    public static Content document(String caption, Document document, List<List<Button>> buttons) {
        return new Content(caption, buttons, document, false, null);
    }
}
